"""Questions about what is owed and what is settled."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from .models import Charge, Settlement, SettlementKind


@dataclass(frozen=True)
class Account:
    """What is owed for one subject and how it was settled; amounts in đồng."""

    charges: tuple[Charge, ...]
    settlements: tuple[Settlement, ...]

    @property
    def total(self) -> int:
        """What is owed in all, as far as it is known."""
        return sum((charge.amount or 0) * charge.quantity for charge in self.charges)

    @property
    def paid(self) -> int:
        """Money that came in."""
        return sum(one.amount for one in self.settlements if one.kind == SettlementKind.PAYMENT)

    @property
    def waived(self) -> int:
        """What was waived."""
        return sum(one.amount for one in self.settlements if one.kind == SettlementKind.WAIVER)

    @property
    def owed(self) -> int:
        """What is still to be paid; never below zero."""
        return max(self.total - self.paid - self.waived, 0)

    @property
    def unknown(self) -> bool:
        """Whether an amount is not known yet and not waived."""
        waived = any(one.waives_unknown for one in self.settlements)
        return not waived and any(charge.amount is None for charge in self.charges)

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more, known or not."""
        return not self.unknown and not self.owed


def account(subject: UUID) -> Account:
    """The account of one subject, in two statements."""
    return accounts((subject,))[subject]


def accounts(subjects: Collection[UUID]) -> dict[UUID, Account]:
    """The accounts of many subjects, in two statements however many."""
    charges: dict[UUID, list[Charge]] = {subject: [] for subject in subjects}
    settlements: dict[UUID, list[Settlement]] = {subject: [] for subject in subjects}
    for charge in Charge.objects.filter(subject__in=subjects).order_by("subject", "position"):
        charges[charge.subject].append(charge)
    for one in Settlement.objects.filter(subject__in=subjects).order_by("at", "id"):
        settlements[one.subject].append(one)
    return {subject: Account(tuple(charges[subject]), tuple(settlements[subject])) for subject in charges}


def is_recorded(settlement_id: UUID) -> bool:
    """Whether a settlement with this id was recorded: a second press."""
    return Settlement.objects.filter(pk=settlement_id).exists()
