"""A form that was filled in on line and printed reaches the counter: its draft becomes the dossier, once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.common.errors import Conflict

from ..lifecycle import Blocked
from ..models import Dossier, DossierPaper, HistoryLine, Party
from .drafts import discard


@dataclass(frozen=True)
class Declaration:
    """Answers that somebody gave on line before they brought the form on paper."""

    answers: dict[str, Any]
    by: Account


def draft_of(token: str, code: str) -> Dossier | None:
    """The draft behind a printed form of this procedure, locked; None where there is none.

    :raises Blocked: it is a dossier already, or was thrown away at this moment.
    """
    tie = DossierPaper.objects.select_related("dossier").filter(paper__token=token, paper__kind="filled").first()
    if tie is None or tie.dossier.procedure.code != code:
        return None
    draft = tie.dossier
    try:
        draft.lock()
    except Conflict:
        raise Blocked([_("Tờ khai này vừa được nhận, hoặc vừa bị người khai xóa. Quét lại mã")]) from None
    if not draft.is_draft:
        raise Blocked([_("Tờ khai này đã nhận rồi: hồ sơ %(code)s") % {"code": draft.code}])
    return draft


def link(parties: list[Party], account: Account) -> None:
    """Tie to the account those parties that are its person, by number, else by name and phone."""
    for party in parties:
        if _is(party, account):
            party.account = account


def _is(party: Party, account: Account) -> bool:
    if party.id_number:
        return party.id_number == account.id_number
    return bool(party.phone) and (party.name, party.phone) == (account.full_name, account.phone)


def close(draft: Dossier, received: Dossier, line: HistoryLine, *, by: Account, at: datetime) -> None:
    """Its prints are the dossier's now, so that no sheet is received twice; what is handed in on paper only is gone.

    A draft stays that can still be filed, and where its person would not find the dossier in its place.
    """
    DossierPaper.objects.filter(dossier=draft, paper__file__isnull=False).update(dossier=received, line=line)
    if draft.is_to_print and received.parties.filter(account=draft.started_by).exists():
        discard(draft, by=by, at=at)
