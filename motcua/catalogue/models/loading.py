"""What was loaded last, so that an unchanged source costs one question."""

from django.db import models


class Loading(models.Model):
    """The digest of a source as it was read last."""

    name = models.CharField(max_length=80, primary_key=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
