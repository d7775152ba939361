"""What notifications can do: owe a message, and deliver what is owed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from .channels import sender_of
from .models import Message

MAX_ERROR = 300
CODE = "code"


@dataclass(frozen=True)
class Letter:
    """A text for one address. `kind` is the action's word or “code”."""

    channel: str
    address: str
    kind: str
    text: str
    subject: str = ""


class NotDelivered(Exception):
    """Some messages could not be sent; the job is tried again."""


def owe_all(letters: list[Letter], *, reason: str, at: datetime) -> None:
    """Write down messages; what is already owed for the same reason, address and channel stays as it is."""
    Message.objects.bulk_create(
        [
            Message(
                channel=letter.channel,
                address=letter.address,
                kind=letter.kind,
                reason=reason,
                subject=letter.subject,
                text=letter.text,
                owed_at=at,
            )
            for letter in letters
        ],
        ignore_conflicts=True,
    )


def owe(letter: Letter, *, reason: str, at: datetime) -> None:
    """Owe one message and queue its delivery in the caller's transaction."""
    with transaction.atomic():
        owe_all([letter], reason=reason, at=at)
        app.configure_task("deliver", queue="messages").defer(reason=reason)


def deliver(reason: str, *, at: datetime) -> None:
    """Send everything still owed for `reason`, each in a transaction of its own.

    :raises NotDelivered: at least one could not be sent; its error is kept with it.
    """
    failed = 0
    for pk in list(Message.objects.filter(reason=reason, sent_at=None).order_by("pk").values_list("pk", flat=True)):
        failed += not _send(pk, at)
    if failed:
        raise NotDelivered(f"{failed} messages for {reason}")


def _send(pk: uuid.UUID, at: datetime) -> bool:
    with transaction.atomic():
        message = Message.objects.select_for_update(of=("self",)).get(pk=pk)
        if message.sent_at:
            return True
        try:
            sender_of(message.channel).send(message)
        except Exception as error:  # noqa: BLE001  whatever a gateway raises is written down and tried again
            message.last_error = f"{type(error).__name__}: {error}"[:MAX_ERROR]
        else:
            message.sent_at = at
            if message.kind == CODE:
                message.text = ""  # a code that was sent is kept nowhere in clear
        message.attempts += 1
        message.save(update_fields=["attempts", "last_error", "sent_at", "text"])
        return message.sent_at is not None


def still_owed() -> int:
    """How many messages were not sent yet."""
    return Message.objects.filter(sent_at=None).count()
