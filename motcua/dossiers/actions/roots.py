"""Daily roots over all dossiers: what lets anyone see later that nothing was cut off or dated back."""

import json
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from .. import trail
from ..models import DailyRoot, HistoryLine

SETTLED_AFTER = timedelta(minutes=15)
"""After midnight: a line of the old day may still be on its way into the database."""
LOCK = 8_310_457_002
LAST_OF_DAY = """
select distinct on (dossier_id) dossier_id, number, hash from dossiers_historyline
where at >= %s and at < %s order by dossier_id, number desc
"""


def publish_roots(*, at: datetime) -> list[date]:
    """Compute the roots of every finished day that has none, oldest first; the days that got one. Twice is as once."""
    made: list[date] = []
    while (day := _next_day(at)) is not None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
            if _next_day(at) == day:  # another worker may have been here while we waited
                _compute(day, at)
                made.append(day)
    return made


def _next_day(at: datetime) -> date | None:
    """The first finished day without a root, or None."""
    last = DailyRoot.objects.order_by("-day").values_list("day", flat=True).first()
    if last is None:
        first = HistoryLine.objects.order_by("at").values_list("at", flat=True).first()
        day = timezone.localdate(first) if first else None
    else:
        day = last + timedelta(days=1)
    return day if day and _begin(day + timedelta(days=1)) + SETTLED_AFTER <= at else None


def _begin(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_default_timezone())


def _compute(day: date, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LAST_OF_DAY, [_begin(day), _begin(day + timedelta(days=1))])
        rows = cursor.fetchall()
    told = day.isoformat()
    leaves = sorted(
        [trail.mark(str(pk), told), number, trail.head(str(pk), told, number, line_hash)]
        for pk, number, line_hash in rows
    )
    previous = DailyRoot.objects.order_by("-day").values_list("root", flat=True).first() or ""
    DailyRoot.objects.create(
        day=day,
        previous=previous,
        root=trail.root_of(told, previous, leaves),
        count=len(leaves),
        leaves=json.dumps(leaves, separators=(",", ":")),
        computed_at=at,
    )
