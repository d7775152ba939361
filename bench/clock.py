"""Due dates a second on one core, beside a counter that looks at every minute."""

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from motcua.deadlines import STANDARD, VIETNAM, due_at

from .entry import Entry

MANY, FEW, TURNS = 50_000, 40, 3
LEAST = 100_000
UNITS = (("working_day", 10), ("hour", 8), ("day", 30), ("month", 1), ("same_day", 0))
MINUTE = timedelta(minutes=1)


def cases(count: int) -> list[tuple[datetime, str, int]]:
    """Filings of a year, the same in each run."""
    dice, start = random.Random(9), datetime(2026, 1, 1, tzinfo=VIETNAM)
    return [(start + dice.randrange(525_600) * MINUTE, *UNITS[n % len(UNITS)]) for n in range(count)]


def walked(at: datetime, hours: int) -> datetime:
    """The end of an hour term, minute by minute, as one would write it down without a table."""
    left, spans = hours * 60, STANDARD.working
    holidays = {day.date for day in STANDARD.own}
    while left:
        minute = at.hour * 60 + at.minute
        works = any(start <= minute < end for start, end in spans[at.weekday()])
        left -= works and at.date() not in holidays
        at += MINUTE
    return at


def rate(deed: Callable[[], object], times: int) -> float:
    """How many a second of the processor."""
    began = time.process_time()
    deed()
    return times / (time.process_time() - began)


def entry() -> Entry:
    """Both in turns; the table is compared on the cases that the walk can do."""
    many, few = cases(MANY), [at for at, unit, _ in cases(FEW * len(UNITS)) if unit == "hour"]
    table, walk = list[float](), list[float]()
    for at, unit, amount in many[: len(UNITS)]:
        due_at(at, amount=amount, unit=unit, calendar=STANDARD)  # the tables of the year are made now
    for _ in range(TURNS):
        walk.append(rate(lambda: [walked(at, 8) for at in few], len(few)))
        table.append(
            rate(lambda: [due_at(at, amount=n, unit=unit, calendar=STANDARD) for at, unit, n in many], len(many))
        )
    value, floor = max(table), max(walk)
    note = f"{MANY} cases in five units" + ("" if value >= LEAST else f"; fewer than {LEAST}")
    return Entry("due dates", round(value), "1/s CPU", round(floor, 1), round(value / floor, 1), note)
