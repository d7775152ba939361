"""Ways out of the house: one file, one class each. The module's name is the channel's name."""

from importlib import import_module
from typing import Protocol

from ..models import Message


class Sender(Protocol):
    """Sends one message. Called again for the same message after a crash, so it must be safe to repeat."""

    def send(self, message: Message) -> None:
        """Send, or raise whatever went wrong."""


def sender_of(channel: str) -> Sender:
    """The sender of a channel, as the settings choose it."""
    sender: Sender = import_module(f"{__name__}.{channel}").Channel()
    return sender
