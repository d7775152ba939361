"""Papers asked for by a person, and the job that draws what is owed and tells it in the history with its hash."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.common.events import publish
from motcua.documents import drawing, issuing, letterheads
from motcua.documents.issuing import Order
from motcua.documents.models import IssuedPaper, Letterhead

from ..checks import Act, answers_valid, version_in_force
from ..lifecycle import Blocked
from ..models import Dossier, DossierPaper, Result
from ..papers.every import compose, compose_under
from ..papers.internal import register
from ..signed import ANSWERS
from .moves import Fact, note_fact
from .papers import facts_of, last, owe, take_the_place


@transaction.atomic
def print_form(dossier: Dossier, *, by: Account, at: datetime) -> IssuedPaper:
    """The filled form of a draft as it stands now; an earlier print of it is superseded.

    What is handed in on paper is printed only when it could be handed in.

    :raises Blocked: an answer is missing or wrong, or the procedure changed.
    """
    dossier.lock()
    if dossier.is_to_print and (problems := _unready(dossier, by, at)):
        raise Blocked(problems)
    [paper] = owe(dossier, None, [Order("filled", last(dossier, "filled"), typed=True)], at)
    publish("paper.owed", paper=str(paper.pk))
    return paper


def _unready(dossier: Dossier, by: Account, at: datetime) -> list[str]:
    act = Act(by, at, frozenset())
    return [*version_in_force(dossier, act), *answers_valid(dossier, act)]


@transaction.atomic
def owe_register(agency: Agency, first: date, last_day: date, *, by: Account, at: datetime) -> IssuedPaper:
    """The register (07) of a period, its days included."""
    period = {"first": first.isoformat(), "last": last_day.isoformat()}
    [paper] = issuing.owe(agency, [Order("07", data=period)], at=at)
    publish("paper.owed", paper=str(paper.pk))
    return paper


def draw_papers_of(line_id: UUID, *, at: datetime) -> None:
    """Draw what a line owes, each paper by itself; safe to run twice, and to be killed in the middle."""
    for paper_id in DossierPaper.objects.filter(line=line_id, paper__file=None).values_list("paper_id", flat=True):
        draw_paper(paper_id, at=at)


@transaction.atomic
def draw_paper(paper_id: UUID, *, at: datetime) -> IssuedPaper | None:
    """Draw one paper that is owed and tell it in the history.

    The dossier is locked before the paper, as every verb does.
    """
    tie = DossierPaper.objects.select_related("dossier", "line").filter(paper_id=paper_id).first()
    if tie is None:
        return drawing.draw(paper_id, register, at=at)
    tie.dossier.lock()
    paper = drawing.draw(paper_id, compose, at=at)
    if paper is not None and tie.line is not None and not paper.by_hand:
        take_the_place(tie.dossier, tie.line.action, paper, at)
    if paper is not None and paper.kind == "result":
        Result.objects.filter(dossier=tie.dossier).update(file=paper.file)
    if paper is not None and not tie.dossier.is_draft:
        quiet = paper.kind not in ANSWERS  # an answer that was waited for is handed over
        note_fact(tie.dossier, Fact("paper_issued", facts_of(paper), quiet=quiet), by=None, at=at)
    return paper


@transaction.atomic
def preview(letterhead_id: UUID, *, at: datetime) -> None:
    """Draw the preview that a letterhead was asked for: marked on every page, without number, code and signature."""
    found = Letterhead.objects.select_for_update(of=("self",)).select_related("agency__parent", "agency__unit", "logo")
    letterhead = found.get(pk=letterhead_id)
    if letterhead.preview_of is None or letterhead.preview_id is not None:
        return
    paper = letterhead.preview_of
    pdf = drawing.trial_of(compose_under(letterhead, paper), paper.name, at)
    letterheads.keep_preview(letterhead, pdf, at=at)
