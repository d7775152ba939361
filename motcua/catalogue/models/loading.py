"""What was loaded last, so that an unchanged source costs one question."""

from django.db import models

from .procedure import Procedure


class SourceRecord(models.Model):
    """What an imported file said of a procedure, as it was read last; an export gives it back."""

    procedure = models.OneToOneField(Procedure, models.CASCADE, primary_key=True, related_name="source_record")
    line = models.TextField(help_text="one JSON object")
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest


class Loading(models.Model):
    """The digest of a source as it was read last."""

    name = models.CharField(max_length=80, primary_key=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
