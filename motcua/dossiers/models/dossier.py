"""The dossier (hồ sơ): one row from draft to delivered result."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from motcua.accounts.models import Account, RoleHeld
from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency
from motcua.catalogue.models import Case, Channel, TimeUnit, Version
from motcua.catalogue.queries import StagePage, VersionPage, version_page
from motcua.common import statements
from motcua.common.errors import Conflict
from motcua.common.ids import new_id
from motcua.eforms.models import FormVersion

from ..stages import stages_of
from ..states import Delivery, Status
from .party import Party

if TYPE_CHECKING:
    from .history import HistoryLine
    from .request import Request


class DossierQuerySet(models.QuerySet["Dossier"]):
    """The only doors to dossiers."""

    def visible_to(self, account: Account) -> Self:
        """What a person may open: their own, as a party or as the owner of a verified ID number."""
        mine = Q(account=account)
        if account.is_verified and account.id_number:
            mine |= Q(id_number=account.id_number)
        parties = Party.objects.filter(mine, dossier=OuterRef("pk"), role__in=Party.SIDE)
        return self.filter(Exists(parties) | Q(started_by=account, status=Status.DRAFT))

    def begun_by(self, account: Account) -> Self:
        """What a person began themselves: their drafts, and what became of them. Narrower than `visible_to`."""
        return self.filter(started_by=account)

    def at_desk_of(self, account: Account, on: date) -> Self:
        """What an officer may open: filed with, or resolved by, an agency where a role is held. Never a draft.

        A result that waits at another counter is opened there too.
        """
        held = RoleHeld.objects.filter(account=account, valid_from__lte=on).filter(
            Q(valid_to=None) | Q(valid_to__gt=on)
        )
        agencies = Agency.objects.filter(
            Q(pk__in=held.values("agency"))
            | Q(parent__in=held.filter(subtree=True).values("agency"))
            | Q(parent__parent__in=held.filter(subtree=True).values("agency"))
        ).values("pk")
        here = Q(receiving_agency__in=agencies) | Q(resolving_agency__in=agencies)
        handed_out_here = Q(delivery_agency__in=agencies, status__in=(Status.FINISHED, Status.RETURNED))
        return self.exclude(status=Status.DRAFT).filter(here | handed_out_here)


class Dossier(models.Model):
    """A dossier keeps the versions it was filed under; its moments are what the clock was computed from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=60, unique=True, null=True)
    status = models.PositiveSmallIntegerField(choices=Status.choices, default=Status.DRAFT)
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel.choices)
    form_version = models.ForeignKey(FormVersion, models.PROTECT, related_name="+")
    receiving_agency = models.ForeignKey(Agency, models.PROTECT, related_name="received_dossiers")
    resolving_agency = models.ForeignKey(Agency, models.PROTECT, related_name="resolved_dossiers")
    again_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="filed_again_as")

    started_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    stage = models.PositiveSmallIntegerField(default=0, help_text="position of the stage inside status 4")
    stage_at = models.DateTimeField(null=True, help_text="when the stage at hand began")
    held_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    delivery = models.CharField(max_length=14, choices=Delivery.choices, blank=True)
    delivery_address = models.CharField(max_length=240, blank=True)
    delivery_agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")

    term_amount = models.PositiveSmallIntegerField(null=True)
    term_unit = models.CharField(max_length=12, choices=TimeUnit.choices, blank=True)
    term_ground = models.TextField(blank=True, help_text="why, where an officer stated the term")

    filed_at = models.DateTimeField(null=True)
    check_from = models.DateTimeField(null=True, help_text="where the acceptance check starts")
    accept_by = models.DateTimeField(null=True, help_text="end of the acceptance check")
    promised_at = models.DateTimeField(null=True, help_text="“có kết quả chậm nhất”, as it was told last")
    accepted_at = models.DateTimeField(null=True)
    term_from = models.DateTimeField(null=True, help_text="where the resolution term starts")
    extension_days = models.PositiveSmallIntegerField(null=True, help_text="working days of the one extension")
    due_at = models.DateTimeField(null=True, help_text="empty while the term is stopped, or where it has no date")
    withdrawal_by = models.DateTimeField(null=True, help_text="until when a withdrawal may be declined")
    ended_at = models.DateTimeField(null=True, help_text="moment of status 3, 8 or 9")
    returned_at = models.DateTimeField(null=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=0, code=None, filed_at=None)
                | Q(status__gt=0, code__isnull=False, filed_at__isnull=False),
                name="only_a_draft_has_no_code",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(2, 4, 9, 10)) | Q(accepted_at__isnull=False),
                name="nothing_is_processed_unaccepted",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(3, 8, 9, 10)) | Q(ended_at__isnull=False), name="what_ended_has_a_moment"
            ),
            models.CheckConstraint(
                condition=~Q(status=10) | Q(returned_at__isnull=False), name="what_returned_has_a_moment"
            ),
            models.CheckConstraint(condition=Q(status=0) | ~Q(delivery=""), name="what_is_filed_has_a_way_of_delivery"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(term_from__isnull=False),
                name="what_is_accepted_has_a_term_that_started",
            ),
            models.CheckConstraint(
                condition=Q(status=7, withdrawal_by__isnull=False) | (~Q(status=7) & Q(withdrawal_by=None)),
                name="only_a_withdrawal_waits_for_its_answer",
            ),
        )
        indexes = (
            models.Index(fields=("receiving_agency", "accept_by"), condition=Q(status=1), name="dossiers_to_accept"),
            models.Index(
                fields=("resolving_agency", "due_at"), condition=Q(status__in=(2, 4)), name="dossiers_in_work"
            ),
            models.Index(fields=("receiving_agency", "ended_at"), condition=Q(status=9), name="dossiers_to_return"),
            models.Index(fields=("accept_by",), condition=Q(status=1), name="checks_by_their_end"),
            models.Index(fields=("due_at",), condition=Q(status__in=(2, 4)), name="terms_by_their_end"),
            models.Index(fields=("withdrawal_by",), condition=Q(status=7), name="withdrawals_by_their_end"),
            models.Index(fields=("ended_at",), condition=Q(status=9), name="results_by_their_age"),
            models.Index(fields=("saved_at",), condition=Q(status=0), name="drafts_by_their_age"),
            models.Index(fields=("started_by", "saved_at"), condition=Q(status=0), name="drafts_of_a_person"),
        )

    def __str__(self) -> str:
        return self.code or str(self.id)

    @property
    def receiving(self) -> Agency:
        """The agency that receives, as this process knows it; at most a minute old."""
        return agencies.agency(self.receiving_agency_id)

    @property
    def resolving(self) -> Agency:
        """The agency that resolves, likewise."""
        return agencies.agency(self.resolving_agency_id)

    @property
    def procedure(self) -> VersionPage:
        """What the version that this dossier keeps says; each process reads a version once."""
        return version_page(self.version_id)

    @property
    def is_draft(self) -> bool:
        """Whether it was not filed yet."""
        return self.status == Status.DRAFT

    @property
    def is_to_print(self) -> bool:
        """Whether this draft's version takes no dossiers on line: it is filled in here, printed and handed in."""
        return not self.procedure.files_online

    def lock(self) -> None:
        """Take the row for this transaction and read it afresh, so that two verbs never act on one state.

        :raises Conflict: the draft was thrown away meanwhile.
        """
        found = statements.rows(LOCK, [self.pk])
        if not found:
            raise Conflict("thrown away")
        self.__dict__.update(zip(FIELDS, found[0], strict=True))
        self._state.fields_cache.clear()
        for kept in ("_answers", "_paper_ids", "_request", "_last_move"):
            self.__dict__.pop(kept, None)

    def is_late(self, at: datetime) -> bool:
        """Whether a promise is broken at `at`: the acceptance check, or the due date."""
        if self.status == Status.FILED:
            return self.accept_by is not None and at > self.accept_by
        if not self.is_accepted:
            return False
        end = self.ended_at or at
        return self.due_at is not None and end > self.due_at

    def current_answers(self) -> dict[str, Any]:
        """The answers of the newest revision; empty where nothing was asked (counter, post)."""
        if "_answers" not in self.__dict__:
            newest = statements.rows(ANSWERS, [self.pk])
            self.__dict__["_answers"] = json.loads(newest[0][0]) if newest else {}
        answers: dict[str, Any] = self.__dict__["_answers"]
        return answers

    def paper_ids_of_files(self) -> list[UUID | None]:
        """The paper slot of each file, None for a file of the dossier as a whole; asked once after each `lock`."""
        if "_paper_ids" not in self.__dict__:
            self.__dict__["_paper_ids"] = [paper_id for (paper_id,) in statements.rows(PAPER_IDS, [self.pk])]
        found: list[UUID | None] = self.__dict__["_paper_ids"]
        return found

    @property
    def is_accepted(self) -> bool:
        """Whether the resolution term has begun; before that an action is the “first” one of its pair."""
        return self.accepted_at is not None

    def open_request(self) -> "Request | None":
        """The request that waits for the person, asked once after each `lock`."""
        if "_request" not in self.__dict__:
            self.__dict__["_request"] = self.requests.filter(answered_at=None, recalled_at=None, ended_at=None).first()
        found: Request | None = self.__dict__["_request"]
        return found

    def last_move(self) -> "HistoryLine":
        """The newest move of the history; every filed dossier has one. Asked once after each `lock`."""
        if "_last_move" not in self.__dict__:
            self.__dict__["_last_move"] = self.history.filter(kind="move").order_by("-number")[0]
        found: HistoryLine = self.__dict__["_last_move"]
        return found

    def has_result(self) -> bool:
        """Whether a handler prepared a result."""
        return hasattr(self, "result")

    def stage_now(self) -> StagePage:
        """The stage of processing at hand; before processing began, the first."""
        return stages_of(self.version_id)[max(self.stage, 1) - 1]

    def stage_after(self) -> StagePage | None:
        """The stage that follows, or None on the last."""
        stages = stages_of(self.version_id)
        return stages[self.stage] if self.stage < len(stages) else None

    def stage_before(self) -> StagePage | None:
        """The stage before, or None on the first."""
        return stages_of(self.version_id)[self.stage - 2] if self.stage > 1 else None


# Written once: every verb takes this lock, and building the same statement anew costs more than running it.
FIELDS = tuple(field.attname for field in Dossier._meta.concrete_fields)  # noqa: SLF001  Django documents `_meta`
_COLUMNS = ", ".join(f'"{field.column}"' for field in Dossier._meta.concrete_fields)  # noqa: SLF001
# A supplement that the person has not sent yet is an open revision after the first: nobody else reads it.
ANSWERS = """
select answers::text from dossiers_answerrevision
where dossier_id = %s and (closed_at is not null or number = 1) order by number desc limit 1
"""
PAPER_IDS = "select paper_id from dossiers_attachment where dossier_id = %s"
LOCK = f"select {_COLUMNS} from dossiers_dossier where id = %s for update"  # noqa: S608  the columns are the model's
