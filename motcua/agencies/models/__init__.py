"""Administrative units, agencies, their codes and their hours."""

from .agency import Agency, AgencyCode, AgencyKind, WorkingHours
from .unit import AdministrativeUnit, FormerUnit, Succession, UnitKind

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyCode",
    "AgencyKind",
    "FormerUnit",
    "Succession",
    "UnitKind",
    "WorkingHours",
]
