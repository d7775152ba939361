"""Papers asked for by a person, and the job that draws what is owed and tells it in the history with its hash."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.documents import drawing, issuing
from motcua.documents.models import IssuedPaper

from ..models import Dossier, DossierPaper
from ..papers.every import compose
from ..papers.internal import register
from .moves import Fact, note_fact
from .papers import facts_of, last, owe


@transaction.atomic
def print_form(dossier: Dossier, *, by: Account, at: datetime) -> IssuedPaper:
    """The filled form of a draft as it stands now; an earlier print of it is superseded."""
    dossier.lock()
    return owe(dossier, None, "filled", at=at, replaces=last(dossier, "filled"))


@transaction.atomic
def owe_register(agency: Agency, first: date, last: date, *, by: Account, at: datetime) -> IssuedPaper:
    """The register (07) of a period, its days included."""
    return issuing.owe(agency, "07", at=at, replaces=None, data={"first": first.isoformat(), "last": last.isoformat()})


@transaction.atomic
def draw_paper(paper_id: UUID, *, at: datetime) -> IssuedPaper | None:
    """Draw a paper that is owed and tell it in the history; safe to run twice, and to be killed in the middle.

    The dossier is locked before the paper, as every verb does.
    """
    tie = DossierPaper.objects.select_related("dossier").filter(paper_id=paper_id).first()
    if tie is None:
        return drawing.draw(paper_id, register, at=at)
    tie.dossier.lock()
    paper = drawing.draw(paper_id, compose, at=at)
    if paper is not None and paper.file is not None and not tie.dossier.is_draft:
        note_fact(tie.dossier, Fact("paper_issued", facts_of(paper)), by=None, at=at)
    return paper
