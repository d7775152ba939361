"""What a citizen's pages show of dossiers."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from motcua import deadlines
from motcua.accounts.models import Account
from motcua.agencies.queries import calendar_of
from motcua.catalogue.models import Version
from motcua.documents.models import PaperState, StoredFile
from motcua.payments import queries as payments

from .. import answering, promises
from ..lifecycle import Action, open_to
from ..models import (
    Attachment,
    Dossier,
    DossierPaper,
    DossierQuerySet,
    HistoryLine,
    Look,
    LookKind,
    Party,
    Request,
    RequestItem,
)
from ..standing import standing
from ..states import PartyRole, Status
from .papers import kinds_of_the_person
from .turn import Turn, TurnKind, turn_of

PAGE = 20
LISTED = ("id", "name", "files_online")  # of a version
NOT_LISTED = [f"version__{field.name}" for field in Version._meta.concrete_fields if field.name not in LISTED]  # noqa: SLF001


@dataclass(frozen=True)
class Event:
    """One line of the history as a person reads it."""

    action: str
    at: datetime
    by: str
    office: str
    words: dict[str, str] | None
    facts: dict[str, Any]
    erased: bool


@dataclass(frozen=True)
class FilePage:
    """A file of the dossier."""

    id: uuid.UUID
    name: str
    content_type: str
    size: int
    scan: str
    paper_id: uuid.UUID | None
    sha256: str


@dataclass(frozen=True)
class Asked:
    """The open request with its items; `answered` counts those that the person has answered in their draft."""

    request: Request
    items: tuple[RequestItem, ...]
    answered: int


@dataclass(frozen=True)
class CitizenPage:
    """Everything of one dossier that its owner side may read."""

    dossier: Dossier
    status: Status
    turn: Turn
    days_left: int | None
    parties: dict[str, Party]
    events: tuple[Event, ...]
    files: tuple[FilePage, ...]
    result: Any
    explanation: tuple[deadlines.Day, ...]
    request: Asked | None
    fees: payments.Account

    @property
    def owner(self) -> Party:
        """The owner's row; every filed dossier has one."""
        return self.parties[PartyRole.OWNER]


def with_surroundings(dossiers: DossierQuerySet) -> DossierQuerySet:
    """Dossiers with what their pages show beside them, in the same statement."""
    return dossiers.select_related("result__file")


def citizen_page(dossier: Dossier, at: datetime) -> CitizenPage:
    """The page of a dossier loaded by `with_surroundings`: a few further statements, however long its history."""
    turn = turn_of(dossier)
    calendar = calendar_of(dossier.resolving, timezone.localdate(at))
    days = deadlines.working_days_left(at, turn.due_at, calendar) if turn.due_at else None
    return CitizenPage(
        dossier=dossier,
        status=Status(dossier.status),
        turn=turn,
        days_left=days,
        parties={party.role: party for party in dossier.parties.all()},
        events=tuple(events_of(dossier)),
        files=tuple(files_of(dossier)),
        result=getattr(dossier, "result", None),
        explanation=_why(dossier),
        request=_asked(dossier),
        fees=payments.account(dossier.pk),
    )


def _why(dossier: Dossier) -> tuple[deadlines.Day, ...]:
    """Each day of the running or stopped term; nothing before acceptance and after the end."""
    if not dossier.is_accepted or dossier.ended_at is not None:
        return ()
    return promises.due(dossier).days


def _asked(dossier: Dossier) -> Asked | None:
    request = dossier.open_request() if dossier.status in {Status.SUPPLEMENT, Status.PAYMENT} else None
    if request is None:
        return None
    items = answering.items_of(dossier)
    return Asked(request, tuple(items), len(items) - len(answering.unanswered(dossier)))


def may_withdraw(dossier: Dossier, account: Account, at: datetime) -> bool:
    """Whether this person may ask for the dossier back now."""
    return any(move.action == Action.WITHDRAW for move in open_to(dossier.status, standing(dossier, account, at)))


def events_of(dossier: Dossier, *, only: uuid.UUID | None = None) -> list[Event]:
    """The history, newest first; or one line of it."""
    lines = dossier.history.select_related("actor", "agency", "words").order_by("-number")
    lines = lines.filter(pk=only) if only else lines
    return [_event(line) for line in lines]


def _event(line: HistoryLine) -> Event:
    words = line.words.words if hasattr(line, "words") else None
    return Event(
        action=line.action,
        at=line.at,
        by=line.actor.full_name if line.actor else "",
        office=line.agency.short_name if line.agency else "",
        words=words,
        facts=line.facts,
        erased=bool(line.words_digest) and words is None,
    )


