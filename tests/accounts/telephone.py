"""The telephone of the tests: what was sent to it last."""

import re

from motcua.notifications.models import Message


def last_text(phone: str) -> str:
    """The newest SMS."""
    return Message.objects.filter(channel="sms", address=phone).order_by("owed_at", "pk").reverse()[0].text


def last_code(phone: str) -> str:
    """The six digits in the newest SMS."""
    found = re.search(r"\b(\d{6})\b", last_text(phone))
    assert found, last_text(phone)
    return found[1]


def texts(phone: str) -> int:
    """How many SMS it got."""
    return Message.objects.filter(channel="sms", address=phone).count()
