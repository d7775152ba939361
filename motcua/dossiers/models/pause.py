"""Pauses of the resolution term, each with its reason; the due date is counted from them, never set."""

from django.db import models
from django.db.models import F, Q

from motcua.common.ids import new_id

from ..states import PauseReason
from .dossier import Dossier


class Pause(models.Model):
    """A stop of the resolution term. An open one has no end; one that was recalled counts for nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="pauses")
    reason = models.CharField(max_length=12, choices=PauseReason.choices)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True, help_text="when it was recalled, as if it had never been")

    class Meta:
        ordering = ("began_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("dossier", "reason"),
                condition=Q(ended_at=None, voided_at=None),
                name="one_open_pause_of_a_reason_in_a_dossier",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")), name="a_pause_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.reason}"
