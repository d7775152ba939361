"""What an office asks of the person: papers, answers, money. A request is a record of its own, never a status flip."""

from django.db import models
from django.db.models import Q

from motcua.accounts.models import Account
from motcua.catalogue.models import Paper
from motcua.common.ids import new_id

from ..states import ItemKind, RequestKind
from .dossier import Dossier
from .paper import PaperForm


class Request(models.Model):
    """A supplement request (TT 03/2025/TT-VPCP, slip 02), or money owed before the work goes on.

    `before_acceptance` tells the first kind from the second (lifecycle rule 1). `due_before` and `days_left` are
    what the slip says of the stopped term; `restarts` whether it starts again from the answer. It ended by an
    answer, a recall, or with the dossier. One recalled before the person opened it does not count (rule 7).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="requests")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=RequestKind.choices)
    before_acceptance = models.BooleanField()
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", help_text="empty: the version")
    asked_at = models.DateTimeField()
    due_before = models.DateTimeField(null=True)
    days_left = models.PositiveSmallIntegerField(null=True, help_text="working days that were left of the term")
    restarts = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="when the dossier ended with the request unanswered")
    counts = models.BooleanField(default=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("dossier", "number"), name="one_request_per_number_in_a_dossier"),
            models.UniqueConstraint(
                fields=("dossier",),
                condition=Q(answered_at=None, recalled_at=None, ended_at=None),
                name="one_open_request_per_dossier",
            ),
        )
        indexes = (
            models.Index(
                fields=("asked_at",),
                condition=Q(answered_at=None, recalled_at=None, ended_at=None),
                name="requests_still_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind} {self.number}"


class RequestItem(models.Model):
    """One thing asked for, with its reason; below it what the person answers, a draft until all is sent at once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(Request, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=ItemKind.choices)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    question = models.CharField(max_length=64, blank=True, help_text="name of the question in the form")
    subject = models.CharField(max_length=400, help_text="the paper, the question or the thing, in words")
    reason = models.TextField(help_text="what is wrong and how to put it right, for the person")
    ground = models.CharField(max_length=240, blank=True)
    words = models.TextField(blank=True, help_text="the person's answer in words")
    handed = models.CharField(max_length=10, choices=PaperForm.choices, blank=True, help_text="a paper handed over")

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("request", "position"), name="one_item_per_place_in_a_request"),
            models.CheckConstraint(condition=~Q(reason=""), name="every_item_asked_for_has_a_reason"),
            models.CheckConstraint(
                condition=Q(kind="paper", paper__isnull=False)
                | (Q(kind="answer", paper=None) & ~Q(question=""))
                | Q(kind="other", paper=None),
                name="an_item_names_what_it_is_about",
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id} {self.position}"
