"""Whose turn it is: the first thing a page says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..models import Dossier
from ..states import Delivery, Status


class TurnKind(StrEnum):
    """Whose turn: the person's, the office's, or nobody's any more."""

    WAIT = "wait"
    WORK = "work"
    DONE = "done"
    END = "end"


@dataclass(frozen=True)
class Turn:
    """Who has to act, and until when. `due_at` is None where no date runs."""

    kind: TurnKind
    office: str
    due_at: datetime | None


def turn_of(dossier: Dossier) -> Turn:
    """Derived from the status alone, so that page, look-up and desk never disagree."""
    receiving, resolving = dossier.receiving.short_name, dossier.resolving.short_name
    waits, works = TurnKind.WAIT, TurnKind.WORK
    found = {
        Status.DRAFT: Turn(waits, receiving, None),
        Status.SUPPLEMENT: Turn(waits, receiving, None),
        Status.PAYMENT: Turn(waits, receiving, None),
        Status.FILED: Turn(works, receiving, dossier.accept_by),
        Status.ACCEPTED: Turn(works, resolving, dossier.due_at),
        Status.PROCESSING: Turn(works, resolving, dossier.due_at),
        Status.WITHDRAWING: Turn(works, resolving, dossier.withdrawal_by),
        Status.FINISHED: Turn(works if dossier.delivery == Delivery.POST else waits, receiving, None),
        Status.RETURNED: Turn(TurnKind.DONE, receiving, None),
    }
    return found.get(Status(dossier.status), Turn(TurnKind.END, receiving, None))
