"""What managers changed: who, when, what. Append-only; it names rows, and carries nothing personal."""

from django.db import models

from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from .account import Account


class Change(models.Model):
    """One change of what is published or set: its word, the row it is about, and what of it is ids and codes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, help_text="empty: the whole house")
    word = models.CharField(max_length=32)
    subject = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("-at", "-id"), name="changes_by_their_moment"),)

    def __str__(self) -> str:
        return f"{self.word} {self.subject}"
