"""Two moments, two dates, one function: the acceptance check, and the term that runs from acceptance."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from motcua import deadlines
from motcua.agencies.queries import calendar_of
from motcua.catalogue.models import TimeUnit

from .models import Dossier

CHECK_HOURS = 8  # working hours; Nghị định 45/2020/NĐ-CP, reply to an on-line filing


class Promise(NamedTuple):
    """What is told before filing. `result_by` is None where no date can be promised."""

    accept_by: datetime
    result_by: datetime | None


def _term_end(dossier: Dossier, start: datetime) -> deadlines.Due | None:
    if not dossier.term_unit or dossier.term_unit == TimeUnit.NO_DATE:
        return None
    if dossier.term_unit != TimeUnit.SAME_DAY and dossier.term_amount is None:
        return None
    calendar = calendar_of(dossier.resolving, timezone.localdate(start))
    return deadlines.due(start, amount=dossier.term_amount, unit=dossier.term_unit, calendar=calendar)


def promise(dossier: Dossier, filed_at: datetime) -> Promise:
    """What filing at `filed_at` promises: acceptance after 8 working hours at the latest, the result from there."""
    calendar = calendar_of(dossier.receiving, timezone.localdate(filed_at))
    check = deadlines.due(filed_at, amount=CHECK_HOURS, unit=TimeUnit.HOUR, calendar=calendar)
    if check.due_at is None:
        raise ValueError("an hour term always ends")
    term = _term_end(dossier, check.due_at)
    return Promise(check.due_at, term.due_at if term else None)


def due_from_acceptance(dossier: Dossier, accepted_at: datetime) -> deadlines.Due | None:
    """The term's end; a desk that was later than its check never passes its lateness on (design)."""
    start = min(accepted_at, dossier.accept_by) if dossier.accept_by else accepted_at
    return _term_end(dossier, start)
