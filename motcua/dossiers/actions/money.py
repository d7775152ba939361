"""Money at the counter: a payment or a waiver is a row of `payments` and a fact here; in status 6 it also moves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.accounts.models import Account
from motcua.payments import actions as payments
from motcua.payments import queries as accounts

from ..lifecycle import Action, Blocked, NotAllowed, Who
from ..models import Dossier, HistoryLine
from ..standing import standing
from ..states import Status
from .desk import enter_stage
from .moves import Fact, note_fact, permit, record

TAKES_MONEY = frozenset(
    {Status.FILED, Status.ACCEPTED, Status.PROCESSING, Status.SUPPLEMENT, Status.PAYMENT, Status.FINISHED}
)
"""From filing to return."""


@dataclass(frozen=True)
class Received:
    """What the cashier took: đồng, by which means (cash, transfer, pos), under which number of the receipt.

    `id` comes from the page that asked, so that a second press records nothing twice.
    """

    id: UUID
    amount: int
    means: str
    receipt_number: str


@transaction.atomic
def record_payment(dossier: Dossier, received: Received, *, by: Account, at: datetime) -> HistoryLine | None:
    """Record money received; None where this very payment was recorded before.

    :raises NotAllowed: not the cashier of this dossier, or it takes no money now.
    :raises Conflict: the number of the receipt, or the id, was used for something else.
    """
    agency_id = _cashier(dossier, by, at)
    if accounts.is_recorded(received.id):
        return None
    payments.pay(
        received.id,
        dossier.pk,
        amount=received.amount,
        means=received.means,
        receipt_number=received.receipt_number,
        at=at,
    )
    facts = {"settlement": str(received.id), "amount": received.amount, "means": received.means}
    fact = Fact("payment_recorded", facts, {"receipt_number": received.receipt_number})
    line = note_fact(dossier, fact, by=by, at=at, role=Who.CASHIER, agency_id=agency_id)
    _settle(dossier, by=by, at=at)
    return line


@transaction.atomic
def waive(
    dossier: Dossier, settlement_id: UUID, *, by: Account, at: datetime, ground: str, amount: int | None = None
) -> HistoryLine | None:
    """Waive what is owed, or a part of it, on a ground; None where this very waiver was recorded before."""
    agency_id = _cashier(dossier, by, at)
    if accounts.is_recorded(settlement_id):
        return None
    waived = payments.waive(settlement_id, dossier.pk, amount=amount, ground=ground, at=at)
    fact = Fact("fee_waived", {"settlement": str(settlement_id), "amount": waived.amount}, {"ground": ground})
    line = note_fact(dossier, fact, by=by, at=at, role=Who.CASHIER, agency_id=agency_id)
    _settle(dossier, by=by, at=at)
    return line


@transaction.atomic
def state_amount(
    dossier: Dossier, charge_id: UUID, *, by: Account, at: datetime, amount: int, quantity: int = 1
) -> HistoryLine:
    """Write down an amount that the catalogue leaves to a document, or how many copies are asked for."""
    agency_id = _cashier(dossier, by, at)
    payments.set_amount(dossier.pk, charge_id, amount=amount, quantity=quantity)
    fact = Fact("fee_stated", {"charge": str(charge_id), "amount": amount, "quantity": quantity})
    return note_fact(dossier, fact, by=by, at=at, role=Who.CASHIER, agency_id=agency_id)


def _cashier(dossier: Dossier, by: Account, at: datetime) -> object:
    dossier.lock()
    roles = standing(dossier, by, at)
    if Who.CASHIER not in roles or dossier.status not in TAKES_MONEY:
        raise NotAllowed("not the cashier of this dossier, or it takes no money now")
    return roles[Who.CASHIER]


@transaction.atomic
def settle(dossier: Dossier, *, by: Account | None, at: datetime) -> HistoryLine:
    """Go on after the money is there: the check begins, or the work goes on.

    :raises Blocked: something is still owed.
    """
    dossier.lock()
    return _move_on(dossier, by=by, at=at)


def _settle(dossier: Dossier, *, by: Account, at: datetime) -> None:
    """In status 6 the same press also makes the move, once everything is settled."""
    if dossier.status == Status.PAYMENT and accounts.account(dossier.pk).settled:
        _move_on(dossier, by=by, at=at)


def _move_on(dossier: Dossier, *, by: Account | None, at: datetime) -> HistoryLine:
    action = Action.SETTLE if dossier.is_accepted else Action.SETTLE_FIRST
    step = permit(dossier, action, by=by, at=at)
    request = dossier.open_request()
    if request is None:
        raise Blocked([])
    request.answered_at = at
    request.save(update_fields=["answered_at"])
    dossier.__dict__["_request"] = None
    if dossier.is_accepted and not dossier.stage:
        enter_stage(dossier, 1, at)
    return record(dossier, step, {"request": str(request.pk), "number": request.number})
