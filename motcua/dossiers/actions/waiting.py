"""Asking another agency: a fact, which stops the term only where the version says so (lifecycle rule 4)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account

from .. import clock
from ..lifecycle import Blocked, NotAllowed, Who
from ..models import Dossier, HistoryLine, Pause
from ..standing import standing
from ..states import PauseReason, Status
from .moves import Fact, note_fact, save_moved

ASKED, ANSWERED = "agency_asked", "agency_answered"


@transaction.atomic
def ask_agency(dossier: Dossier, *, by: Account, at: datetime, whom: str, ground: str) -> HistoryLine:
    """Note which agency was asked, and on which ground.

    :raises NotAllowed: not in work, or not this officer's stage.
    :raises Blocked: the agency or the ground is missing, or another one is still asked.
    """
    agency_id = _may(dossier, by, at)
    problems = [] if whom else [_("Ghi cơ quan được hỏi ý kiến")]
    problems += [] if ground else [_("Ghi căn cứ pháp lý")]
    if is_waiting(dossier):
        problems.append(_("Đang chờ một cơ quan khác trả lời"))
    if problems:
        raise Blocked(problems)
    stops = dossier.procedure.rules.agency_wait_stops_clock
    if stops:
        Pause.objects.create(dossier=dossier, reason=PauseReason.AGENCY, began_at=at)
    facts = _counted(dossier) | {"stops": stops}
    return note_fact(
        dossier,
        Fact(ASKED, facts, {"whom": whom, "ground": ground}),
        by=by,
        at=at,
        role=Who.HANDLER,
        agency_id=agency_id,
    )


@transaction.atomic
def agency_answered(dossier: Dossier, *, by: Account, at: datetime, note: str = "") -> HistoryLine:
    """Note that the other agency answered; a stopped term goes on.

    :raises NotAllowed: not in work, not this officer's stage, or nobody is asked.
    """
    agency_id = _may(dossier, by, at)
    if not is_waiting(dossier):
        raise NotAllowed("no agency is asked")
    dossier.pauses.filter(reason=PauseReason.AGENCY, ended_at=None, voided_at=None).update(ended_at=at)
    fact = Fact(ANSWERED, _counted(dossier), {"note": note})
    return note_fact(dossier, fact, by=by, at=at, role=Who.HANDLER, agency_id=agency_id)


def is_waiting(dossier: Dossier) -> bool:
    """Whether another agency was asked and has not answered."""
    last = dossier.history.filter(action__in=(ASKED, ANSWERED)).order_by("-number").values_list("action", flat=True)
    return last.first() == ASKED


def _may(dossier: Dossier, by: Account, at: datetime) -> object:
    dossier.lock()
    roles = standing(dossier, by, at)
    if dossier.status != Status.PROCESSING or dossier.stage_now().role not in roles:
        raise NotAllowed("not in work on this officer's stage")
    return roles[dossier.stage_now().role]


def _counted(dossier: Dossier) -> clock.Facts:
    facts = clock.count(dossier)
    save_moved(dossier)
    return facts
