"""Calendars by the code of an agency, for commands."""

from datetime import datetime

from django.db import DatabaseError

from motcua.deadlines import Calendar

from .queries import agency_with_code, calendar_of


def calendar_with_code(code: str, at: datetime) -> Calendar:
    """The calendar of the agency that carries, or once carried, the code.

    :raises ValueError: there is none, or the installation has no tables yet.
    """
    try:
        agency = agency_with_code(code)
    except DatabaseError as empty:
        raise ValueError("this installation has no agencies yet: start it once with `motcua run`") from empty
    if agency is None:
        raise ValueError(f"no agency carries the code {code}")
    return calendar_of(agency, at.date())
