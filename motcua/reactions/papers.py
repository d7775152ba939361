"""Papers: drawn, signed and told in the history, before anybody is told of the line that owes them."""

from datetime import datetime
from uuid import UUID

from motcua.catalogue import blanks
from motcua.documents import trying
from motcua.dossiers import actions


def draw_of_line(line_id: str, at: datetime) -> None:
    """What a line of the history owes."""
    actions.draw_papers_of(UUID(line_id), at=at)


def draw(paper_id: str, at: datetime) -> None:
    """One paper; where a key is missing it waits, and the sweep of waiting papers comes back to it."""
    actions.draw_paper(UUID(paper_id), at=at)


def try_letterhead(letterhead_id: str, at: datetime) -> None:
    """A letterhead that was saved: in force if it can be drawn."""
    trying.try_out(UUID(letterhead_id), at=at)


def preview(letterhead_id: str, at: datetime) -> None:
    """A letterhead with the paper of a real dossier."""
    actions.preview(UUID(letterhead_id), at=at)


def draw_blank(form_id: str, at: datetime) -> None:
    """A published form to print and fill in by hand."""
    blanks.draw_blank(UUID(form_id), at=at)
