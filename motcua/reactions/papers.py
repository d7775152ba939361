"""A paper that is owed: drawn, signed, told in the history."""

from datetime import datetime
from uuid import UUID

from motcua.catalogue import blanks
from motcua.dossiers import actions


def draw(paper_id: str, at: datetime) -> None:
    """Draw it; where a key is missing it waits, and the sweep of waiting papers comes back to it."""
    actions.draw_paper(UUID(paper_id), at=at)


def draw_blank(form_id: str, at: datetime) -> None:
    """A published form to print and fill in by hand."""
    blanks.draw_blank(UUID(form_id), at=at)
