"""An officer's worklist: queues by the roles held, the most urgent first, in a steady number of statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from motcua.accounts.models import Account, Role, RoleHeld
from motcua.agencies.models import Agency
from motcua.agencies.queries import calendars_of
from motcua.catalogue.models import Stage
from motcua.deadlines import Calendar

from .. import lifecycle
from ..lifecycle import Action
from ..models import Dossier, DossierQuerySet, Party, Request, ResultDraft
from ..stages import DEFAULT
from ..states import PartyRole, Status
from .finding import fits

PAGE = 20
SOON = timedelta(days=2)
"""Due until the end of the day after tomorrow."""
ANSWERED_LATELY = timedelta(days=7)
MOST = 999
"""A tile counts no further: one more than this reads “999+”."""

ORDER = ("rank", "moment", "id")
LIKELY = (Action.ACCEPT, Action.BEGIN, Action.HAND_OVER, Action.FINISH, Action.AGREE_WITHDRAWAL, Action.RETURN_RESULT)
"""What a list offers as the next step; the rest stands on the dossier's page."""
AT_RECEIVING = frozenset({Role.INTAKE, Role.RETURNER, Role.CASHIER})


class Queue(StrEnum):
    """What of the officer's work a list shows."""

    ALL = "all"
    TO_ACCEPT = "to_accept"
    TO_WORK = "to_work"
    TO_APPROVE = "to_approve"
    TO_RETURN = "to_return"
    DUE_SOON = "due_soon"
    LATE = "late"
    ANSWERED = "answered"
    WAITING = "waiting"
    WITHDRAWALS = "withdrawals"


@dataclass(frozen=True)
class Desk:
    """Where an officer works at a moment: each role with its agencies, subtrees opened."""

    account: Account
    at: datetime
    agencies: Mapping[str, frozenset[UUID]]

    def where(self, *roles: str) -> frozenset[UUID]:
        """The agencies where one of these roles is held."""
        return frozenset().union(*(self.agencies.get(role, frozenset()) for role in roles))

    def roles_for(self, receiving: UUID, resolving: UUID) -> frozenset[str]:
        """The roles that count for a dossier of these two agencies."""
        return frozenset(
            role
            for role, held in self.agencies.items()
            if resolving in held or (receiving in held and role in AT_RECEIVING)
        )


class Key(NamedTuple):
    """Where a page of the list ended; the next one begins right after it."""

    rank: int
    moment: datetime
    id: UUID

    def __str__(self) -> str:
        return f"{self.rank}_{self.moment.isoformat()}_{self.id}"

    @classmethod
    def read(cls, text: str) -> "Key | None":
        """The key of an address, or None where it is no key of ours."""
        try:
            rank, moment, pk = text.split("_")
            at = parse_datetime(moment.replace(" ", "+"))
            return cls(int(rank), at, UUID(pk)) if at is not None and at.tzinfo else None
        except ValueError:
            return None


@dataclass(frozen=True)
class Row:
    """One line of the list. `until` is the moment the running clock ends; `action` is what the officer may do next."""

    id: UUID
    code: str
    status: Status
    channel: str
    procedure: str
    owner: str
    receiving: UUID
    resolving: UUID
    stage_role: str
    until: datetime | None
    ended_at: datetime | None
    calendar: Calendar
    action: Action | None
    key: Key


@dataclass(frozen=True)
class Worklist:
    """One page, and the key with which the next one begins."""

    rows: tuple[Row, ...]
    following: Key | None


def desk_of(account: Account, held: Iterable[RoleHeld], at: datetime) -> Desk:
    """The desk of an officer from the roles held today; one statement where a role covers a subtree, else none."""
    held = tuple(held)
    below = _below({row.agency_id for row in held if row.subtree})
    agencies: dict[str, set[UUID]] = {}
    for row in held:
        own = agencies.setdefault(row.role, set())
        own.add(row.agency_id)
        if row.subtree:
            own |= below.get(row.agency_id, set())
    return Desk(account, at, {role: frozenset(ids) for role, ids in agencies.items()})


def _below(roots: set[UUID]) -> dict[UUID, set[UUID]]:
    if not roots:
        return {}
    under = Q(parent__in=roots) | Q(parent__parent__in=roots)
    found: dict[UUID, set[UUID]] = {}
    for pk, *above in Agency.objects.filter(under).values_list("pk", "parent", "parent__parent"):
        for root in roots.intersection(above):
            found.setdefault(root, set()).add(pk)
    return found


