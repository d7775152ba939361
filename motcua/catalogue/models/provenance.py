"""What a person said of a value, and what an import says otherwise."""

from django.db import models
from django.db.models import Q

from motcua.accounts.models import Account
from motcua.common.ids import new_id

from .procedure import Procedure
from .version import Version


class Confirmation(models.Model):
    """A person confirms a value of a version as it stands; from then on no import overwrites it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(Version, models.PROTECT, related_name="confirmations")
    path = models.CharField(max_length=120)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "path"), name="a_value_is_confirmed_once"),)

    def __str__(self) -> str:
        return self.path


class Difference(models.Model):
    """An imported value that differs from a shipped or confirmed one, waiting for a person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="differences")
    path = models.CharField(max_length=120)
    kept = models.JSONField(null=True)
    imported = models.JSONField(null=True)
    source = models.CharField(max_length=200)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("procedure", "path"), condition=Q(decided_at=None), name="one_open_difference_per_value"
            ),
        )

    def __str__(self) -> str:
        return self.path
