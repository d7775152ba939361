"""Stored files: bytes on the storage, and what is known of them. Nothing here knows whose they are."""

from django.db import models

from motcua.common.ids import new_id


class ScanState(models.TextChoices):
    """What the virus scanner said."""

    UNSCANNED = "unscanned"
    CLEAN = "clean"
    INFECTED = "infected"


class StoredFile(models.Model):
    """A file kept byte for byte, so that a signed one stays signed. `name` is what the person called it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, choices=ScanState.choices, default=ScanState.UNSCANNED)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(size__gt=0), name="a_stored_file_is_not_empty"),)

    def __str__(self) -> str:
        return str(self.id)