def queues_of(desk: Desk) -> tuple[Queue, ...]:
    """The queues that the officer's roles fill, in the order of the tiles."""
    own = tuple(_conditions(desk))
    shared = (Queue.DUE_SOON, Queue.LATE, Queue.ANSWERED, Queue.WAITING)
    return (Queue.ALL, *own, *shared) if own else ()


def _conditions(desk: Desk) -> dict[Queue, Q]:
    """What fills each queue of a role; a role that is not held has none."""
    handler, approver, chair = (desk.where(role) for role in (Role.HANDLER, Role.APPROVER, Role.CHAIR))
    in_work = Q(status=Status.PROCESSING)
    resolving = handler | approver | chair
    conditions = {
        Queue.TO_ACCEPT: (Role.INTAKE,),
        Queue.WITHDRAWALS: (Role.HANDLER, Role.APPROVER, Role.CHAIR),
        Queue.TO_WORK: (Role.HANDLER,),
        Queue.TO_APPROVE: (Role.APPROVER, Role.CHAIR),
        Queue.TO_RETURN: (Role.RETURNER,),
    }
    filled = {
        Queue.WITHDRAWALS: Q(status=Status.WITHDRAWING, resolving_agency__in=resolving),
        Queue.TO_ACCEPT: Q(status=Status.FILED) & _at(desk.where(Role.INTAKE)),
        Queue.TO_WORK: Q(resolving_agency__in=handler)
        & (Q(status=Status.ACCEPTED) | (in_work & Q(stage_role=Role.HANDLER))),
        Queue.TO_APPROVE: in_work
        & (
            Q(stage_role=Role.APPROVER, resolving_agency__in=approver | chair)
            | Q(stage_role=Role.CHAIR, resolving_agency__in=chair)
        ),
        Queue.TO_RETURN: Q(status=Status.FINISHED)
        & (_at(desk.where(Role.RETURNER)) | Q(delivery_agency__in=desk.where(Role.RETURNER))),
    }
    return {queue: filled[queue] for queue, roles in conditions.items() if desk.where(*roles)}


def _at(agencies: frozenset[UUID]) -> Q:
    return Q(receiving_agency__in=agencies) | Q(resolving_agency__in=agencies)


def _annotated() -> DossierQuerySet:
    """Dossiers with the clock that runs and the role whose stage is at hand."""
    stage = Stage.objects.filter(version=OuterRef("version"), position=OuterRef("stage") - 1).values("role")[:1]
    first, second = (Value(str(one.role)) for one in DEFAULT)
    return Dossier.objects.annotate(
        until=Case(
            When(status=Status.FILED, then=F("accept_by")),
            When(status=Status.WITHDRAWING, then=F("withdrawal_by")),
            When(status__in=(Status.ACCEPTED, Status.PROCESSING), then=F("due_at")),
            output_field=models.DateTimeField(),
        ),
        stage_role=Case(
            When(
                status=Status.PROCESSING,
                then=Coalesce(Subquery(stage), Case(When(stage=1, then=first), default=second)),
            ),
            default=Value(""),
            output_field=models.CharField(),
        ),
    ).annotate(
        rank=Case(
            When(until__isnull=False, then=Value(0)), When(status=Status.FINISHED, then=Value(2)), default=Value(1)
        ),
        moment=Coalesce("until", "ended_at", "filed_at"),
    )


def _own_party(account: Account) -> Exists:
    """Whether the officer is a party: such a dossier is somebody else's work (lifecycle rule 17)."""
    known = Q(account=account)
    if account.id_number:
        known |= Q(id_number=account.id_number)
    return Exists(Party.objects.filter(known, dossier=OuterRef("pk")))


def _queue(desk: Desk, queue: Queue) -> DossierQuerySet:
    conditions = _conditions(desk)
    if queue is Queue.WAITING and conditions:
        here = _at(desk.where(Role.INTAKE, Role.HANDLER, Role.APPROVER, Role.CHAIR))
        waiting = Q(status__in=(Status.SUPPLEMENT, Status.PAYMENT)) & here
        return _annotated().filter(waiting).exclude(_own_party(desk.account))
    if not conditions or (queue not in conditions and queue not in queues_of(desk)):
        return _annotated().none()
    mine = Q()
    for condition in conditions.values() if queue not in conditions else (conditions[queue],):
        mine |= condition
    if queue in {Queue.DUE_SOON, Queue.LATE}:
        # Whoever may extend or apologise sees it in time, whoever's stage it is.
        heads = desk.where(Role.APPROVER, Role.CHAIR)
        mine |= Q(status__in=(Status.FILED, Status.ACCEPTED, Status.PROCESSING), resolving_agency__in=heads)
    found = _annotated().filter(mine).exclude(_own_party(desk.account))
    return found.filter(_urgency(desk, queue))


