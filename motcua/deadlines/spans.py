"""Working time between two moments, and what is left until a due date."""

from datetime import date, datetime, timedelta

from .calendar import Calendar, to_moment
from .counting import minutes_between, year_of


def minutes_left(now: datetime, due: datetime, calendar: Calendar) -> int:
    """Working minutes from `now` to `due`; below zero when `due` has passed."""
    start, end = to_moment(now), to_moment(due)
    return minutes_between(calendar, start, end) if start <= end else -minutes_between(calendar, end, start)


def working_time_between(a: datetime, b: datetime, calendar: Calendar) -> timedelta:
    """Working time between two moments, in whole minutes; negative when `b` comes before `a`."""
    return timedelta(minutes=minutes_left(a, b, calendar))


def working_days_left(now: datetime, due: datetime, calendar: Calendar) -> int:
    """Working days after today up to the day of `due`; 0 is today, below zero the working days since.

    A due date that passed earlier today is 0 as well: whether it is late is for the minutes to say.
    """
    today, last = to_moment(now)[0], to_moment(due)[0]
    return _days(calendar, today, last) if today <= last else -_days(calendar, last, today)


def working_day_before(due: datetime, days: int, calendar: Calendar) -> date:
    """The day that lies so many working days before the day of `due`."""
    ordinal = to_moment(due)[0]
    year = year_of(calendar, ordinal)
    place = year.counts[ordinal - year.first] - days
    while place < 0:
        year = calendar.year(year.number - 1)
        place += len(year.working)
    return date.fromordinal(year.working[place])


def _days(calendar: Calendar, after: int, through: int) -> int:
    first, last = year_of(calendar, after), year_of(calendar, through)
    between = sum(len(calendar.year(number).working) for number in range(first.number, last.number))
    return between + last.counts[through - last.first + 1] - first.counts[after - first.first + 1]
