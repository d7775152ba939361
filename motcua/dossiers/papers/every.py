"""Every kind of paper of a dossier, composed."""

from dataclasses import replace

from django.utils import translation

from motcua.documents import letterheads
from motcua.documents.drawing import Drawing
from motcua.documents.models import IssuedPaper, Letterhead

from . import answers, forms, internal, slips
from .composing import Composer, facts_of, headed_by, own_words, signings_of

COMPOSERS: dict[str, Composer] = {**slips.COMPOSERS, **answers.COMPOSERS, **internal.COMPOSERS, **forms.COMPOSERS}


def compose(paper: IssuedPaper) -> Drawing:
    """The drawing of a dossier's paper, under the letterhead in force."""
    return compose_under(letterheads.in_force(paper.agency_id, paper.kind), paper)


def compose_under(letterhead: Letterhead | None, paper: IssuedPaper) -> Drawing:
    """The same under a letterhead that may not be in force, to be looked at."""
    with translation.override("vi"):
        facts = facts_of(paper)
        body = COMPOSERS[paper.kind](facts)
        return replace(
            headed_by(facts.agency, letterhead),
            blocks=[*body.blocks, *own_words(letterhead, facts)],
            title=body.title,
            subtitle=body.subtitle,
            landscape=body.landscape,
            signings=(*body.beside, *signings_of(facts, body, letterhead)),
        )
