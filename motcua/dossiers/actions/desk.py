"""What officers do to a filed dossier: receive it, pass it on, decide it, hand the result over."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.accounts.models import Account
from motcua.agencies.models import Agency

from .. import clock
from ..holding import held_facts
from ..lifecycle import Action, NotAllowed
from ..models import Dossier, HistoryLine
from ..states import Status
from .moves import permit, record


@dataclass(frozen=True)
class Term:
    """A term stated by the officer where the version states none: amount, unit and on which ground."""

    amount: int | None
    unit: str
    ground: str


@transaction.atomic
def accept(
    dossier: Dossier, *, by: Account, at: datetime, term: Term | None = None, transition: str = ""
) -> HistoryLine:
    """Accept into processing; the due date is computed and stored.

    :raises Blocked: a paper is missing, no usable term is known (pass `term`), or a newer version says nothing of
        dossiers filed before it (pass `transition`, the ground on which the old one holds).
    """
    dossier.lock()
    if term is not None and not dossier.term_unit:
        dossier.term_amount, dossier.term_unit, dossier.term_ground = term.amount, term.unit, term.ground
    step = permit(dossier, Action.ACCEPT, by=by, at=at, words={"transition": transition})
    stated = {"amount": dossier.term_amount, "unit": dossier.term_unit} if dossier.term_ground else None
    return record(dossier, step, {"stated_term": stated} if stated else None)


@transaction.atomic
def redirect(dossier: Dossier, agency: Agency, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Send a filed dossier to the body that resolves it; the code stays, the check runs on (lifecycle rule 16)."""
    dossier.lock()
    step = permit(dossier, Action.REDIRECT, by=by, at=at, words={"reason": reason}, agency=agency)
    before = str(dossier.resolving_agency_id)
    dossier.resolving_agency, dossier.receiving_agency = agency, agency.receiver
    told = clock.renew_promise(dossier)
    return record(dossier, step, {"from_agency": before, "to_agency": str(agency.pk)} | told)


@transaction.atomic
def refuse(dossier: Dossier, *, by: Account, at: datetime, reason: str, ground: str) -> HistoryLine:
    """Refuse reception, with the reason for the person and the legal ground."""
    dossier.lock()
    step = permit(dossier, Action.REFUSE, by=by, at=at, words={"reason": reason, "ground": ground})
    dossier.requests.filter(answered_at=None, recalled_at=None, ended_at=None).update(ended_at=at)
    return record(dossier, step)


@transaction.atomic
def begin(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Take an accepted dossier into work."""
    dossier.lock()
    return _begin(dossier, by=by, at=at)


def _begin(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    step = permit(dossier, Action.BEGIN, by=by, at=at)
    enter_stage(dossier, 1, at)
    dossier.held_by = by
    return record(dossier, step, {"stage": 1})


def enter_stage(dossier: Dossier, stage: int, at: datetime) -> None:
    """Put the dossier on a stage; nobody holds it until somebody of that stage acts."""
    dossier.stage, dossier.stage_at, dossier.held_by = stage, at, None


@transaction.atomic
def hand_over(dossier: Dossier, *, by: Account, at: datetime, note: str = "") -> HistoryLine:
    """Hand to the next stage; the first hand-over of an accepted dossier begins the work."""
    dossier.lock()
    if dossier.status == Status.ACCEPTED:
        _begin(dossier, by=by, at=at)
    step = permit(dossier, Action.HAND_OVER, by=by, at=at, words={"note": note})
    facts = held_facts(dossier, at) | {"stage": dossier.stage + 1}
    enter_stage(dossier, dossier.stage + 1, at)
    return record(dossier, step, facts)


@transaction.atomic
def take_back(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Take back what one handed over, while nothing has happened since."""
    dossier.lock()
    step = permit(dossier, Action.TAKE_BACK, by=by, at=at)
    facts = held_facts(dossier, at) | {"stage": dossier.stage - 1}
    enter_stage(dossier, dossier.stage - 1, at)
    dossier.held_by = by
    return record(dossier, step, facts)


@transaction.atomic
def send_back(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Send back to the stage before, saying why."""
    dossier.lock()
    step = permit(dossier, Action.SEND_BACK, by=by, at=at, words={"reason": reason})
    facts = held_facts(dossier, at) | {"stage": dossier.stage - 1}
    enter_stage(dossier, dossier.stage - 1, at)
    return record(dossier, step, facts)


@transaction.atomic
def extend(dossier: Dossier, *, by: Account, at: datetime, days: int, reason: str) -> HistoryLine:
    """Move the due date once, in time, by working days (lifecycle rule 10)."""
    dossier.lock()
    step = permit(dossier, Action.EXTEND, by=by, at=at, words={"reason": reason}, days=days)
    dossier.extension_days = days
    return record(dossier, step, {"days": days})


@transaction.atomic
def apologise(dossier: Dossier, *, by: Account, at: datetime, expected_on: object, reason: str) -> HistoryLine:
    """Say sorry for a date that has passed, and when the result is expected; nothing moves (lifecycle rule 10)."""
    dossier.lock()
    step = permit(dossier, Action.APOLOGISE, by=by, at=at, words={"reason": reason}, expected_on=expected_on)
    due = dossier.due_at or dossier.promised_at
    return record(dossier, step, {"expected_on": str(expected_on), "due_at": clock.said(due)})


def has_moved_on(dossier: Dossier, action: Action) -> NotAllowed:
    """What is raised where a pair of actions finds neither of its statuses."""
    return NotAllowed(f"{action} from {dossier.status}")
