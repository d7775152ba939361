"""Administrative units, agencies, their codes and their hours."""

from .agency import Agency, AgencyCode, AgencyKind, CalendarDay, DayChange, WorkingHours
from .unit import AdministrativeUnit, FormerProvince, FormerUnit, LoadedTable, Succession, UnitKind

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyCode",
    "AgencyKind",
    "CalendarDay",
    "DayChange",
    "FormerProvince",
    "FormerUnit",
    "LoadedTable",
    "Succession",
    "UnitKind",
    "WorkingHours",
]
