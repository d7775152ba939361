"""Messages that follow from a history line or a duty: SMS to every phone once, e-mail to confirmed addresses."""

from datetime import datetime

from motcua.dossiers import queries as dossiers
from motcua.notifications import actions as notifications

from . import texts


def tell_parties(line_id: str, at: datetime) -> None:
    """Owe the messages of a line, then send them; both are safe to repeat."""
    told = dossiers.line_told(line_id)
    notifications.owe_all(texts.letters_for(told), reason=line_id, at=told.at)
    notifications.deliver(line_id, at=at)


def tell_of_duty(notice_id: str, at: datetime) -> None:
    """The same for a duty; nothing where its draft is gone."""
    told = dossiers.duty_told(notice_id)
    if told is not None:
        notifications.owe_all(texts.letters_for(told), reason=notice_id, at=told.at)
        notifications.deliver(notice_id, at=at)
