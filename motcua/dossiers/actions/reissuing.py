"""What an officer does to a paper that was issued: take it out of force with a reason, or issue it anew."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.common.events import publish
from motcua.documents import issuing
from motcua.documents.issuing import Order
from motcua.documents.kinds import KINDS
from motcua.documents.models import IssuedPaper

from .. import reissuing
from ..lifecycle import Blocked, NotAllowed, Who
from ..models import DossierPaper
from ..standing import standing
from .moves import Fact, note_fact
from .papers import facts_of, owe

SHORTEST_REASON = 5


@transaction.atomic
def revoke_paper(paper: IssuedPaper, *, by: Account, at: datetime, reason: str) -> bool:
    """Take a paper out of force for a reason that everybody who checks it reads; False where it was out already.

    :raises NotAllowed: not an approver of its dossier, or a paper of no filed dossier.
    :raises Blocked: the reason says nothing.
    """
    tie = _locked(paper)
    dossier, paper = tie.dossier, tie.paper
    roles = standing(dossier, by, at)
    if dossier.is_draft or Who.APPROVER not in roles:
        raise NotAllowed("not an approver of this dossier")
    _check(reason)
    if not issuing.revoke(paper, at=at, why=reason):
        return False
    quiet = not KINDS[paper.kind].public
    fact = Fact("paper_revoked", facts_of(paper), {"reason": reason}, quiet=quiet)
    note_fact(dossier, fact, by=by, at=at, role=Who.APPROVER, agency_id=roles[Who.APPROVER])
    return True


@transaction.atomic
def replace_paper(paper: IssuedPaper, *, by: Account, at: datetime, reason: str) -> IssuedPaper:
    """Owe a paper of the same kind and line, drawn anew from the dossier as it is now; until then the old one holds.

    :raises NotAllowed: replaced already, undone, not drawn yet, a kind that is not replaced, or not this officer's.
    :raises Blocked: the reason says nothing.
    """
    tie = _locked(paper)
    dossier, paper = tie.dossier, tie.paper
    who = reissuing.replacer(tie, standing(dossier, by, at), by)
    if who is None or reissuing.hindrance(tie):
        raise NotAllowed("this paper is not replaced, or not by this officer")
    _check(reason)
    [new] = owe(dossier, tie.line, [Order(paper.kind, paper, holds=True)], at)
    facts: dict[str, Any] = {**facts_of(paper), "new": str(new.pk)}
    note_fact(dossier, Fact("paper_replaced", facts, {"reason": reason}), by=by, at=at, role=who[0], agency_id=who[1])
    publish("paper.owed", paper=str(new.pk))
    return new


def _locked(paper: IssuedPaper) -> DossierPaper:
    """The tie of the paper with its dossier, locked first as every verb does, and the paper as it is then."""
    tie = DossierPaper.objects.select_related("dossier", "line").filter(paper=paper).first()
    if tie is None:
        raise NotAllowed("a paper of no dossier")
    tie.dossier.lock()
    tie.paper = IssuedPaper.objects.select_related("file", "replaced_by").get(pk=paper.pk)
    return tie


def _check(reason: str) -> None:
    if sum(letter.isalpha() for letter in reason) < SHORTEST_REASON:
        raise Blocked([_("Ghi lý do để người cầm giấy hiểu vì sao")])
