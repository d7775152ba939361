"""Counts of attempts, so that limits hold across processes."""

from django.db import models


class Attempt(models.Model):
    """How often something was tried inside one window of time. The key holds no readable personal data."""

    key = models.CharField(max_length=80)
    window = models.DateTimeField(help_text="start of the window")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "window"), name="one_count_per_key_and_window"),)
        indexes = (models.Index(fields=("window",), name="attempts_by_age"),)

    def __str__(self) -> str:
        return self.key
