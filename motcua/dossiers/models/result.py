"""The result: what the handler prepared, what it was before, and the draft of it that the person was shown."""

import secrets
import string
from datetime import datetime

from django.db import models
from django.db.models import Q

from motcua.accounts.models import Account
from motcua.common.ids import new_id
from motcua.documents.models import StoredFile

from .dossier import Dossier


class Result(models.Model):
    """The result the handler prepared: uploaded with number and date, without a file and why, or from a template.

    One from a template has values by the keys of its slots; it gets its number when it is agreed to, and its file
    when it is drawn and signed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="result")
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField()
    file = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="+")
    no_file_reason = models.CharField(max_length=240, blank=True)
    template = models.CharField(max_length=40, blank=True, help_text="code of `motcua.dossiers.results.TEMPLATES`")
    values = models.JSONField(default=dict, help_text="key of a slot to the words in it")
    prepared_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(no_file_reason="") | ~Q(template=""),
                name="a_result_has_a_file_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=~Q(number="") | ~Q(template=""), name="only_a_drawn_result_gets_its_number_later"
            ),
        )

    def __str__(self) -> str:
        return self.number


class ReplacedResult(models.Model):
    """A result that was handed over and then replaced: number, date and file as they were."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="replaced_results")
    number = models.CharField(max_length=60)
    dated_on = models.DateField()
    file = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ("replaced_at",)

    def __str__(self) -> str:
        return self.number


LETTERS = string.ascii_letters + string.digits


def new_token() -> str:
    """The last part of a draft's address: 130 random bits in letters that every SMS carries."""
    return "".join(secrets.choice(LETTERS) for _ in range(22))


class ResultDraft(models.Model):
    """A result shown to the person before it is issued, at an address that cannot be guessed.

    `rows` are [key, label, words]. Until `answer_by` the work waits. `marks` are
    the keys that the person called wrong, `reply` why the office keeps what it wrote.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="result_drafts")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    rows = models.JSONField(default=list)
    shown_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    right = models.BooleanField(null=True)
    marks = models.JSONField(default=list)
    remark = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", help_text="empty: by the link"
    )
    reply = models.TextField(blank=True)

    class Meta:
        ordering = ("-shown_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, right=None) | Q(answered_at__isnull=False, right__isnull=False),
                name="an_answer_to_a_draft_says_right_or_wrong",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.shown_at}"

    def waits(self, at: datetime) -> bool:
        """Whether the person may still be about to answer."""
        return self.answered_at is None and at <= self.answer_by

    @property
    def labels_marked(self) -> list[str]:
        """What the person called wrong, by its labels."""
        return [label for key, label, _words in self.rows if key in self.marks]

    @property
    def is_contested(self) -> bool:
        """Whether the person called something wrong that the office has not replied to."""
        return self.right is False and not self.reply
