"""A procedure is a code; what it says at a moment is a version."""

from django.db import models

from motcua.common.ids import new_id


class Field(models.Model):
    """A field of administration (lĩnh vực): “Hộ tịch”, “Cư trú”."""

    code = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=600, db_collation="C")

    class Meta:
        ordering = ("sort_key", "code")

    def __str__(self) -> str:
        return self.name


class Publisher(models.Model):
    """The ministry or province that announces a procedure; shown as “Cơ quan thực hiện”."""

    code = models.CharField(max_length=35, primary_key=True)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=600, db_collation="C")

    class Meta:
        ordering = ("sort_key", "code")

    def __str__(self) -> str:
        return self.name


class Procedure(models.Model):
    """One administrative procedure (thủ tục hành chính), named by its national code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=40, unique=True)
    current = models.OneToOneField(
        "catalogue.Version", models.PROTECT, null=True, related_name="current_of", help_text="the version in force"
    )
    kind = models.CharField(max_length=32, blank=True, help_text="the list of the imported file that held it last")
    missing_since = models.DateTimeField(null=True, help_text="when an import no longer held it; for a person to judge")
    withdrawn_at = models.DateTimeField(null=True, help_text="by a person; no import brings it back")
    withdrawn_because = models.TextField(blank=True)
    replaced_by = models.CharField(max_length=40, blank=True, help_text="code of the procedure that takes its place")

    def __str__(self) -> str:
        return self.code