def _urgency(desk: Desk, queue: Queue) -> Q:
    """What of all the officer's work the queues across the roles hold; the others hold theirs whole."""
    match queue:
        case Queue.DUE_SOON:
            return Q(until__gte=desk.at, until__lt=_tomorrow(desk.at) + SOON)
        case Queue.LATE:
            return Q(until__lt=desk.at)
        case Queue.ANSWERED:
            since = desk.at - ANSWERED_LATELY
            answered = Request.objects.filter(dossier=OuterRef("pk"), answered_at__gte=since)
            judged = ResultDraft.objects.filter(dossier=OuterRef("pk"), answered_at__gte=since)
            return Q(Exists(answered)) | Q(Exists(judged))
    return Q()


def _tomorrow(at: datetime) -> datetime:
    return timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def counts(desk: Desk) -> dict[Queue, int]:
    """How many lie in each queue, each counted no further than `MOST` + 1; one statement."""
    queues = queues_of(desk)
    if not queues:
        return {}
    parts: list[str] = []
    values: list[Any] = []
    for queue in queues:
        sql, params = _queue(desk, queue).values("pk")[: MOST + 1].query.sql_with_params()
        parts.append(f"(select count(*) from ({sql}) counted)")  # noqa: S608  compiled by Django
        values += params
    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(parts)}", values)
        row = cursor.fetchone() or ()
    return dict(zip(queues, row, strict=True))


def listing(desk: Desk, queue: Queue, *, after: Key | None = None) -> Worklist:
    """A page of a queue, the most urgent on top: two statements however many rows."""
    found = _queue(desk, queue)
    if after is not None:
        later = Q(moment__gt=after.moment) | Q(moment=after.moment, id__gt=after.id)
        found = found.filter(Q(rank__gt=after.rank) | (Q(rank=after.rank) & later))
    rows = _rows(desk, found.order_by(*ORDER)[: PAGE + 1])
    return Worklist(tuple(rows[:PAGE]), rows[PAGE - 1].key if len(rows) > PAGE else None)


def search(desk: Desk, text: str) -> tuple[Row, ...]:
    """The newest dossiers of the desk that fit a code, a number, a phone or an owner's name."""
    visible = Dossier.objects.at_desk_of(desk.account, timezone.localdate(desk.at)).values("pk")
    found = _annotated().filter(fits(text), pk__in=visible).order_by("-filed_at", "-id")
    return tuple(_rows(desk, found[:PAGE]))


def _rows(desk: Desk, dossiers: DossierQuerySet) -> list[Row]:
    owner = Party.objects.filter(dossier=OuterRef("pk"), role=PartyRole.OWNER).values("name")
    shown = dossiers.annotate(owner=Subquery(owner), own=_own_party(desk.account)).values(
        *("id", "code", "status", "channel", "version__name", "owner", "receiving_agency", "resolving_agency"),
        *("stage_role", "until", "ended_at", "rank", "moment", "own"),
    )
    found = list(shown)
    agencies = {row["receiving_agency"] for row in found} | {row["resolving_agency"] for row in found}
    calendars = calendars_of(agencies, timezone.localdate(desk.at))
    return [_row(desk, row, calendars) for row in found]


def _row(desk: Desk, row: dict[str, Any], calendars: Mapping[UUID, Calendar]) -> Row:
    status, receiving, resolving = Status(row["status"]), row["receiving_agency"], row["resolving_agency"]
    roles = frozenset() if row["own"] else desk.roles_for(receiving, resolving)
    return Row(
        id=row["id"],
        code=row["code"],
        status=status,
        channel=row["channel"],
        procedure=row["version__name"],
        owner=row["owner"] or "",
        receiving=receiving,
        resolving=resolving,
        stage_role=row["stage_role"],
        until=row["until"],
        ended_at=row["ended_at"],
        calendar=calendars[receiving if status == Status.FILED else resolving],
        action=_next(status, row["stage_role"], roles),
        key=Key(row["rank"], row["moment"], row["id"]),
    )


def _next(status: Status, stage_role: str, roles: frozenset[str]) -> Action | None:
    """The first row of the lifecycle that the officer may try; in work only whose stage it is."""
    held = roles | ({Role.APPROVER} if Role.CHAIR in roles else set())
    if stage_role and stage_role not in held:
        return None
    open_now = {move.action for move in lifecycle.open_to(status, held)}
    return next((action for action in LIKELY if action in open_now), None)
