"""Counters of dossier codes, one per agency and day; they belong to the agency, not to its code."""

from django.db import models

from motcua.agencies.models import Agency


class CodeCounter(models.Model):
    """The last number given by an agency on a day."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agency", "day"), name="one_counter_per_agency_and_day"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.day}"
