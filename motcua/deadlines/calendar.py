"""An agency's calendar as a plain value: weekly hours, reception hours, special days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from .days import DayKind, SpecialDay
from .nation import national_days
from .rules import DEFAULT, Rules

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DAY_MINUTES = 24 * 60

Intervals = tuple[tuple[int, int], ...]
Week = tuple[Intervals, ...]
Moment = tuple[int, int]
"""A local day as a proleptic ordinal, and the minute of that day."""

EMPTY_WEEK: Week = ((),) * 7


def week(hours: Mapping[str, Sequence[Sequence[str]]]) -> Week:
    """A week from {"1": [["07:00", "11:30"], …], … "7": […]}, ISO weekdays; "24:00" is the end of a day.

    :raises ValueError: a weekday, a time or an interval that cannot be.
    """
    if unknown := set(hours) - set("1234567"):
        raise ValueError(f"no such weekday: {', '.join(sorted(unknown))}")
    return tuple(tuple((_minute(start), _minute(end)) for start, end in hours.get(str(day), ())) for day in range(1, 8))


def _minute(text: str) -> int:
    hours, _colon, minutes = text.partition(":")
    if not (len(hours) == len(minutes) == 2 and (hours + minutes).isdecimal() and int(minutes) < 60):
        raise ValueError(f"not a time of day: {text}")
    return int(hours) * 60 + int(minutes)


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly hours from a day on: summer hours, winter hours, a new timetable."""

    since: date
    working: Week
    reception: Week = EMPTY_WEEK


@dataclass(frozen=True)
class Calendar:
    """Weekly hours and the days that differ from them. Minutes of the day; a start belongs, an end does not.

    `working` counts. `reception` only receives: a filing then counts on that day, but no term runs in it.
    `later` are the hours that follow from their days on, oldest first. `own` are special days that hold before the
    shipped ones on the same date: of the agency, or decreed since. Without `national` the shipped days are left out.
    `rules` say how it counts where the law is silent.

    :raises ValueError: intervals that overlap or leave the day, or a week without any working time.
    """

    working: Week
    reception: Week = EMPTY_WEEK
    own: tuple[SpecialDay, ...] = ()
    national: bool = True
    later: tuple[Hours, ...] = ()
    rules: Rules = DEFAULT
    kept: dict[int, "Year"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for hours in (Hours(date.min, self.working, self.reception), *self.later):
            _check_week(hours.working)
            _check_week(hours.reception)
            if not any(hours.working):
                raise ValueError("a calendar needs working hours")
        if any(after.since <= before.since for before, after in pairwise(self.later)):
            raise ValueError("later hours are out of order")

    def hours_on(self, ordinal: int) -> tuple[Week, Week]:
        """The weekly working and reception hours in force on a day."""
        found = (self.working, self.reception)
        for hours in self.later:
            if hours.since.toordinal() > ordinal:
                break
            found = (hours.working, hours.reception)
        return found

    def year(self, number: int) -> "Year":
        """The counted table of one year, made once.

        :raises UnknownYear: the nation's days of that year are not known.
        """
        made = self.kept.get(number)
        if made is None:
            made = self.kept[number] = Year(self, number)
        return made

    def special_days(self, year: int) -> dict[date, SpecialDay]:
        """The nation's days of the year under the agency's own."""
        days = dict(national_days(year)) if self.national else {}
        return days | {day.date: day for day in self.own if day.date.year == year}


def _check_week(hours: Week) -> None:
    if len(hours) != 7:
        raise ValueError("a week has seven days")
    for intervals in hours:
        _check(intervals)


def _check(intervals: Intervals) -> None:
    for start, end in intervals:
        if not 0 <= start < end <= DAY_MINUTES:
            raise ValueError(f"not an interval of one day: {start}–{end}")
    for (_start, before), (after, _end) in pairwise(intervals):
        if after < before:
            raise ValueError("intervals overlap or are out of order")


class Year:
    """One year of a calendar, laid out so that counting is looking up.

    `minutes[i]` is the working time before day i of the year, `counts[i]` the working days before it; both
    have one entry more than the year has days. `working` lists the ordinals of the working days.
    """

    __slots__ = ("counts", "first", "intervals", "minutes", "number", "reception", "special", "working")

    def __init__(self, calendar: Calendar, number: int) -> None:
        self.number = number
        self.first = date(number, 1, 1).toordinal()
        self.special = {day.toordinal(): special for day, special in calendar.special_days(number).items()}
        self.intervals: list[Intervals] = []
        self.reception: list[Intervals] = []
        self.working: list[int] = []
        self.minutes, self.counts = [0], [0]
        for ordinal in range(self.first, date(number, 12, 31).toordinal() + 1):
            weekday = _weekday(ordinal, self.special.get(ordinal))
            working, reception = calendar.hours_on(ordinal)
            intervals = () if weekday is None else working[weekday]
            self.intervals.append(intervals)
            self.reception.append(() if weekday is None else reception[weekday])
            if intervals:
                self.working.append(ordinal)
            self.minutes.append(self.minutes[-1] + sum(end - start for start, end in intervals))
            self.counts.append(len(self.working))


def _weekday(ordinal: int, special: SpecialDay | None) -> int | None:
    """Whose hours a day keeps: its own weekday's, those of the day made up for (else Monday's), or none."""
    if special is None or special.kind is DayKind.ORDINARY:
        return (ordinal - 1) % 7
    if special.kind is not DayKind.MAKE_UP:
        return None
    return special.instead_of.weekday() if special.instead_of else 0


TIMES = tuple(time(minute // 60, minute % 60, tzinfo=VIETNAM) for minute in range(DAY_MINUTES))
"""Every minute of a day in Vietnam's time, made once."""


def to_moment(at: datetime) -> Moment:
    """The local day and minute of an aware datetime; seconds are dropped.

    :raises ValueError: `at` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    local = at if at.tzinfo is VIETNAM else at.astimezone(VIETNAM)
    return local.toordinal(), local.hour * 60 + local.minute


def to_datetime(moment: Moment) -> datetime:
    """The aware datetime of a local day and minute; minute 1440 is the next midnight."""
    ordinal, minute = moment
    if minute >= DAY_MINUTES:
        ordinal, minute = ordinal + 1, minute - DAY_MINUTES
    return datetime.combine(date.fromordinal(ordinal), TIMES[minute])


OFFICE_DAY = [["07:00", "11:30"], ["13:30", "17:00"]]
STANDARD_WORKING = {str(day): OFFICE_DAY for day in range(1, 6)}
STANDARD = Calendar(week(STANDARD_WORKING))
"""Monday to Friday, 7:00–11:30 and 13:30–17:00, with the nation's days."""
