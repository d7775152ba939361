"""Looks: who opened a person's dossier or fetched a file. The only rows a GET may write."""

from django.db import models

from motcua.accounts.models import Account
from motcua.common.ids import new_id

from .dossier import Dossier


class LookKind(models.TextChoices):
    """What was looked at."""

    OFFICER_READ = "officer_read"
    CITIZEN_OPENED = "citizen_opened"
    FILE_FETCHED = "file_fetched"


class Look(models.Model):
    """One look. Append-only; shown to the person whose dossier it is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="looks")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=LookKind.choices)
    file_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)
        indexes = (models.Index(fields=("dossier", "-at"), name="looks_of_a_dossier"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.dossier_id}"
