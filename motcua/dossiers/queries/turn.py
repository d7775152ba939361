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
    match dossier.status:
        case Status.DRAFT | Status.SUPPLEMENT | Status.PAYMENT:
            return Turn(TurnKind.WAIT, receiving, None)
        case Status.FILED:
            return Turn(TurnKind.WORK, receiving, dossier.accept_by)
        case Status.ACCEPTED | Status.PROCESSING | Status.WITHDRAWING:
            return Turn(TurnKind.WORK, resolving, dossier.due_at)
        case Status.FINISHED:
            by_post = dossier.delivery == Delivery.POST
            return Turn(TurnKind.WORK if by_post else TurnKind.WAIT, receiving, None)
        case Status.RETURNED:
            return Turn(TurnKind.DONE, receiving, None)
        case _:
            return Turn(TurnKind.END, receiving, None)
