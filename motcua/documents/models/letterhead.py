"""How an agency's papers look beside the shipped template, version by version; and which templates were compared."""

from django.db import models
from django.db.models import Q

from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from .paper import IssuedPaper
from .stored_file import StoredFile


class LetterheadState(models.TextChoices):
    """A version is tried first; only one that was drawn well comes into force."""

    TRYING = "trying"
    IN_FORCE = "in_force"
    REFUSED = "refused"


class Letterhead(models.Model):
    """One version of an agency's letterhead, for one kind of paper or, with an empty `kind`, for all of them.

    What is empty is as shipped. The newest one in force holds; a version is never changed, only followed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="letterheads")
    kind = models.CharField(max_length=10, blank=True, help_text="code of `motcua.documents.kinds.KINDS`, or all")
    number = models.PositiveIntegerField(help_text="version, from 1")
    parent = models.CharField(max_length=160, blank=True, help_text="the body above, first line of the heading")
    heading = models.CharField(max_length=160, blank=True, help_text="the agency's own line")
    signer_title = models.CharField(max_length=80, blank=True)
    paragraph = models.TextField(blank=True, help_text="last of the body; may hold places like {ma_ho_so}")
    logo = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    by_hand = models.BooleanField(default=False, help_text="papers are printed and signed by hand")
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=LetterheadState.choices, default=LetterheadState.TRYING)
    refused_why = models.CharField(max_length=240, blank=True)
    trial = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="+")
    preview_of = models.ForeignKey(IssuedPaper, models.PROTECT, null=True, related_name="+", help_text="shown with it")
    preview = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "kind", "number"), name="a_letterhead_s_versions_are_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(state="refused") ^ Q(refused_why=""), name="a_refused_letterhead_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.kind} {self.number}"


class ConfirmedTemplate(models.Model):
    """Somebody compared what is drawn for a kind with the form as it was promulgated; for one version alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10)
    template = models.CharField(max_length=20)
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "template"), name="a_template_is_confirmed_once_per_kind"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.template}"
