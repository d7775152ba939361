"""Looking a dossier up without signing in: a code that can be guessed, and a second key that cannot be listed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from ..models import Dossier
from ..states import PartyRole, Status
from .turn import Turn, turn_of

DIGITS = 4
SHOWN = (  # of the row; an answer to a stranger loads no more than it shows
    *("code", "status", "channel", "delivery", "delivery_agency", "receiving_agency", "resolving_agency"),
    *("filed_at", "accept_by", "accepted_at", "due_at", "withdrawal_by", "ended_at", "returned_at"),
)


@dataclass(frozen=True)
class Found:
    """What a look-up shows: status, office, dates; nothing personal, not even the procedure."""

    code: str
    status: Status
    turn: Turn
    filed_at: datetime | None
    accepted_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    returned_at: datetime | None
    office: str
    phone: str
    dossier: Dossier


def look_up(code: str, digits: str) -> Found | None:
    """The dossier whose submitter or owner has an ID number or a phone ending in `digits`."""
    if len(digits) != DIGITS or not digits.isdecimal():
        return None
    ends = Q(parties__id_number__endswith=digits) | Q(parties__phone__endswith=digits)
    asked = Dossier.objects.filter(ends, code=code, parties__role__in=(PartyRole.SUBMITTER, PartyRole.OWNER))
    dossier = asked.only(*SHOWN).first()
    if dossier is None:
        return None
    return Found(
        code=code,
        status=Status(dossier.status),
        turn=turn_of(dossier),
        filed_at=dossier.filed_at,
        accepted_at=dossier.accepted_at,
        due_at=dossier.due_at,
        ended_at=dossier.ended_at,
        returned_at=dossier.returned_at,
        office=dossier.receiving.name,
        phone=dossier.receiving.phone,
        dossier=dossier,
    )
