"""When a term ends, and why: the one function behind every promise, receipt and due date.

Bộ luật Dân sự 2015, art. 147: the day of the event is not counted. Art. 148: a term that ends on a day off ends
at the close of the next working day. Where the law is silent the rules are those of the decision records.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from .calendar import Calendar, Moment, to_datetime, to_moment
from .counting import after_working_minutes, close_from, close_of, months_later, nth_working_day, start_of
from .explaining import explain
from .term import Day, Start, Term, Unit

SAME_DAY_UNTIL = 15 * 60
"""15 o'clock: what counts later than that is due on the next working day (as published procedures say)."""


@dataclass(frozen=True)
class Due:
    """The end of a term. `due_at` is None where no date can be given; the explanation says why.

    `counted_at` is the counted moment: the event's own, or the next working moment when the event lay outside
    working and reception time (hour terms: outside working time). All moments are aware, in Vietnam's time, and
    whole minutes.
    """

    due_at: datetime | None
    counted_at: datetime
    term: Term = field(repr=False)

    @cached_property
    def explanation(self) -> tuple[Day, ...]:
        """Each day from the event to the end, counted or skipped and why; never empty."""
        return explain(self.term)


def due(at: datetime, *, amount: int | None, unit: str, calendar: Calendar) -> Due:
    """When a term of `amount` `unit` ends that starts with an event at `at`.

    Units: `hour` (working hours), `working_day`, `day`, `month`, `same_day` (ignores the amount), and `no_date`
    or an empty one, which give no date, as does a missing amount.

    :raises ValueError: `at` has no time zone, the amount is negative or no whole number, the unit is unknown.
    :raises UnknownYear: the term reaches a year whose holidays are not known.
    """
    measured = Unit(unit)
    if amount is not None and (type(amount) is not int or amount < 0):
        raise ValueError(f"a term is a whole number from 0 on: {amount!r}")
    start = start_of(calendar, to_moment(at))
    last, end = _ends(start, amount, measured, calendar)
    term = Term(amount, measured, calendar, start, last, end)
    counted = start.runs if measured is Unit.HOUR else start.counted
    return Due(to_datetime(end) if end else None, to_datetime(counted), term)


def _ends(start: Start, amount: int | None, unit: Unit, calendar: Calendar) -> tuple[int | None, Moment | None]:
    """The last day as counted, and the end after moving it off a day off."""
    zero, minute = start.counted
    if unit is Unit.SAME_DAY:
        last = zero if minute <= SAME_DAY_UNTIL else nth_working_day(calendar, zero, 1)
        return last, close_from(calendar, last, start.counted)
    if amount is None or unit in (Unit.NONE, Unit.NO_DATE):
        return None, None
    if unit is Unit.HOUR:
        end = after_working_minutes(calendar, start.runs, amount * 60)
        return end[0], end
    if unit is Unit.WORKING_DAY and amount:
        last = nth_working_day(calendar, zero, amount)
        return last, close_of(calendar, last)
    last = months_later(zero, amount) if unit is Unit.MONTH else zero + amount
    return last, close_from(calendar, last, start.counted)
