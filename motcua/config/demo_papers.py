"""The papers of a demo: what the dossiers' lives owed, a register, a draft's printed form, and blank forms."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from motcua.accounts.models import Account, Role
from motcua.agencies.models import Agency
from motcua.documents import drawing, storing
from motcua.documents.kinds import KINDS
from motcua.documents.models import BlankForm, IssuedPaper, StoredFile
from motcua.documents.signing.keys import demo_keys
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier

from .demo_filing import staff

WEEK = timedelta(days=7)


def seed(drafts: list[Dossier], an: Account, at: datetime) -> None:
    """A register of the week and the printed form of a draft, where they are missing."""
    chi = staff("chi")
    desk = Agency.objects.get(roles__account=chi, roles__role=Role.INTAKE)
    if not IssuedPaper.objects.filter(kind="07", agency=desk).exists():
        today = timezone.localdate(at)
        actions.owe_register(desk, today - WEEK, today, by=chi, at=at)
    for draft in drafts:
        if not draft.papers.exists():
            actions.print_form(draft, by=an, at=at)


def rows(dossiers: list[Dossier]) -> list[dict[str, Any]]:
    """Each paper with its file under MOTCUA_HOME and the path that its QR leads to."""
    of_dossiers = IssuedPaper.objects.filter(tie__dossier__in=dossiers)
    found = (of_dossiers | IssuedPaper.objects.filter(kind="07")).select_related("file").order_by("owed_at", "id")
    issued = [
        {"kind": paper.kind, "path": _path(paper.file), "verify_path": drawing.path_of(paper)}
        for paper in found.distinct()
        if paper.file is not None
    ]
    blanks = [
        {"kind": KINDS["blank"].code, "path": _path(blank.file), "verify_path": None}
        for blank in BlankForm.objects.select_related("file").order_by("id")
    ]
    return issued + blanks


def _path(stored: StoredFile) -> str:
    return str(Path("files") / storing.path_of(stored))


def authority() -> str:
    """The demo authority's certificate, as a path under MOTCUA_HOME."""
    return str(demo_keys().certificate().relative_to(settings.HOME))
