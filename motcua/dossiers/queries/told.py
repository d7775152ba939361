"""Who is told of a history line, and what the message needs to say."""

import uuid
from dataclasses import dataclass

from motcua.payments import queries as payments

from ..lifecycle import Action
from ..models import Dossier, HistoryLine
from ..states import Delivery, PartyRole, Status

TOLD = (PartyRole.SUBMITTER, PartyRole.OWNER, PartyRole.RECIPIENT)


@dataclass(frozen=True)
class Told:
    """A line with its dossier, its words, and each phone and confirmed address once."""

    line: HistoryLine
    dossier: Dossier
    procedure: str
    words: dict[str, str]
    phones: tuple[str, ...]
    emails: tuple[tuple[str, str], ...]


def line_told(line_id: str) -> Told:
    """Everything a message about a line says, in three statements."""
    line = HistoryLine.objects.select_related("dossier", "words").get(pk=line_id)
    parties = list(line.dossier.parties.filter(role__in=TOLD).select_related("account").order_by("id"))
    phones = dict.fromkeys(party.phone for party in parties if party.phone)
    emails: dict[str, str] = {}
    for party in parties:
        account = party.account
        if account is not None and account.email and account.email_confirmed_at:
            emails.setdefault(account.email, party.name)
    return Told(
        line=line,
        dossier=line.dossier,
        procedure=line.dossier.procedure.name,
        words=line.words.words if hasattr(line, "words") else {},
        phones=tuple(phones),
        emails=tuple(emails.items()),
    )


def to_return_on_line(line_id: str) -> Dossier | None:
    """The finished dossier of a line whose answer is wanted on line: a result with a file, or a refusal; else None.

    While money is owed it waits; the payment comes by here again.
    """
    found = Dossier.objects.filter(history__id=uuid.UUID(line_id), status=Status.FINISHED, delivery=Delivery.ONLINE)
    dossier = found.select_related("result").first()
    if dossier is None or not payments.account(dossier.pk).settled:
        return None
    refused = dossier.last_move().action == Action.FINISH_REFUSED
    return dossier if refused or (dossier.has_result() and dossier.result.file_id) else None
