"""Papers that a line of the history owes, and those that it takes out of force."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from motcua.documents import issuing
from motcua.documents.issuing import Order
from motcua.documents.models import IssuedPaper

from .. import papers
from ..models import Dossier, DossierPaper, HistoryLine
from ..results import TEMPLATES


def follow(dossier: Dossier, line: HistoryLine) -> list[IssuedPaper]:
    """What a line owes and voids; the papers it took out of force, whose facts the caller writes.

    The job that reacts to the line draws them, and only then the one before is superseded.
    """
    voided = _void(dossier, line) if line.action in papers.VOIDED else []
    owed = [one for one in papers.OWED.get(line.action, ()) if one.when(dossier)]
    if owed:
        owe(
            dossier,
            line,
            [Order(one.kind, _taken(dossier, one, line.at), _known(dossier, one.kind)) for one in owed],
            line.at,
        )
    return voided


def _taken(dossier: Dossier, owed: papers.Owed, at: datetime) -> IssuedPaper | None:
    """What the paper replaces at once: the newest of these kinds that nothing replaces; all go out of force."""
    if not owed.takes:
        return None
    found = IssuedPaper.objects.filter(tie__dossier=dossier, kind__in=owed.takes, superseded_at=None)
    in_force = list(found.select_related("replaced_by").order_by("-owed_at", "-id"))
    for paper in in_force:
        issuing.supersede(paper, at=at)
    return next((paper for paper in in_force if not hasattr(paper, "replaced_by")), None)


def _known(dossier: Dossier, kind: str) -> dict[str, Any]:
    """What is known of a paper before it is drawn: what a drawn result is called, and which file goes with a slip."""
    if kind == "result":
        template = TEMPLATES[dossier.result.template]
        return {"named": template.name, "symbol": template.symbol}
    if kind == "return" and dossier.result.file:
        return {"goes_with": dossier.result.file.sha256}
    return {}


def owe(dossier: Dossier, line: HistoryLine | None, orders: Sequence[Order], at: datetime) -> list[IssuedPaper]:
    """Number papers and tie them to their dossier and line."""
    at_reception = line is None or line.action in papers.RECEIVING
    owed = issuing.owe(dossier.receiving if at_reception else dossier.resolving, orders, at=at)
    DossierPaper.objects.bulk_create(DossierPaper(dossier=dossier, line=line, paper=paper) for paper in owed)
    return owed


def last(dossier: Dossier, kind: str, but: IssuedPaper | None = None) -> IssuedPaper | None:
    """The newest paper of a kind that nothing has replaced; a revoked one is not followed."""
    found = IssuedPaper.objects.filter(tie__dossier=dossier, kind=kind, superseded_at=None, revoked_at=None)
    found = found.exclude(pk=but.pk) if but else found
    return found.order_by("-owed_at", "-id").first()


def _void(dossier: Dossier, line: HistoryLine) -> list[IssuedPaper]:
    """Take the newest paper of each kind that a reversal contradicts out of force.

    Where it was to replace one and is not drawn yet, the older one still holds and goes with it.
    """
    voided = []
    for kind in papers.VOIDED[line.action]:
        paper = last(dossier, kind)
        while paper is not None and paper.superseded_at is None:
            if issuing.revoke(paper, at=line.at, why="Cơ quan đã hủy việc mà giấy này ghi nhận"):
                voided.append(paper)
            paper = paper.replaces
    return voided


def take_the_place(dossier: Dossier, word: str, paper: IssuedPaper, at: datetime) -> None:
    """A paper that follows the last of its kind, or was asked for to replace one, puts that one out of force."""
    issuing.take_the_place(paper, at=at)
    if not any(owed.follows and owed.kind == paper.kind for owed in papers.OWED.get(word, ())):
        return
    before = last(dossier, paper.kind, but=paper)
    if before is not None:
        paper.replaces = before
        paper.save(update_fields=["replaces"])
        issuing.supersede(before, at=at)


def facts_of(paper: IssuedPaper) -> dict[str, Any]:
    """What the history says of a paper."""
    return {
        "paper": str(paper.pk),
        "kind": paper.kind,
        "number": paper.said_number,
        "file": str(paper.file_id) if paper.file_id else None,
        "sha256": paper.file.sha256 if paper.file else None,
    }
