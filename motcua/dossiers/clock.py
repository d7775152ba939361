"""What each word of the lifecycle's clock column does: the only place where a moment of a dossier is written.

No action sets a date by hand. Every due date is counted anew from its start, term, pauses and extension.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua import deadlines

from . import promises
from .lifecycle import Action, Clock
from .models import Dossier, Pause
from .states import PauseReason, Status

Facts = dict[str, Any]

REASONS = {
    Action.ASK_SUPPLEMENT: PauseReason.SUPPLEMENT,
    Action.ASK_FEE: PauseReason.FEE,
    Action.WITHDRAW: PauseReason.WITHDRAWAL,
}
UNDONE: dict[Action, tuple[str, ...]] = {
    Action.UNDO_ACCEPT: ("accepted_at", "term_from"),
    Action.UNDO_REFUSE: ("ended_at",),
    Action.REOPEN_FIRST: ("ended_at",),
    Action.REOPEN: ("ended_at",),
    Action.UNDO_FINISH: ("ended_at",),
    Action.UNDO_RETURN: ("returned_at",),
}


def wind(dossier: Dossier, action: Action, effect: Clock, at: datetime) -> Facts:
    """Carry the effect out on the locked dossier; what the history line tells of it."""
    dossier.withdrawal_by = None
    if action is Action.WITHDRAW:
        dossier.withdrawal_by = promises.working_hours_on(dossier, at)
    done = EFFECTS.get(effect)
    return done(dossier, action, at) if done else {}


def said(moment: datetime | None) -> str | None:
    """A moment as facts carry it."""
    return moment.isoformat() if moment else None


def _start_check(dossier: Dossier, _action: Action, at: datetime) -> Facts:
    told = promises.promise(dossier, at)
    dossier.check_from, dossier.accept_by, dossier.promised_at = at, told.accept_by, told.result_by
    return {"accept_by": said(told.accept_by), "promised_at": said(told.result_by)}


def renew_promise(dossier: Dossier) -> Facts:
    """A redirect: the check runs on, the result is promised anew by the calendar of who resolves now."""
    if dossier.accept_by is not None:
        dossier.promised_at = promises.result_by(dossier, dossier.accept_by)
    return {"accept_by": said(dossier.accept_by), "promised_at": said(dossier.promised_at)}


def _start_term(dossier: Dossier, _action: Action, at: datetime) -> Facts:
    dossier.accepted_at = at
    dossier.term_from = promises.start_of_term(dossier, at)
    dossier.due_at = promises.due(dossier).due_at
    return {"due_at": said(dossier.due_at)}


def _stop(dossier: Dossier, action: Action, at: datetime) -> Facts:
    if not dossier.is_accepted:
        return {}
    before = dossier.due_at
    Pause.objects.create(dossier=dossier, reason=REASONS[action], began_at=at)
    return count(dossier) | {"due_before": said(before), "days_left": days_left(dossier, at, before)}


def days_left(dossier: Dossier, at: datetime, until: datetime | None) -> int | None:
    """Working days that are left when the term stops: “còn N ngày làm việc kể từ khi …”."""
    if until is None:
        return None
    return max(deadlines.working_days_left(at, until, promises.resolving_calendar(dossier, at)), 0)


def _stop_if_said(dossier: Dossier, action: Action, at: datetime) -> Facts:
    return _stop(dossier, action, at) if dossier.procedure.rules.fee_stops_clock else {}


def _resume(dossier: Dossier, action: Action, at: datetime) -> Facts:
    _close_pauses(dossier, at)
    if action is Action.SUPPLEMENT and dossier.procedure.rules.after_supplement == "restart":
        dossier.term_from = at
    return count(dossier)


def _close_pauses(dossier: Dossier, at: datetime) -> None:
    for pause in dossier.pauses.filter(ended_at=None, voided_at=None):
        pause.ended_at = max(at, pause.began_at)
        pause.save(update_fields=["ended_at"])


def count(dossier: Dossier) -> Facts:
    """Count the due date anew from what is stored."""
    if not dossier.is_accepted:
        return {}
    dossier.due_at = promises.due(dossier).due_at
    return {"due_at": said(dossier.due_at)}


def _new_due(dossier: Dossier, _action: Action, at: datetime) -> Facts:
    before = dossier.due_at
    return count(dossier) | {"due_before": said(before)}


def _as_if_never(dossier: Dossier, action: Action, at: datetime) -> Facts:
    """A recalled stop is void; a reversed end counts for nothing, and the time since counts as working time."""
    for name in UNDONE.get(action, ()):
        setattr(dossier, name, None)
    if action in {Action.RECALL_REQUEST, Action.RECALL_REQUEST_FIRST}:
        dossier.pauses.filter(ended_at=None, voided_at=None).update(voided_at=at)
    if action is Action.UNDO_ACCEPT:
        dossier.due_at = None
        return {"accept_by": said(dossier.accept_by), "promised_at": said(dossier.promised_at)}
    return count(dossier)


def _end(dossier: Dossier, _action: Action, at: datetime) -> Facts:
    _close_pauses(dossier, at)
    dossier.ended_at = at
    return count(dossier) | {"late": dossier.is_late(at)}


EFFECTS: dict[Clock, Callable[[Dossier, Action, datetime], Facts]] = {
    Clock.START_CHECK: _start_check,
    Clock.START_TERM: _start_term,
    Clock.STOP: _stop,
    Clock.STOP_IF_SAID: _stop_if_said,
    Clock.RESUME: _resume,
    Clock.RESUME_IF_STOPPED: _resume,
    Clock.NEW_DUE: _new_due,
    Clock.AS_IF_NEVER: _as_if_never,
    Clock.END: _end,
}
"""Nothing is to be done for the rest: a check that ended or was set back is told by the status alone."""


def recount(dossier: Dossier, at: datetime) -> Facts:
    """Count the running dates anew, because the calendar changed; what moved, or nothing.

    Before acceptance both promises are counted again; later the due date. The dossier is locked by the caller.
    """
    before = (dossier.accept_by, dossier.promised_at, dossier.due_at)
    if dossier.status == Status.FILED and dossier.check_from:
        told = promises.promise(dossier, dossier.check_from)
        dossier.accept_by, dossier.promised_at = told.accept_by, told.result_by
    elif dossier.is_accepted and dossier.ended_at is None:
        dossier.due_at = promises.due(dossier).due_at
    after = (dossier.accept_by, dossier.promised_at, dossier.due_at)
    if before == after:
        return {}
    names = ("accept_by", "promised_at", "due_at")
    return (
        {f"{name}_before": said(old) for name, old in zip(names, before, strict=True)}
        | {name: said(new) for name, new in zip(names, after, strict=True)}
        | {"on": timezone.localdate(at).isoformat()}
    )