def files_of(dossier: Dossier) -> list[FilePage]:
    """Every file of the person's side, in the order they came; what answers a request only once it was sent."""
    return [
        FilePage(
            id=row.file.id,
            name=row.file.name,
            content_type=row.file.content_type,
            size=row.file.size,
            scan=row.file.scan,
            paper_id=row.paper_id,
            sha256=row.file.sha256,
        )
        for row in sent_files(dossier).select_related("file")
    ]


def sent_files(dossier: Dossier) -> "QuerySet[Attachment]":
    """What was handed in: a supplement that is not sent yet is the person's own."""
    return dossier.attachments.filter(Q(item=None) | Q(item__request__answered_at__isnull=False))


def citizens_file(dossier: Dossier, file_id: uuid.UUID) -> StoredFile | None:
    """A file that the owner side may fetch: what it handed in, its papers, and the result once it was handed over."""
    kinds = kinds_of_the_person(dossier)
    theirs = Q(pk__in=dossier.attachments.values("file")) | Q(paper__tie__dossier=dossier, paper__kind__in=kinds)
    attached = StoredFile.objects.filter(theirs, pk=file_id).first()
    result = getattr(dossier, "result", None)
    if attached is None and result is not None and result.file_id == file_id:
        return result_given(dossier)
    return attached


def result_given(dossier: Dossier) -> StoredFile | None:
    """The result's file once it was handed over, while it counts: a drawn one is signed and in force."""
    result = getattr(dossier, "result", None)
    if result is None or result.file is None or dossier.status != Status.RETURNED:
        return None
    paper = getattr(result.file, "paper", None) if result.template else None
    counts = not result.template or (paper is not None and paper.state is PaperState.VALID and paper.is_signed)
    return result.file if counts else None


def officers_looks(dossier: Dossier) -> list[Look]:
    """The newest hundred looks that officers took."""
    found = dossier.looks.filter(kind__in=(LookKind.OFFICER_READ, LookKind.FILE_FETCHED), account__login__isnull=False)
    return list(found.select_related("account")[:100])


@dataclass
class Mine:
    """A person's dossiers by whose turn it is, newest first within each.

    `printed` holds when those drafts were printed that now wait to be brought to the counter: their version takes
    nothing on line, and nothing was changed since.
    """

    waiting: list[Dossier] = field(default_factory=list)
    working: list[Dossier] = field(default_factory=list)
    drafts: list[Dossier] = field(default_factory=list)
    ended: list[Dossier] = field(default_factory=list)
    printed: dict[uuid.UUID, datetime] = field(default_factory=dict)
    next_after: str = ""


def mine(account: Account, *, after: str = "") -> Mine:
    """One page of a person's dossiers, newest first; `after` is the `next_after` of the page before."""
    found = Dossier.objects.visible_to(account).select_related("version")
    found = found.defer(*NOT_LISTED)
    if key := _key(after):
        begun, pk = key
        found = found.filter(Q(started_at__lt=begun) | Q(started_at=begun, pk__lt=pk))
    rows = list(found.prefetch_related("parties").order_by("-started_at", "-pk")[: PAGE + 1])
    page = Mine()
    if len(rows) > PAGE:
        page.next_after = f"{rows[PAGE - 1].started_at.isoformat()}_{rows[PAGE - 1].pk}"
    for dossier in rows[:PAGE]:
        _group(page, dossier).append(dossier)
    page.printed = _printed([draft for draft in page.drafts if not draft.version.files_online])
    return page


def _printed(drafts: list[Dossier]) -> dict[uuid.UUID, datetime]:
    """When each of these was printed as it stands now."""
    if not drafts:
        return {}
    found = DossierPaper.objects.filter(dossier__in=drafts, line=None, paper__kind="filled").order_by("paper__owed_at")
    as_it_stands = found.filter(paper__owed_at__gte=F("dossier__saved_at"))
    return dict(as_it_stands.values_list("dossier_id", "paper__owed_at"))


def _key(after: str) -> tuple[datetime, uuid.UUID] | None:
    begun, _mark, pk = after.partition("_")
    try:
        return datetime.fromisoformat(begun), uuid.UUID(pk)
    except ValueError:
        return None


def _group(page: Mine, dossier: Dossier) -> list[Dossier]:
    if dossier.is_draft:
        return page.drafts
    match turn_of(dossier).kind:
        case TurnKind.WAIT:
            return page.waiting
        case TurnKind.WORK:
            return page.working
        case _:
            return page.ended
