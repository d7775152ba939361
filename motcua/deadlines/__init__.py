"""The clock: when a term ends by law and by an agency's calendar, and why. Pure: no database, no reading of time."""

from .calendar import EMPTY_WEEK, STANDARD, STANDARD_WORKING, VIETNAM, Calendar, Week, week
from .days import DayKind, SpecialDay
from .due import Due, due
from .nation import UnknownYear, national_days
from .spans import minutes_left, working_days_left, working_time_between
from .term import Day, Unit, Why

__all__ = [
    "EMPTY_WEEK",
    "STANDARD",
    "STANDARD_WORKING",
    "VIETNAM",
    "Calendar",
    "Day",
    "DayKind",
    "Due",
    "SpecialDay",
    "Unit",
    "UnknownYear",
    "Week",
    "Why",
    "due",
    "minutes_left",
    "national_days",
    "week",
    "working_days_left",
    "working_time_between",
]
