"""The calendar of an agency as the clock counts it: hours from their days on, decreed days, its own rules."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from motcua.deadlines import STANDARD, Calendar, DayKind, Hours, SpecialDay, week
from motcua.deadlines.rules import rules_of

from .models import CalendarDay


class Row(NamedTuple):
    """A row of hours as it is stored."""

    since: date
    working: Any
    reception: Any
    rules: Any


@lru_cache(maxsize=512)
def shared(calendar: Calendar) -> Calendar:
    """One calendar for equal ones, so that agencies with the same hours share its counted years."""
    return STANDARD if calendar == STANDARD else calendar


def calendar_from(rows: Sequence[Row], days: Iterable[CalendarDay], on: date) -> Calendar:
    """The calendar as it is known now: hours oldest first, those in force on `on` or later as they follow.

    The rules are those of the hours in force on `on`; decreed days of the agency hold before the nation's.
    """
    own = _days(days)
    if not rows:
        return shared(Calendar(STANDARD.working, STANDARD.reception, own))
    in_force = [row for row in rows if row.since <= on] or [rows[0]]
    now = in_force[-1]
    first = rows[0]
    later = tuple(Hours(row.since, week(row.working), week(row.reception)) for row in rows[1:])
    return shared(Calendar(week(first.working), week(first.reception), own, later=later, rules=rules_of(now.rules)))


def _days(days: Iterable[CalendarDay]) -> tuple[SpecialDay, ...]:
    found: dict[tuple[date, bool], CalendarDay] = {}
    for day in days:  # the newest of a date last
        found[day.date, day.agency_id is not None] = day
    held = {on: found[on, own] for own in (False, True) for (on, mine) in found if mine is own}
    return tuple(_special(held[on]) for on in sorted(held))


def _special(day: CalendarDay) -> SpecialDay:
    kind = DayKind(day.kind)
    return SpecialDay(day.date, kind, day.name_vi, day.name_en, day.decided, day.decision, day.instead_of)
