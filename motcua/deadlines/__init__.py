"""The clock: when a term ends by law and by an agency's calendar, and why. Pure: no database, no reading of time."""

from .calendar import EMPTY_WEEK, STANDARD, STANDARD_WORKING, VIETNAM, Calendar, Hours, Week, week
from .days import DayKind, SpecialDay
from .due import Due, due, due_at
from .nation import UnknownYear, national_days
from .rules import Rules
from .sharing import Standing, budgets, held, standing_by_day, standing_by_minute
from .spans import minutes_left, working_day_before, working_days_left, working_time_between
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
    "Hours",
    "Rules",
    "SpecialDay",
    "Standing",
    "Unit",
    "UnknownYear",
    "Week",
    "Why",
    "budgets",
    "due",
    "due_at",
    "held",
    "minutes_left",
    "national_days",
    "standing_by_day",
    "standing_by_minute",
    "week",
    "working_day_before",
    "working_days_left",
    "working_time_between",
]
