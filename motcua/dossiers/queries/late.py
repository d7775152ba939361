"""What is late at a moment, for the public: which office, which procedure, how long, who holds it; nobody's name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.dateparse import parse_datetime

from motcua import deadlines
from motcua.accounts.models import Role
from motcua.agencies import queries as agencies
from motcua.agencies.queries import calendars_of

from ..lifecycle import REVERSALS
from ..models import Dossier, HistoryLine
from ..stages import stages_of
from ..states import Status

PAGE = 20
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class LateRow:
    """One late dossier. Of its code only the last two digits: nothing that a look-up could use."""

    agency: str
    procedure: str
    days: int
    holder: str
    digits: str


@dataclass(frozen=True)
class LatePage:
    """A page of them, the key of the next one, and the agencies that have any."""

    rows: tuple[LateRow, ...]
    following: str
    agencies: tuple[tuple[UUID, str], ...]
    agency: UUID | None


def late_page(at: datetime, *, agency: UUID | None = None, after: str = "") -> LatePage:
    """What was due before `at` and is still in work, the longest first: four statements however many."""
    late = Dossier.objects.filter(status__in=(Status.ACCEPTED, Status.PROCESSING), due_at__lt=at)
    ids = list(late.order_by().values_list("resolving_agency", flat=True).distinct()[:200])
    found = late.filter(resolving_agency=agency) if agency else late
    if key := _key(after):
        due, pk = key
        found = found.filter(Q(due_at__gt=due) | Q(due_at=due, pk__gt=pk))
    listed = found.order_by("due_at", "id").values(
        "id", "code", "due_at", "resolving_agency", "version", "version__name", "stage", "status"
    )
    rows = list(listed[: PAGE + 1])
    calendars = calendars_of({row["resolving_agency"] for row in rows}, at.date())
    names = {pk: agencies.agency(pk).short_name for pk in {*ids, *(row["resolving_agency"] for row in rows)}}
    last: Any = rows[PAGE - 1] if len(rows) > PAGE else None
    following = f"{last['due_at'].isoformat()}_{last['id']}" if last else ""
    return LatePage(
        rows=tuple(_row(row, at, calendars[row["resolving_agency"]], names) for row in rows[:PAGE]),
        following=following,
        agencies=tuple(sorted(((pk, names[pk]) for pk in ids), key=lambda pair: pair[1])),
        agency=agency,
    )


def _key(after: str) -> tuple[datetime, UUID] | None:
    due, _mark, pk = after.replace(" ", "+").partition("_")
    try:
        moment = parse_datetime(due)
        return (moment, UUID(pk)) if moment and moment.tzinfo else None
    except ValueError:
        return None


def _row(row: Any, at: datetime, calendar: deadlines.Calendar, names: dict[UUID, str]) -> LateRow:
    return LateRow(
        agency=names[row["resolving_agency"]],
        procedure=row["version__name"],
        days=-deadlines.working_days_left(at, row["due_at"], calendar),
        holder=holder(row["version"], row["stage"], row["status"]),
        digits=row["code"][-2:],
    )


def holder(version_id: UUID, stage: int, status: int) -> str:
    """Which post holds a dossier: the role of its stage."""
    role = Role.HANDLER if status == Status.ACCEPTED else stages_of(version_id)[max(stage, 1) - 1].role
    return str(Role(role).label)


def reversals_by_agency(at: datetime) -> list[tuple[str, int]]:
    """How often each office put a mistake right within a year, the most first (lifecycle rule 11)."""
    lines = HistoryLine.objects.filter(action__in=REVERSALS, at__gt=at - YEAR, agency__isnull=False)
    counted = lines.order_by().values("agency__short_name").annotate(count=Count("id")).order_by("-count")
    return [(row["agency__short_name"], row["count"]) for row in counted[:50]]
