"""When a term ends, and why: the one function behind every promise, receipt and due date.

Bộ luật Dân sự 2015, art. 147: the day of the event is not counted. Art. 148: a term that ends on a day off ends
at the close of the next working day. Where the law is silent the rules are those of the decision records.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from .calendar import DAY_MINUTES, Calendar, Moment, to_datetime, to_moment
from .counting import (
    after_working_minutes,
    close_from,
    close_of,
    minutes_between,
    months_later,
    next_working_moment,
    nth_working_day,
    start_of,
)
from .explaining import explain
from .stops import inside, merged, read
from .term import Day, Start, Stop, Term, Unit

UNITS = {str(unit): unit for unit in Unit}
DATELESS = (Unit.NONE, Unit.NO_DATE)
Pauses = Sequence[tuple[datetime, datetime | None]]


class Due:
    """The end of a term. `due_at` is None where no date can be given; the explanation says why.

    `stopped` tells a term that waits for the end of a pause from one without a date. `counted_at` is the counted
    moment: the event's own, or the next working moment when the event lay outside working and reception time (hour
    terms: outside working time). All moments are aware, in Vietnam's time, and whole minutes.
    """

    __slots__ = ("_days", "term")

    def __init__(self, term: Term) -> None:
        self.term = term
        self._days: tuple[Day, ...] | None = None

    @property
    def due_at(self) -> datetime | None:
        """The end, or None."""
        end = self.term.end
        return to_datetime(end) if end else None

    @property
    def counted_at(self) -> datetime:
        """From where it counts."""
        term = self.term
        return to_datetime(term.start.runs if term.unit is Unit.HOUR else term.start.counted)

    @property
    def stopped(self) -> bool:
        """Whether an open pause leaves it without a date."""
        return self.term.stopped

    @property
    def explanation(self) -> tuple[Day, ...]:
        """Each day from the event to the end, counted or skipped and why; never empty."""
        if self._days is None:
            self._days = explain(self.term)
        return self._days


class _Count(NamedTuple):
    """What a term asks for, before pauses: units for days and months, minutes for hours."""

    amount: int
    minutes: int
    unit: Unit
    calendar: Calendar
    start: Start


def due(at: datetime, *, amount: float | None, unit: str, calendar: Calendar, pauses: Pauses = ()) -> Due:
    """When a term of `amount` `unit` ends that starts with an event at `at`.

    Units: `hour` (working hours, also a fraction that is whole minutes), `working_day`, `day`, `month`, `same_day`
    (ignores the amount and closed pauses), and `no_date` or an empty one, which give no date, as does a missing
    amount. `pauses` are (from, to) in any order; an open one has no end.

    :raises ValueError: a moment has no time zone, the amount is negative or a fraction of a day or a month, the unit
        is unknown, a pause ends before it begins.
    :raises UnknownYear: the term reaches a year whose holidays are not known.
    """
    measured = UNITS.get(unit)
    if measured is None:
        raise ValueError(f"no such unit: {unit}")
    whole, minutes = _amount(amount, measured)
    start = start_of(calendar, to_moment(at))
    if measured in DATELESS or (amount is None and measured is not Unit.SAME_DAY):
        if pauses:
            read(pauses)
        return Due(Term(whole, measured, calendar, start, None, None))
    count = _Count(whole or 0, minutes, measured, calendar, start)
    if not pauses:
        last, end = _ends(count, ())
        return Due(Term(whole, measured, calendar, start, last, end, minutes))
    return Due(_with_pauses(count, whole, read(pauses)))


def due_at(
    at: datetime, *, amount: float | None, unit: str, calendar: Calendar, pauses: Pauses = ()
) -> datetime | None:
    """The end alone, for whoever counts many: the same tables and rules, without what explains it."""
    measured = UNITS.get(unit)
    if pauses or measured is None or measured in DATELESS or type(amount) is not int or amount < 0:
        return due(at, amount=amount, unit=unit, calendar=calendar, pauses=pauses).due_at
    count = _Count(amount, amount * 60, measured, calendar, start_of(calendar, to_moment(at)))
    return to_datetime(COUNTS[measured](count, ())[1])


def _amount(amount: float | None, unit: Unit) -> tuple[int | None, int]:
    """The amount as a whole number, and as minutes for an hour term."""
    if amount is None:
        return None, 0
    if type(amount) not in {int, float} or not amount >= 0:
        raise ValueError(f"a term is a number from 0 on: {amount!r}")
    if unit is Unit.HOUR:
        minutes = amount * 60
        if minutes != int(minutes):
            raise ValueError(f"hours in whole minutes: {amount!r}")
        return int(amount), int(minutes)
    if unit is Unit.SAME_DAY:
        return int(amount), 0
    if amount != int(amount):
        raise ValueError(f"a term in days or months is a whole number: {amount!r}")
    return int(amount), 0


def _with_pauses(count: _Count, amount: int | None, stops: list[Stop]) -> Term:
    """Count with one pause after the other, in the order of their beginnings.

    One that begins at or after the end counted with those before it changes nothing, nor do the later ones.
    """
    taken: list[Stop] = []
    last, end = _ends(count, ())
    for stop in stops:
        if stop.began >= end:
            break
        taken.append(stop)
        if stop.ended is None:
            held = merged(taken)
            return Term(amount, count.unit, count.calendar, count.start, None, None, count.minutes, held, True)
        if count.unit is not Unit.SAME_DAY:
            last, end = _ends(count, merged(taken))
    held = () if count.unit is Unit.SAME_DAY else merged(taken)
    return Term(amount, count.unit, count.calendar, count.start, last, end, count.minutes, held)


def _ends(count: _Count, stops: tuple[Stop, ...]) -> tuple[int, Moment]:
    """The last day as counted, and the end after moving it off a day off and out of a pause."""
    last, end = COUNTS[count.unit](count, stops)
    if not stops:
        return last, end
    while (stop := inside(stops, end)) is not None and stop.ended is not None:
        end = _after_pause(count, stop.ended)
    return last, end


def _after_pause(count: _Count, ended: Moment) -> Moment:
    """The close of the day on which the pause ends, or of the next working day."""
    calendar = count.calendar
    if not calendar.rules.paused_end_closes:
        return next_working_moment(calendar, ended)
    closes = close_from(calendar, ended[0], (ended[0], 0))
    return closes if closes >= ended else close_of(calendar, nth_working_day(calendar, ended[0], 1))


def _same_day(count: _Count, _stops: tuple[Stop, ...]) -> tuple[int, Moment]:
    (zero, minute), calendar = count.start.counted, count.calendar
    last = zero if minute <= calendar.rules.same_day_until else nth_working_day(calendar, zero, 1)
    return last, close_from(calendar, last, count.start.counted)


def _hours(count: _Count, stops: tuple[Stop, ...]) -> tuple[int, Moment]:
    if not count.minutes:
        return count.start.runs[0], count.start.runs
    runs = count.start.runs
    covered = _covered(count.calendar, stops, runs) if stops else 0
    end = after_working_minutes(count.calendar, runs, count.minutes + covered)
    return end[0], end


def _covered(calendar: Calendar, stops: tuple[Stop, ...], since: Moment) -> int:
    """Working minutes that the pauses cover from a moment on."""
    return sum(
        minutes_between(calendar, max(began, since), ended)
        for began, ended in stops
        if ended is not None and ended > since
    )


def _working_days(count: _Count, stops: tuple[Stop, ...]) -> tuple[int, Moment]:
    zero, calendar = count.start.counted[0], count.calendar
    days = count.amount - (calendar.rules.counts_event_day and count.amount > 0)
    if not days:
        end = close_from(calendar, zero, count.start.counted)
        return zero, end
    last = nth_working_day(calendar, zero, days)
    end = close_of(calendar, last)
    closed = (zero, DAY_MINUTES)  # after the close of day 0 no working time is left on it
    if stops and (covered := _covered(calendar, stops, closed)):
        whole = minutes_between(calendar, closed, end)
        ran = after_working_minutes(calendar, closed, whole + covered)
        last, end = ran[0], close_of(calendar, ran[0]) if calendar.rules.rounds_up else ran
    return last, end


def _calendar_days(count: _Count, stops: tuple[Stop, ...]) -> tuple[int, Moment]:
    zero, calendar = count.start.counted[0], count.calendar
    amount = count.amount - (calendar.rules.counts_event_day and count.amount > 0)
    last = months_later(zero, count.amount) if count.unit is Unit.MONTH else zero + amount
    for began, ended in stops:
        if ended is not None and ended > count.start.counted:
            last += ended[0] - max(began, count.start.counted)[0]
    return last, close_from(calendar, last, count.start.counted)


COUNTS = {
    Unit.HOUR: _hours,
    Unit.WORKING_DAY: _working_days,
    Unit.DAY: _calendar_days,
    Unit.MONTH: _calendar_days,
    Unit.SAME_DAY: _same_day,
}
