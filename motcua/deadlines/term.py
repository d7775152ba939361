"""A term that has been counted: what went in, what came out, and the words that explain it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .calendar import Calendar, Moment


class Unit(StrEnum):
    """Units of a term. `NONE` and `NO_DATE` give no date: nothing is stated, or "không hẹn ngày trả"."""

    HOUR = "hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    SAME_DAY = "same_day"
    NO_DATE = "no_date"
    NONE = ""


class Why(StrEnum):
    """Why a day counts or does not."""

    DAY_ZERO = "day_zero"
    WORKING_TIME = "working_time"
    WORKING_DAY = "working_day"
    MAKE_UP = "make_up"
    CALENDAR_DAY = "calendar_day"
    SAME_DAY = "same_day"
    AFTER_15 = "after_15"
    OUTSIDE_HOURS = "outside_hours"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SWAPPED_OFF = "swapped_off"
    LOCAL_OFF = "local_off"
    MOVED_END = "moved_end"
    PAUSED = "paused"
    NO_UNIT = "no_unit"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of an explanation; `vi` and `en` are whole sentences without a full stop."""

    date: date
    counted: bool
    why: str
    vi: str
    en: str


class Start(NamedTuple):
    """Where a term starts: the raw moment, the moment that counts, the moment from which hours run.

    `arrived` is what happened. `counted` is the same, or the next working moment when it happened outside
    working and reception time; its day is day 0. `runs` is the first working moment from there on.
    """

    arrived: Moment
    counted: Moment
    runs: Moment


class Stop(NamedTuple):
    """A pause that counts: from a moment, to a moment or still open."""

    began: Moment
    ended: Moment | None


class Term(NamedTuple):
    """A term and its two ends: `last` is the day the count itself reaches, `end` what became of it.

    They differ where the last day is a day off or lies in a pause. Both are None where the term gives no date, or
    while it is stopped. `minutes` is the amount of an hour term, `stops` the pauses that change something, merged.
    """

    amount: int | None
    unit: Unit
    calendar: Calendar
    start: Start
    last: int | None
    end: Moment | None
    minutes: int = 0
    stops: tuple[Stop, ...] = ()
    stopped: bool = False
