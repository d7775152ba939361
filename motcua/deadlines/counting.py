"""Walking a calendar: the next working moment, the Nth working day, so many working minutes on."""

from bisect import bisect_left
from calendar import monthrange
from datetime import date

from .calendar import Calendar, Intervals, Moment, Year
from .term import Start

_from_ordinal = date.fromordinal


def year_of(calendar: Calendar, ordinal: int) -> Year:
    """The counted year in which the day lies."""
    number = _from_ordinal(ordinal).year
    return calendar.kept.get(number) or calendar.year(number)


def intervals_of(calendar: Calendar, ordinal: int) -> Intervals:
    """The working intervals of one day, empty on a day off."""
    year = year_of(calendar, ordinal)
    return year.intervals[ordinal - year.first]


def _holds(intervals: Intervals, minute: int) -> bool:
    return any(start <= minute < end for start, end in intervals)


def start_of(calendar: Calendar, arrived: Moment) -> Start:
    """Where a term starts that an event at `arrived` sets going."""
    ordinal, minute = arrived
    year = year_of(calendar, ordinal)
    place, rules = ordinal - year.first, calendar.rules
    runs = None
    for start, end in year.intervals[place]:
        if minute < start:
            runs = ordinal, start
            break
        if minute < end or (rules.close_belongs and minute == end):
            return Start(arrived, arrived, arrived)
    if runs is None:
        runs = _opening(calendar, year, place)
    reception = year.reception[place]
    received = reception and rules.reception_counts and _holds(reception, minute)
    return Start(arrived, arrived if received else runs, runs)


def _opening(calendar: Calendar, year: Year, place: int) -> Moment:
    """Where working time begins on the next working day."""
    following = year.counts[place + 1]
    if following < len(year.working):
        ordinal = year.working[following]
        return ordinal, year.intervals[ordinal - year.first][0][0]
    ordinal = nth_working_day(calendar, year.first + place, 1)
    return ordinal, intervals_of(calendar, ordinal)[0][0]


def next_working_moment(calendar: Calendar, moment: Moment) -> Moment:
    """`moment` itself inside an interval, else the start of the next one."""
    ordinal, minute = moment
    year = year_of(calendar, ordinal)
    for start, end in year.intervals[ordinal - year.first]:
        if minute < end:
            return ordinal, max(start, minute)
    return _opening(calendar, year, ordinal - year.first)


def nth_working_day(calendar: Calendar, ordinal: int, count: int) -> int:
    """The `count`th working day after the day, as an ordinal; `count` from 1."""
    year = year_of(calendar, ordinal)
    place = year.counts[ordinal - year.first + 1] + count - 1
    while place >= len(year.working):
        place -= len(year.working)
        year = calendar.year(year.number + 1)
    return year.working[place]


def close_of(calendar: Calendar, ordinal: int) -> Moment:
    """The end of working time on a working day."""
    return ordinal, intervals_of(calendar, ordinal)[-1][1]


def close_from(calendar: Calendar, ordinal: int, not_before: Moment) -> Moment:
    """The close of the day, or of the next working day where it is a day off or has closed before the event."""
    intervals = intervals_of(calendar, ordinal)
    if intervals and (ordinal, intervals[-1][1]) > not_before:
        return ordinal, intervals[-1][1]
    return close_of(calendar, nth_working_day(calendar, ordinal, 1))


def minutes_into(year: Year, moment: Moment) -> int:
    """Working minutes from the start of the year up to the moment."""
    ordinal, minute = moment
    place = ordinal - year.first
    passed = year.minutes[place]
    for start, end in year.intervals[place]:
        if start >= minute:
            break
        passed += (min(minute, end)) - start
    return passed


def minutes_between(calendar: Calendar, since: Moment, until: Moment) -> int:
    """Working minutes from a moment to a later one."""
    first, last = year_of(calendar, since[0]), year_of(calendar, until[0])
    between = sum(calendar.year(number).minutes[-1] for number in range(first.number, last.number))
    return between + minutes_into(last, until) - minutes_into(first, since)


def after_working_minutes(calendar: Calendar, runs: Moment, minutes: int) -> Moment:
    """The moment at which so many working minutes have run; an interval filled exactly ends at its end."""
    if not minutes:
        return runs
    year = year_of(calendar, runs[0])
    table = year.minutes
    target = minutes_into(year, runs) + minutes
    while target > table[-1]:
        target -= table[-1]
        year = calendar.year(year.number + 1)
        table = year.minutes
    place = bisect_left(table, target) - 1
    left = target - table[place]
    for start, end in year.intervals[place]:
        if left <= end - start:
            return year.first + place, start + left
        left -= end - start
    raise AssertionError("a year's table disagrees with its intervals")


def months_later(ordinal: int, months: int) -> int:
    """The same day so many months on, or the last of that month where it has no such day (art. 147, 148)."""
    day = date.fromordinal(ordinal)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()
