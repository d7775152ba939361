"""Charging, paying, waiving. The caller holds the lock on what is paid for, so amounts never race."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.common.errors import Conflict

from .models import Charge, Settlement, SettlementKind
from .queries import account


@dataclass(frozen=True)
class Line:
    """Something to charge for: đồng for each of `quantity` units; no amount where a document sets it."""

    kind: str
    amount: int | None
    per: str = ""
    label: str = ""
    quantity: int = 1
    when_due: str = ""
    basis: str = ""


def charge(subject: UUID, lines: Iterable[Line], *, at: datetime, first: bool = False) -> list[Charge]:
    """Owe these amounts beside what is owed already; `first` says that nothing is."""
    lines = list(lines)
    if not lines:
        return []
    last = 0 if first else Charge.objects.filter(subject=subject).aggregate(last=Max("position"))["last"] or 0
    made = [
        Charge(
            subject=subject,
            position=position,
            kind=line.kind,
            label=line.label,
            amount=line.amount,
            quantity=line.quantity,
            per=line.per,
            when_due=line.when_due,
            basis=line.basis,
            created_at=at,
        )
        for position, line in enumerate(lines, last + 1)
    ]
    return Charge.objects.bulk_create(made)


def set_amount(subject: UUID, charge_id: UUID, *, amount: int | None, quantity: int) -> Charge:
    """State an amount that a document sets, or how many units are asked for.

    :raises Conflict: no charge of this subject, or money came in already.
    """
    found = Charge.objects.filter(pk=charge_id, subject=subject).first()
    if found is None or account(subject).settlements:
        raise Conflict("no charge that is still open")
    if amount is not None:
        found.amount = amount
    found.quantity = quantity
    found.save(update_fields=["amount", "quantity"])
    return found


def pay(
    settlement_id: UUID, subject: UUID, *, amount: int, means: str, receipt_number: str, at: datetime
) -> Settlement:
    """Record money that came in; the same id again is the same payment.

    :raises Conflict: the id or the number of the receipt stands for something else.
    """
    wanted = Settlement(
        id=settlement_id,
        subject=subject,
        kind=SettlementKind.PAYMENT,
        amount=amount,
        means=means,
        receipt_number=receipt_number,
        at=at,
    )
    return _record(wanted)


def waive(settlement_id: UUID, subject: UUID, *, ground: str, at: datetime, amount: int | None = None) -> Settlement:
    """Waive an amount, or with none all that is owed, known or not, on a ground; the same id again is the same waiver.

    :raises Conflict: the id stands for something else.
    """
    wanted = Settlement(
        id=settlement_id,
        subject=subject,
        kind=SettlementKind.WAIVER,
        amount=account(subject).owed if amount is None else amount,
        waives_unknown=amount is None,
        ground=ground,
        at=at,
    )
    return _record(wanted)


def _record(wanted: Settlement) -> Settlement:
    before = Settlement.objects.filter(pk=wanted.pk).first()
    if before is None:
        try:
            with transaction.atomic():
                wanted.save(force_insert=True)
        except IntegrityError as used:
            raise Conflict("the receipt was recorded already") from used
        return wanted
    same = ("subject", "kind", "means", "receipt_number", "ground")
    if any(getattr(before, name) != getattr(wanted, name) for name in same):
        raise Conflict("the id stands for something else")
    return before
