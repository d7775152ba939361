"""Whether the answer of a dossier may leave the house."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .states import Delivery

if TYPE_CHECKING:
    from .models import Dossier

ANSWERS = ("result", "03")
"""Kinds of paper that answer the person: nothing is handed over before they are signed."""


def waits_for_signature(dossier: "Dossier") -> str:
    """Why the answer is not signed yet, in words; empty where it is, or where the answer is no paper of ours."""
    in_force = dossier.papers.filter(paper__superseded_at=None, paper__revoked_at=None, paper__kind__in=ANSWERS)
    ties = list(in_force.select_related("paper"))
    if not ties and _answers_by_paper(dossier):
        return _("giấy kết quả đã bị thu hồi, làm lại kết quả")
    for tie in ties:
        if tie.paper.by_hand and tie.paper.kind == "result" and dossier.delivery == Delivery.ONLINE:
            return _("giấy ký tay không trả trên mạng được, tải bản quét có chữ ký lên thay")
        if not tie.paper.is_signed:
            return tie.paper.waits_for or (_("chờ ký tay") if tie.paper.by_hand else _("xem lại sau vài giây"))
    return ""


def _answers_by_paper(dossier: "Dossier") -> bool:
    """Whether the answer is a paper of ours: a drawn result, or a refusal."""
    return (dossier.has_result() and bool(dossier.result.template)) or dossier.last_move().action == "finish_refused"
