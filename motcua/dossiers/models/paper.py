"""What a dossier holds: answers, files in paper slots, papers handed over."""

from django.db import models
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
            models.CheckConstraint(condition=models.Q(count__gt=0), name="a_paper_handed_over_counts"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.form}"
