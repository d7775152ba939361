"""Where and until when one can complain about a refusal, a stop, a late notice or a declined withdrawal.

The term and the address follow Luật Khiếu nại 02/2011/QH13, art. 7 and 9, from memory: a person must compare them
with the text, and an installation may set another term (COMPLAINT_DAYS).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from .lifecycle import Action
from .models import Dossier, HistoryLine

LAW = "Luật Khiếu nại 02/2011/QH13, điều 7 và điều 9"
CONFIRMED = False
"""Whether a person has compared term and article with the text of the law."""
COMPLAINED_OF = frozenset(
    {
        Action.REFUSE,
        Action.FINISH_REFUSED,
        Action.STOP,
        Action.STOP_UNANSWERED,
        Action.APOLOGISE,
        Action.DECLINE_WITHDRAWAL,
    }
)


@dataclass(frozen=True)
class Complaint:
    """Whom to write to, where, by phone, until which day, and by which law."""

    action: str
    office: str
    address: str
    phone: str
    until: date
    law: str
    confirmed: bool


def complaint_about(dossier: Dossier, line: HistoryLine) -> Complaint:
    """The first complaint goes to the head of the body that decided; its term runs from the day it is known."""
    refused = line.action == Action.REFUSE
    office = dossier.receiving if refused else dossier.resolving
    desk = dossier.receiving
    return Complaint(
        action=line.action,
        office=office.name,
        address=", ".join(part for part in (office.room, office.address or desk.address) if part),
        phone=office.phone or desk.phone,
        until=timezone.localdate(line.at) + timedelta(days=settings.COMPLAINT_DAYS),
        law=LAW,
        confirmed=CONFIRMED,
    )


def complaint_of(dossier: Dossier) -> tuple[Complaint, HistoryLine] | None:
    """The newest line that one can complain about, or None."""
    line = dossier.history.filter(action__in=COMPLAINED_OF).select_related("words").order_by("-number").first()
    return (complaint_about(dossier, line), line) if line else None
