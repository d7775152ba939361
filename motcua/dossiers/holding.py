"""Who held a dossier how long: the shares of the term, and the working time of each stage."""

from datetime import datetime
from typing import Any

from motcua import deadlines

from . import promises
from .models import Dossier
from .stages import stages_of


def term_minutes(dossier: Dossier) -> int | None:
    """Working minutes of the whole term, as if nothing had stopped it; None where it has no date."""
    start = dossier.term_from
    whole = promises.term(dossier, start) if start else None
    if start is None or whole is None or whole.due_at is None:
        return None
    return deadlines.minutes_left(start, whole.due_at, promises.resolving_calendar(dossier, start))


def budget_minutes(dossier: Dossier) -> tuple[int, ...] | None:
    """The minutes of each stage, adding up to the whole term; None where it has no date."""
    whole = term_minutes(dossier)
    return None if whole is None else deadlines.budgets(whole, [stage.share for stage in stages_of(dossier.version_id)])


def held_minutes(dossier: Dossier, since: datetime, until: datetime) -> int:
    """Working minutes between two moments without those in which the term was stopped."""
    calendar = promises.resolving_calendar(dossier, since)
    held = deadlines.minutes_left(since, until, calendar)
    for began, ended in _apart(promises.pauses_of(dossier), since, until):
        held -= deadlines.minutes_left(began, ended, calendar)
    return held


def _apart(pauses: promises.Pauses, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
    """The pauses inside a span, overlapping ones once."""
    found: list[tuple[datetime, datetime]] = []
    for began, ended in sorted((max(began, since), min(ended or until, until)) for began, ended in pauses):
        first = max(began, found[-1][1]) if found else began
        if ended > first:
            found.append((first, ended))
    return found


def held_facts(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """What a line of the control slip (06) says of the stage that is left: which, how long, of how much."""
    if not dossier.stage or dossier.stage_at is None:
        return {}
    budgets = budget_minutes(dossier)
    return {
        "from_stage": dossier.stage,
        "held_minutes": held_minutes(dossier, dossier.stage_at, at),
        "budget_minutes": budgets[dossier.stage - 1] if budgets else None,
    }
