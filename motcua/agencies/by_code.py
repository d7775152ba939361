"""Calendars by the code of an agency, for commands."""

from datetime import datetime

from django.db import DatabaseError

from motcua.deadlines import Calendar

from .queries import agency_that_carried, calendar_of
from .successors import of_today


def calendar_with_code(code: str, at: datetime) -> Calendar:
    """The calendar of the agency that carries, or once carried, the code; after its end that of its successor.

    :raises ValueError: there is none, or the installation has no tables yet.
    """
    try:
        agency = agency_that_carried(code)
    except DatabaseError as empty:
        raise ValueError("this installation has no agencies yet: start it once with `motcua run`") from empty
    if agency is None:
        raise ValueError(f"no agency carries the code {code}")
    if agency.valid_to is not None and agency.valid_to <= at.date():
        agency = of_today(agency) or agency
    return calendar_of(agency, at.date())
