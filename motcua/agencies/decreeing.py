"""Changing the calendar: a day that is decreed, hours that follow. What it touches is told to whoever counts."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from motcua.common import kept
from motcua.common.events import publish
from motcua.deadlines import Calendar, week
from motcua.deadlines.rules import rules_of

from .models import Agency, CalendarDay, WorkingHours


@dataclass(frozen=True)
class Decreed:
    """What a decision makes of a day; see `CalendarDay`."""

    date: datetime.date
    kind: str
    name_vi: str
    name_en: str
    decision: str = ""
    decided: bool = True
    instead_of: datetime.date | None = None


@transaction.atomic
def decree_day(decreed: Decreed, *, agency: Agency | None, at: datetime.datetime) -> CalendarDay:
    """Make a day off, or on, for the nation or for one agency; open dossiers that it touches are counted again."""
    day = CalendarDay.objects.create(
        agency=agency,
        date=decreed.date,
        kind=decreed.kind,
        name_vi=decreed.name_vi,
        name_en=decreed.name_en,
        decided=decreed.decided,
        decision=decreed.decision,
        instead_of=decreed.instead_of,
        decreed_at=at,
    )
    _tell(str(day.pk))
    return day


@transaction.atomic
def follow_hours(
    agency: Agency, *, since: datetime.date, working: Any, reception: Any, rules: Any, at: datetime.datetime
) -> WorkingHours:
    """Let other hours, or other rules, hold from a day on.

    :raises ValueError: hours or rules that cannot be.
    """
    Calendar(week(working), week(reception), rules=rules_of(rules))
    row = WorkingHours.objects.create(
        agency=agency, valid_from=since, working=working, reception=reception, rules=rules
    )
    _tell(str(row.pk))
    return row


def _tell(change: str) -> None:
    publish("calendar.change", change=change)
    transaction.on_commit(kept.forget)
