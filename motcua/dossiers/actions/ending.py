"""Ends without an answer, and their reversals: withdrawal, stopping, putting a mistake right."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.common import words
from motcua.payments import queries as payments

from ..clock import said
from ..lifecycle import Action
from ..models import Dossier, HistoryLine, Result
from ..states import Status
from .desk import enter_stage
from .moves import permit, record

AT_ONCE = frozenset({Status.FILED, Status.SUPPLEMENT, Status.PAYMENT})
"""From these a withdrawal is granted at once (lifecycle rule 8)."""


@transaction.atomic
def withdraw(dossier: Dossier, *, by: Account, at: datetime, reason: str = "") -> HistoryLine:
    """Take the dossier back; from 1, 5 and 6 the program grants it in the same breath, else the office answers."""
    dossier.lock()
    came_from = dossier.status
    step = permit(dossier, Action.WITHDRAW, by=by, at=at, words={"reason": reason})
    dossier.requests.filter(answered_at=None, recalled_at=None, ended_at=None).update(ended_at=at)
    line = record(dossier, step)
    if came_from in AT_ONCE:
        _agree(dossier, by=None, at=at)
    return line


@transaction.atomic
def agree_withdrawal(dossier: Dossier, *, by: Account | None, at: datetime) -> HistoryLine:
    """Let the person take the dossier back; what goes back to them is listed."""
    dossier.lock()
    return _agree(dossier, by=by, at=at)


def _agree(dossier: Dossier, *, by: Account | None, at: datetime) -> HistoryLine:
    step = permit(dossier, Action.AGREE_WITHDRAWAL, by=by, at=at, words={"give_back": to_give_back(dossier)})
    dossier.held_by = None
    return record(dossier, step, {"paid": payments.account(dossier.pk).paid})


def to_give_back(dossier: Dossier) -> str:
    """The papers that were handed over and the money that was paid, in words; also that there is nothing."""
    handed = dossier.handed_papers.select_related("paper").order_by("paper__position", "form")
    parts = [f"{row.paper.name} ({row.get_form_display()}, {row.count})" for row in handed]
    paid = payments.account(dossier.pk).paid
    if paid:
        parts.append(_("%(amount)s đã nộp") % {"amount": words.money(paid)})
    return "; ".join(parts) or _("Không có giấy tờ hay tiền phải trả lại")


@transaction.atomic
def decline_withdrawal(dossier: Dossier, *, by: Account, at: datetime, reason: str, ground: str) -> HistoryLine:
    """Go on with the dossier against the person's wish, on a legal ground and within 8 working hours."""
    dossier.lock()
    step = permit(dossier, Action.DECLINE_WITHDRAWAL, by=by, at=at, words={"reason": reason, "ground": ground})
    if not dossier.stage:
        enter_stage(dossier, 1, at)
    return record(dossier, step)


@transaction.atomic
def stop(dossier: Dossier, *, by: Account, at: datetime, reason: str, ground: str) -> HistoryLine:
    """End the dossier without an answer, on a legal ground."""
    dossier.lock()
    step = permit(dossier, Action.STOP, by=by, at=at, words={"reason": reason, "ground": ground})
    dossier.held_by = None
    return record(dossier, step, {"paid": payments.account(dossier.pk).paid})


@transaction.atomic
def stop_unanswered(dossier: Dossier, *, by: Account | None, at: datetime) -> HistoryLine:
    """End the dossier because a request stayed unanswered, as the version's rule says."""
    dossier.lock()
    request = dossier.open_request()
    given = {"give_back": to_give_back(dossier)}
    step = permit(dossier, Action.STOP_UNANSWERED, by=by, at=at, words=given)
    if request is not None:
        request.ended_at = at
        request.save(update_fields=["ended_at"])
    rules = dossier.procedure.rules
    facts = {"request": str(request.pk) if request else None, "days": rules.unanswered_days}
    return record(dossier, step, facts)


@transaction.atomic
def undo_accept(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Take an acceptance back: the check runs as if it had never ended."""
    dossier.lock()
    return _undo(dossier, Action.UNDO_ACCEPT, by=by, at=at, reason=reason)


@transaction.atomic
def undo_refuse(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Take a refusal back: the check runs as if it had never ended."""
    dossier.lock()
    return _undo(dossier, Action.UNDO_REFUSE, by=by, at=at, reason=reason)


@transaction.atomic
def reopen(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Take a stop back: the check or the term runs as if it had never stopped."""
    dossier.lock()
    action = Action.REOPEN if dossier.is_accepted else Action.REOPEN_FIRST
    return _undo(dossier, action, by=by, at=at, reason=reason)


@transaction.atomic
def undo_finish(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Take the end of processing back, while the result is still in the house."""
    dossier.lock()
    line = _undo(dossier, Action.UNDO_FINISH, by=by, at=at, reason=reason)
    Result.objects.filter(dossier=dossier).exclude(template="").update(number="", file=None)
    return line


@transaction.atomic
def undo_return(dossier: Dossier, *, by: Account, at: datetime, reason: str, still_here: bool = False) -> HistoryLine:
    """Take a return back that did not happen: the result is still in the house."""
    dossier.lock()
    given = {"reason": reason, "still_here": "1" if still_here else ""}
    step = permit(dossier, Action.UNDO_RETURN, by=by, at=at, words=given)
    return record(dossier, step, _mistake(dossier))


def _undo(dossier: Dossier, action: Action, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    step = permit(dossier, action, by=by, at=at, words={"reason": reason})
    facts = _mistake(dossier)
    if step.move.target == Status.PROCESSING and not dossier.stage:
        enter_stage(dossier, 1, at)
    return record(dossier, step, facts)


def _mistake(dossier: Dossier) -> dict[str, object]:
    last = dossier.last_move()
    return {"reverses": last.number, "made_at": said(last.at)}
