"""Every channel a message can name has a sender."""

from motcua.notifications.channels import sender_of
from motcua.notifications.models import Channel


def test_each_channel_is_one_module_with_one_class() -> None:
    for channel in Channel:
        assert callable(sender_of(channel).send)
