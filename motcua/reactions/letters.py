"""Messages that follow from a history line: SMS to every phone once, e-mail to confirmed addresses."""

from datetime import datetime

from motcua.dossiers import queries as dossiers
from motcua.notifications import actions as notifications

from . import texts


def tell_parties(line_id: str, at: datetime) -> None:
    """Owe the messages of a line, then send them; both are safe to repeat."""
    told = dossiers.line_told(line_id)
    notifications.owe_all(texts.letters_for(told), reason=line_id, at=told.line.at)
    notifications.deliver(line_id, at=at)
