"""Which issued paper belongs to which dossier, and to which line of its history."""

from django.db import models

from motcua.common.ids import new_id
from motcua.documents.models import IssuedPaper

from .dossier import Dossier
from .history import HistoryLine


class DossierPaper(models.Model):
    """The tie, written with the line that owes the paper; a draft's form has no line yet."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="papers")
    line = models.ForeignKey(HistoryLine, models.PROTECT, null=True, related_name="papers")
    paper = models.OneToOneField(IssuedPaper, models.PROTECT, related_name="tie")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.paper_id}"
