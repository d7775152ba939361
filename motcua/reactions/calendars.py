"""A calendar that changed: open dossiers that it touches are counted again, a part at a time."""

from datetime import datetime

from motcua.agencies import queries as agencies
from motcua.dossiers.actions import recounting


def count_again(change_id: str, at: datetime) -> None:
    """Queue the recounting of what the change touches; a dossier whose dates do not move is left alone."""
    touched = agencies.touched_by(change_id)
    recounting.queue(touched.agency_id, touched.first, at=at)
