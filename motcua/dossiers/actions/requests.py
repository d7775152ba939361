"""What an office asks of the person, and takes back; what the person answers, a draft until all is sent at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from motcua.accounts.models import Account
from motcua.payments import actions as payments
from motcua.payments.actions import Line

from ..answering import items_of
from ..clock import days_left
from ..lifecycle import Action, NotAllowed
from ..models import Dossier, HistoryLine, Request, RequestItem
from ..reasons import learn
from ..states import ItemKind, RequestKind
from .answers import hand_in_papers
from .desk import enter_stage
from .moves import Step, permit, record


@dataclass(frozen=True)
class Item:
    """One thing to ask for: about a paper of the case, a question of the form, or something else in words."""

    kind: ItemKind
    subject: str
    reason: str
    ground: str = ""
    paper_id: UUID | None = None
    question: str = ""
    short: str = ""


@transaction.atomic
def ask_supplement(dossier: Dossier, items: Sequence[Item], *, by: Account, at: datetime) -> HistoryLine:
    """Ask for everything that is missing, at once, each with its reason; the term stops where it runs.

    :raises Blocked: no item, an item without a reason, or a second request that is for the head.
    """
    dossier.lock()
    action = Action.ASK_SUPPLEMENT if dossier.is_accepted else Action.ASK_SUPPLEMENT_FIRST
    step = permit(dossier, action, by=by, at=at, items=tuple(items))
    request = _open(dossier, RequestKind.SUPPLEMENT, step)
    RequestItem.objects.bulk_create(
        [
            RequestItem(
                request=request,
                position=position,
                kind=item.kind,
                paper_id=item.paper_id,
                question=item.question,
                subject=item.subject,
                reason=item.reason,
                ground=item.ground,
            )
            for position, item in enumerate(items, 1)
        ]
    )
    learn(dossier.procedure.procedure_id, items, at)
    return record(dossier, step, {"request": str(request.pk), "number": request.number, "items": len(items)})


def _open(dossier: Dossier, kind: RequestKind, step: Step) -> Request:
    at, accepted = step.act.at, dossier.is_accepted
    last = dossier.requests.aggregate(last=Max("number"))["last"] or 0
    request = Request.objects.create(
        dossier=dossier,
        number=last + 1,
        kind=kind,
        before_acceptance=not accepted,
        asked_by=step.act.by,
        asked_at=at,
        due_before=dossier.due_at if accepted else dossier.promised_at,
        days_left=days_left(dossier, at, dossier.due_at) if accepted else None,
        restarts=kind == RequestKind.SUPPLEMENT and dossier.procedure.rules.after_supplement == "restart",
    )
    dossier.__dict__["_request"] = request
    return request


@transaction.atomic
def supplement(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Send everything that answers the request, at once; the check begins anew or the term goes on.

    :raises Blocked: an item has neither a paper, a changed answer nor words.
    :raises NotAllowed: nothing is asked for any more, or this is another's dossier.
    """
    dossier.lock()
    action = Action.SUPPLEMENT if dossier.is_accepted else Action.SUPPLEMENT_FIRST
    step = permit(dossier, action, by=by, at=at)
    hand_in_papers(dossier, items_of(dossier))
    request = _answered(dossier, at)
    dossier.revisions.filter(closed_at=None, number__gt=1).update(closed_at=at)
    if dossier.is_accepted and not dossier.stage:
        enter_stage(dossier, 1, at)
    return record(dossier, step, {"request": str(request.pk), "number": request.number})


def _answered(dossier: Dossier, at: datetime) -> Request:
    request = dossier.open_request()
    if request is None:
        raise NotAllowed("nothing is asked for any more")
    request.answered_at = at
    request.save(update_fields=["answered_at"])
    dossier.__dict__["_request"] = None
    return request


@transaction.atomic
def ask_fee(dossier: Dossier, lines: Sequence[Line], *, by: Account, at: datetime, ground: str) -> HistoryLine:
    """Ask for money before the work goes on: further amounts where `lines` names some, else what is owed already."""
    dossier.lock()
    action = Action.ASK_FEE if dossier.is_accepted else Action.ASK_FEE_FIRST
    step = permit(dossier, action, by=by, at=at, words={"ground": ground}, lines=tuple(lines))
    if lines:
        payments.charge(dossier.pk, lines, at=at)
    return _ask_fee(dossier, step)


def ask_fee_first(dossier: Dossier, *, at: datetime) -> HistoryLine:
    """In the filing's transaction, where the version says that the fee comes first and something is owed."""
    return _ask_fee(dossier, permit(dossier, Action.ASK_FEE_FIRST, by=None, at=at))


def _ask_fee(dossier: Dossier, step: Step) -> HistoryLine:
    request = _open(dossier, RequestKind.FEE, step)
    if dossier.is_accepted and not dossier.stage:
        enter_stage(dossier, 1, step.act.at)
    return record(dossier, step, {"request": str(request.pk), "number": request.number})


@transaction.atomic
def recall_request(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Take a request back before it is answered, as if it had never been asked.

    One that the person has not opened yet does not count either (lifecycle rule 7).
    """
    dossier.lock()
    action = Action.RECALL_REQUEST if dossier.is_accepted else Action.RECALL_REQUEST_FIRST
    step = permit(dossier, action, by=by, at=at)
    request = dossier.open_request()
    if request is None:
        raise NotAllowed("nothing is asked for any more")
    request.recalled_at = at
    request.counts = dossier.looks.filter(kind="citizen_opened", at__gte=request.asked_at).exists()
    request.save(update_fields=["recalled_at", "counts"])
    if dossier.is_accepted and not dossier.stage:
        enter_stage(dossier, 1, at)
    return record(dossier, step, {"request": str(request.pk), "number": request.number, "counts": request.counts})
