"""Papers that an agency prints and signs by hand: who signed, and on which day, as an officer records it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.documents.models import IssuedPaper, PaperState

from ..lifecycle import Blocked, NotAllowed, Who
from ..models import DossierPaper, HistoryLine
from ..signed import ANSWERS
from ..standing import standing
from .moves import Fact, note_fact
from .papers import facts_of, take_the_place

WHO = (Who.APPROVER, Who.HANDLER, Who.INTAKE)


@transaction.atomic
def record_hand_signature(
    paper: IssuedPaper, *, signer: str, on: date, by: Account, at: datetime
) -> HistoryLine | None:
    """Record who signed a paper and when; None where the same was recorded already.

    :raises NotAllowed: the paper is not signed by hand, not in force, or the officer has no part in its dossier.
    :raises Blocked: the day lies before the paper or in the future, or another signature is on record.
    """
    tie = DossierPaper.objects.select_related("dossier", "line").get(paper=paper)
    tie.dossier.lock()
    paper = IssuedPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    roles = standing(tie.dossier, by, at)
    role = next((who for who in WHO if who in roles), None)
    if role is None or not paper.by_hand or paper.state is not PaperState.VALID or paper.issued_at is None:
        raise NotAllowed("nothing to sign by hand here")
    if (paper.hand_signer, paper.hand_signed_on) == (signer, on):
        return None
    if paper.hand_signed_on is not None:
        raise Blocked([_("Đã ghi người ký: %(name)s") % {"name": paper.hand_signer}])
    if not timezone.localdate(paper.issued_at) <= on <= timezone.localdate(at):
        raise Blocked([_("Ngày ký từ ngày in giấy đến hôm nay")])
    paper.hand_signer, paper.hand_signed_on = signer, on
    paper.save(update_fields=["hand_signer", "hand_signed_on"])
    if tie.line is not None:  # until now nobody held the new one
        take_the_place(tie.dossier, tie.line.action, paper, at)
    fact = Fact("paper_signed_by_hand", facts_of(paper), {"signer": signer}, quiet=paper.kind not in ANSWERS)
    return note_fact(tie.dossier, fact, by=by, at=at, role=role, agency_id=roles[role])
