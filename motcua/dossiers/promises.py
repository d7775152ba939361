"""Two moments, two dates, one function: the acceptance check, and the term that runs from acceptance.

`term` is that function: the promise before filing, the date on the receipt and the stored due date are its answers.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from motcua import deadlines
from motcua.agencies.models import Agency
from motcua.agencies.queries import calendar_of, calendars_together
from motcua.catalogue.models import TimeUnit
from motcua.common import statements

from .models import Dossier

CHECK_HOURS = 8  # working hours; Nghị định 45/2020/NĐ-CP, reply to an on-line filing
MINUTE = timedelta(minutes=1)
PAUSES = """
select began_at, ended_at from dossiers_pause where dossier_id = %s and voided_at is null order by began_at, id
"""

Pauses = Sequence[tuple[datetime, datetime | None]]


class Promise(NamedTuple):
    """What is told before filing. `result_by` is None where no date can be promised."""

    accept_by: datetime
    result_by: datetime | None


class Counted(NamedTuple):
    """A counted term. `due_at` is None where it has no date, or while it is `stopped`; the days say why."""

    due_at: datetime | None
    stopped: bool
    days: tuple[deadlines.Day, ...]


def pauses_of(dossier: Dossier) -> Pauses:
    """The pauses that count, oldest first; the open one has no end."""
    return [(began, ended) for began, ended in statements.rows(PAUSES, [dossier.pk])]


def resolving_calendar(dossier: Dossier, at: datetime) -> deadlines.Calendar:
    """The calendar by which the resolution term counts."""
    return calendar_of(dossier.resolving, timezone.localdate(at))


def receiving_calendar(dossier: Dossier, at: datetime) -> deadlines.Calendar:
    """The calendar by which the desk's hours count."""
    return calendar_of(dossier.receiving, timezone.localdate(at))


def working_hours_on(dossier: Dossier, at: datetime) -> datetime:
    """The end of eight working hours of the desk: the acceptance check, the answer to a withdrawal."""
    ends = hours_check(dossier, at).due_at
    if ends is None:
        raise ValueError("an hour term always ends")
    return ends


def hours_check(dossier: Dossier, at: datetime) -> deadlines.Due:
    """The same with its explanation."""
    return _check(receiving_calendar(dossier, at), at)


def _check(calendar: deadlines.Calendar, at: datetime) -> deadlines.Due:
    return deadlines.due(at, amount=CHECK_HOURS, unit=TimeUnit.HOUR, calendar=calendar)


def has_term(dossier: Dossier) -> bool:
    """Whether a date can be counted: a unit with its amount, and not “không hẹn ngày trả”."""
    if not dossier.term_unit or dossier.term_unit == TimeUnit.NO_DATE:
        return False
    return dossier.term_unit == TimeUnit.SAME_DAY or dossier.term_amount is not None


def term(dossier: Dossier, start: datetime, pauses: Pauses = ()) -> deadlines.Due | None:
    """The dossier's term from `start`; None where it has no date."""
    if not has_term(dossier):
        return None
    return deadlines.due(
        start,
        amount=dossier.term_amount,
        unit=dossier.term_unit,
        calendar=resolving_calendar(dossier, start),
        pauses=pauses,
    )


def promise(dossier: Dossier, filed_at: datetime) -> Promise:
    """What filing at `filed_at` promises: acceptance after 8 working hours at the latest, the result from there."""
    accept_by = working_hours_on(dossier, filed_at)
    return Promise(accept_by, result_by(dossier, accept_by))


def before_filing(receiving: Agency, resolving: Agency, *, amount: int | None, unit: str, at: datetime) -> Promise:
    """The same for a dossier that nobody has begun yet: what the page of a procedure says of today."""
    calendars = calendars_together((receiving.pk, resolving.pk), timezone.localdate(at))
    accept_by = _check(calendars[receiving.pk], at).due_at
    if accept_by is None:
        raise ValueError("an hour term always ends")
    counted = deadlines.due(accept_by, amount=amount, unit=unit, calendar=calendars[resolving.pk])
    return Promise(accept_by, counted.due_at)


def result_by(dossier: Dossier, accept_by: datetime) -> datetime | None:
    """The result's promise where acceptance is due at `accept_by`."""
    counted = term(dossier, accept_by)
    return counted.due_at if counted else None


def start_of_term(dossier: Dossier, accepted_at: datetime) -> datetime:
    """Acceptance, or the end of the check where the desk was later: its lateness is never passed on (design)."""
    return min(accepted_at, dossier.accept_by) if dossier.accept_by else accepted_at


def due_from_acceptance(dossier: Dossier, accepted_at: datetime) -> datetime | None:
    """What accepting at that moment would promise on slip 01."""
    counted = term(dossier, start_of_term(dossier, accepted_at))
    return counted.due_at if counted else None


def due(dossier: Dossier, *, pauses: Pauses | None = None) -> Counted:
    """The due date of an accepted dossier from its stored start, term, pauses and extension."""
    start = dossier.term_from
    between = pauses_of(dossier) if pauses is None else pauses
    counted = term(dossier, start, between) if start else None
    if counted is None:
        return Counted(None, False, ())
    if counted.due_at is None or not dossier.extension_days:
        return Counted(counted.due_at, counted.stopped, counted.explanation)
    # The extension runs on from the day of the first end, so that a later pause stops it as well.
    more = deadlines.due(
        counted.due_at - MINUTE,
        amount=dossier.extension_days,
        unit=TimeUnit.WORKING_DAY,
        calendar=resolving_calendar(dossier, counted.due_at),
        pauses=between,
    )
    return Counted(more.due_at, more.stopped, counted.explanation + more.explanation[1:])
