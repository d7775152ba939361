"""Delivery on line: the result lies in the person's account, so it is returned (lifecycle rule 12)."""

from datetime import datetime

from motcua.dossiers import actions
from motcua.dossiers import queries as dossiers


def hand_over_on_line(line_id: str, at: datetime) -> None:
    """Return the result as the system where the person asked for it on line and it has a file."""
    dossier = dossiers.to_return_on_line(line_id)
    if dossier is not None:
        actions.return_result(dossier, by=None, at=at)
