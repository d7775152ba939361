"""The duties of a sweep over a million open dossiers, of which a thousand fell due since the one before.

`python -m bench.sweep` inside the measured installation; prints one JSON object.
"""

import json
import time
from collections import Counter
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - models need settings that stand
from django.utils import timezone  # noqa: E402

from motcua.dossiers import duties  # noqa: E402
from motcua.dossiers.models import Dossier  # noqa: E402
from motcua.dossiers.states import Status  # noqa: E402

from .entry import Entry  # noqa: E402

OPEN, DUE, MOST_SECONDS = 1_000_000, 1_000, 2.0
CLOSES = 17
# Twins of an accepted dossier: a thousand promised for the close of each of the next thousand days.
TWINS = """
insert into dossiers_dossier ({columns})
select {values} from dossiers_dossier as one cross join generate_series(0, %(count)s - 1) as n where one.id = %(model)s
"""
OWN = {
    "id": "gen_random_uuid()",
    "code": "'H20.BENCH-' || n",
    "due_at": "%(first)s::timestamptz + (n / %(due)s) * interval '1 day'",
}


def fill(model: UUID, first: datetime) -> None:
    """A million in work."""
    with connection.cursor() as cursor:
        cursor.execute("select column_name from information_schema.columns where table_name = 'dossiers_dossier'")
        columns = [name for (name,) in cursor.fetchall()]
        values = ", ".join(OWN.get(name, f'one."{name}"') for name in columns)
        named = ", ".join(f'"{name}"' for name in columns)
        given: dict[str, str | int | datetime | UUID] = {"count": OPEN, "due": DUE, "first": first, "model": str(model)}
        cursor.execute(TWINS.format(columns=named, values=values), given)
        cursor.execute("vacuum analyze dossiers_dossier")


def scan(at: datetime) -> float:
    """The floor: one look at every open dossier without an index, and nothing done."""
    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local enable_indexscan = off")
        cursor.execute("set local enable_indexonlyscan = off")
        cursor.execute("set local enable_bitmapscan = off")
        cursor.execute("select count(*) from dossiers_dossier where status in (2, 4) and due_at < %s", [at])
    return time.perf_counter() - began


def sweep(at: datetime) -> tuple[float, Counter[str]]:
    """Every duty as of a moment: seconds, and how often each did something."""
    began = time.perf_counter()
    done = Counter(outcome.duty for outcome in duties.run_all(at=at))
    return time.perf_counter() - began, done


def measure() -> Entry:
    """What was owed before is done first; then a thousand fall due, and the next morning others come near."""
    model = Dossier.objects.filter(status=Status.ACCEPTED, due_at__isnull=False).first()
    assert model is not None, "no accepted dossier to make twins of"
    first = timezone.localtime().replace(hour=CLOSES, minute=0, second=0, microsecond=0) + timedelta(days=30)
    fill(model.pk, first)
    sweep(first - timedelta(hours=1))
    floor = min(scan(first) for _ in range(3))
    seconds, done = sweep(first + timedelta(minutes=5))
    assert done["overdue"] == DUE, done
    idle, _ = sweep(first + timedelta(minutes=6))
    said = [
        f"{OPEN} open, {', '.join(f'{count} {duty}' for duty, count in done.items())}",
        f"again, nothing due: {idle:.2f} s",
    ]
    if seconds > MOST_SECONDS:
        said.append(f"more than {MOST_SECONDS} s")
    return Entry("sweep", round(seconds, 2), "s", round(floor, 2), round(seconds / floor, 1), "; ".join(said))


if __name__ == "__main__":
    print(json.dumps(asdict(measure())))
