"""What an agency says otherwise for its own place, and the version that follows from it."""

from django.db import models

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from .procedure import Procedure


class LocalRule(models.Model):
    """What an agency states of a procedure for itself and the agencies below it. Never changed, only followed.

    `said` is as `local.overlay.stored` makes it; the newest row of a pair holds, an empty one ends what was stated.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="local_rules")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="local_rules")
    number = models.PositiveIntegerField()
    said = models.JSONField()
    basis = models.CharField(max_length=80, blank=True, help_text="the document that allows it")
    stated_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("procedure", "agency", "number"), name="one_local_rule_per_procedure_agency_and_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.agency_id} {self.number}"


class LocalEdition(models.Model):
    """Which version holds at an agency that states something, and at those below it that do not."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="local_editions")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="local_editions")
    rule = models.ForeignKey(LocalRule, models.PROTECT, related_name="+")
    version = models.OneToOneField("catalogue.Version", models.PROTECT, related_name="local_edition")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("procedure", "agency"), name="one_local_edition_per_procedure_and_agency"),
        )

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.agency_id}"
