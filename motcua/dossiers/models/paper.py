"""What a dossier holds: answers, files in paper slots, papers handed over, the result."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Account
from motcua.catalogue.models import Paper
from motcua.common.ids import new_id
from motcua.documents.models import StoredFile

from .dossier import Dossier


class AnswerRevision(models.Model):
    """The answers as one JSON document. A draft overwrites its open revision; filing and each supplement close one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField(default=1)
    answers = models.JSONField(default=dict)
    written_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "number"), name="one_revision_per_number_in_a_dossier"),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number}"


class Attachment(models.Model):
    """A file in the slot of a paper; without a paper it belongs to the dossier as a whole."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="attachments")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(
        "dossiers.RequestItem", models.PROTECT, null=True, related_name="attachments", help_text="what it answers"
    )
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("added_at", "id")

    def __str__(self) -> str:
        return str(self.file_id)


class PaperForm(models.TextChoices):
    """In which form a paper was handed over (TT 03/2025/TT-VPCP, slip 01)."""

    ORIGINAL = "original", _("bản chính")
    CERTIFIED = "certified", _("bản sao chứng thực")
    PHOTOCOPY = "photocopy", _("bản chụp")


class HandedPaper(models.Model):
    """A paper handed over at the counter or by post."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="handed_papers")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    form = models.CharField(max_length=10, choices=PaperForm.choices)
    count = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "paper", "form"), name="one_row_per_paper_and_form_handed_over"),
            models.CheckConstraint(condition=Q(count__gt=0), name="a_paper_handed_over_counts"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.form}"


class Result(models.Model):
    """The result the handler prepared: its number and date, and its file or why there is none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="result")
    number = models.CharField(max_length=60)
    dated_on = models.DateField()
    file = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="+")
    no_file_reason = models.CharField(max_length=240, blank=True)
    prepared_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(no_file_reason=""), name="a_result_has_a_file_or_says_why_not"
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
