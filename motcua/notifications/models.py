"""Messages to people, one row per reason, address and channel."""

from django.db import models
from django.db.models import Q

from motcua.common.ids import new_id


class Channel(models.TextChoices):
    """Ways a message leaves the house."""

    SMS = "sms"
    EMAIL = "email"


class Message(models.Model):
    """A text owed to an address.

    `reason` is what caused it (a history line's id): together with address and channel it is unique, so no retry
    ever owes it twice.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    address = models.CharField(max_length=254, help_text="E.164, or an e-mail address")
    kind = models.CharField(max_length=40, help_text="the word of the action, or “code”")
    reason = models.CharField(max_length=80)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    owed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("reason", "address", "channel"), name="one_message_per_reason_address_and_channel"
            ),
        )
        indexes = (models.Index(fields=("owed_at",), condition=Q(sent_at=None), name="messages_still_owed"),)

    def __str__(self) -> str:
        return str(self.id)
