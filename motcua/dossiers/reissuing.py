"""Which issued papers are replaced by a new one, by whom, and what stands in the way."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.documents.kinds import KINDS
from motcua.documents.models import IssuedPaper, PaperState

from .lifecycle import Who
from .models import DossierPaper
from .papers import OWED, VOIDED

REPLACED = frozenset({"receipt", "01", "02", "03", "04", "05"})
"""Kinds of which a new one may be issued. A form is printed again, the control slip (06) and the register (07) follow
by themselves, and a result has a row of the lifecycle."""


def replacer(tie: DossierPaper, roles: Mapping[str, Any], by: Account) -> tuple[Who, Any] | None:
    """The role in which somebody of these roles replaces the paper, with its agency; None where they may not.

    What bears the signature of who decided is replaced by an approver, or by who decided.
    """
    if tie.paper.kind not in REPLACED or tie.line is None:
        return None
    if Who.APPROVER in roles:
        return Who.APPROVER, roles[Who.APPROVER]
    own = not KINDS[tie.paper.kind].officer or tie.line.actor_id == by.pk
    return (Who.INTAKE, roles[Who.INTAKE]) if Who.INTAKE in roles and own else None


def hindrance(tie: DossierPaper) -> str:
    """Why the paper is not replaced now, in words; empty where nothing stands in the way."""
    paper = tie.paper
    if hasattr(paper, "replaced_by"):
        return _("Giấy này đã có giấy mới thay. Muốn sửa nữa thì phát hành lại giấy mới nhất")
    if paper.state is PaperState.OWED:
        return _("Giấy này chưa phát hành xong, chưa có gì để thay")
    if _undone(tie):
        return _("Việc ghi trong giấy này đã được hủy, nên không có giấy mới")
    return ""


def _undone(tie: DossierPaper) -> bool:
    """Whether what the line says was undone later: a new paper would say the contrary of the history."""
    line = tie.line
    if line is None:
        return False
    words = [word for word, kinds in VOIDED.items() if tie.paper.kind in kinds]
    words += [word for word, owed in OWED.items() if any(tie.paper.kind in one.takes for one in owed)]
    return tie.dossier.history.filter(number__gt=line.number, action__in=words).exists()


def newest(paper: IssuedPaper) -> IssuedPaper:
    """The last of the papers that replaced each other."""
    while hasattr(paper, "replaced_by"):
        paper = paper.replaced_by
    return paper
