"""History: append-only lines chained by hash, whose words lie apart so that retention can erase them."""

from django.db import models

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from .dossier import Dossier


class LineKind(models.TextChoices):
    """A move is a row of the lifecycle; a fact moves nothing."""

    MOVE = "move"
    FACT = "fact"


class HistoryLine(models.Model):
    """One line: what the citizen sees, what slips quote, what every statistic counts.

    `facts` holds ids, codes and moments only; `hash` is defined by `motcua.dossiers.chain` for each `format`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="history")
    number = models.PositiveIntegerField()
    format = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=4, choices=LineKind.choices)
    action = models.CharField(max_length=32, help_text="the word of the lifecycle, or of the fact")
    source = models.PositiveSmallIntegerField(null=True, help_text="legal status before")
    target = models.PositiveSmallIntegerField(null=True, help_text="legal status after")
    at = models.DateTimeField()
    actor = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", help_text="empty: the system")
    role = models.CharField(max_length=16)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    words_digest = models.CharField(max_length=64, blank=True, help_text="salted SHA-256 of the words, hex")
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("dossier", "number"), name="one_line_per_number_in_a_dossier"),)
        indexes = (models.Index(fields=("at",), name="lines_by_their_moment"),)

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number} {self.action}"


class HistoryWords(models.Model):
    """Words and personal values of a line; erasing the row leaves the chain whole."""

    line = models.OneToOneField(HistoryLine, models.PROTECT, primary_key=True, related_name="words")
    salt = models.CharField(max_length=32)
    words = models.JSONField()

    class Meta:
        verbose_name_plural = "history words"

    def __str__(self) -> str:
        return str(self.line_id)


class DailyRoot(models.Model):
    """The root over every dossier that got a line on a day, chained to the day before. Append-only, published.

    `leaves` is the JSON array of [mark, number, head] sorted by mark, see `motcua.dossiers.trail`: who does not hold
    a dossier's id finds nothing of it.
    """

    day = models.DateField(primary_key=True)
    previous = models.CharField(max_length=64, blank=True)
    root = models.CharField(max_length=64)
    count = models.PositiveIntegerField(help_text="dossiers with a line on the day")
    leaves = models.TextField()
    computed_at = models.DateTimeField()

    class Meta:
        ordering = ("-day",)

    def __str__(self) -> str:
        return str(self.day)
