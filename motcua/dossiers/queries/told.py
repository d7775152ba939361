"""Who is told of a history line, and what the message needs to say."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.payments import queries as payments

from ..lifecycle import Action
from ..models import Dossier, HistoryLine, Notice, Request, RequestItem, ResultDraft
from ..signed import waits_for_signature
from ..states import Delivery, PartyRole, Status

TOLD = (PartyRole.SUBMITTER, PartyRole.OWNER, PartyRole.RECIPIENT)


@dataclass(frozen=True)
class Told:
    """A line of the history, or a duty, with its dossier, its words, and each phone and confirmed address once.

    `facts` are those of the line when it was written; `owed` is what is still to be paid, in đồng; `draft` the token
    of the result's draft.
    """

    word: str
    at: datetime
    line: HistoryLine | None
    dossier: Dossier
    procedure: str
    facts: dict[str, Any]
    words: dict[str, str]
    phones: tuple[str, ...]
    emails: tuple[tuple[str, str], ...]
    request: Request | None = None
    items: tuple[RequestItem, ...] = ()
    owed: int = 0
    draft: str = ""


def line_told(line_id: str) -> Told:
    """Everything a message about a line says, in a few statements."""
    line = HistoryLine.objects.select_related("dossier", "words").get(pk=line_id)
    request = Request.objects.filter(pk=line.facts["request"]).first() if line.facts.get("request") else None
    words = line.words.words if hasattr(line, "words") else {}
    told = _told(Told(line.action, line.at, line, line.dossier, "", line.facts, words, (), (), request))
    if shown := line.facts.get("draft"):
        return replace(told, draft=ResultDraft.objects.values_list("token", flat=True).get(pk=shown))
    return told


def duty_told(notice_id: str) -> Told | None:
    """Everything a message about a duty says; None where the draft is gone, or what it was about is over."""
    notice = Notice.objects.select_related("dossier").filter(pk=notice_id).first()
    if notice is None:
        return None
    dossier = notice.dossier
    request = dossier.open_request() if not dossier.is_draft else None
    facts = {"gone_on": notice.key.partition(":")[0]} if notice.duty == "draft_expires" else {}
    return _told(Told(notice.duty, notice.done_at, None, dossier, "", facts, {}, (), (), request))


def _told(told: Told) -> Told:
    dossier = told.dossier
    parties = list(dossier.parties.filter(role__in=TOLD).select_related("account").order_by("id"))
    phones = dict.fromkeys(party.phone for party in parties if party.phone)
    emails: dict[str, str] = {}
    accounts = [(party.account, party.name) for party in parties]
    if dossier.is_draft:  # nobody is a party yet but who began it
        phones = {dossier.started_by.phone: None} if dossier.started_by.phone else {}
        accounts = [(dossier.started_by, dossier.started_by.full_name)]
    for account, name in accounts:
        if account is not None and account.email and account.email_confirmed_at:
            emails.setdefault(account.email, name)
    return replace(
        told,
        procedure=dossier.procedure.name,
        phones=tuple(phones),
        emails=tuple(emails.items()),
        items=tuple(told.request.items.all()) if told.request else (),
        owed=payments.account(dossier.pk).owed,
    )


def to_return_on_line(line_id: str) -> Dossier | None:
    """The finished dossier of a line whose answer is wanted on line: a result with a file, or a refusal; else None.

    While money is owed or the answer is not signed it waits; the payment and the paper come by here again.
    """
    found = Dossier.objects.filter(history__id=uuid.UUID(line_id), status=Status.FINISHED, delivery=Delivery.ONLINE)
    dossier = found.select_related("result").first()
    if dossier is None or not payments.account(dossier.pk).settled:
        return None
    if waits_for_signature(dossier):
        return None
    refused = dossier.last_move().action == Action.FINISH_REFUSED
    return dossier if refused or (dossier.has_result() and dossier.result.file_id) else None
