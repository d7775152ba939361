"""Every kind of paper of a dossier, composed."""

from dataclasses import replace

from django.utils import translation

from motcua.documents.drawing import Drawing
from motcua.documents.models import IssuedPaper

from . import answers, forms, internal, slips
from .composing import Composer, facts_of, headed_by, signings_of

COMPOSERS: dict[str, Composer] = {**slips.COMPOSERS, **answers.COMPOSERS, **internal.COMPOSERS, **forms.COMPOSERS}


def compose(paper: IssuedPaper) -> Drawing:
    """The drawing of a dossier's paper."""
    with translation.override("vi"):
        facts = facts_of(paper)
        body = COMPOSERS[paper.kind](facts)
        return replace(
            headed_by(facts.agency),
            blocks=body.blocks,
            title=body.title,
            subtitle=body.subtitle,
            landscape=body.landscape,
            signings=(*body.beside, *signings_of(facts, body)),
        )
