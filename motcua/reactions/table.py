"""Event → what follows. The only place where modules meet."""

from collections.abc import Callable
from datetime import datetime

from motcua.dossiers.papers import OWED

from . import calendars, delivery, letters, papers

Reaction = Callable[[str, datetime], None]

TOLD = (
    *("file", "redirect", "ask_fee_first", "settle_first", "ask_supplement_first", "supplement_first"),
    *("recall_request_first", "accept", "refuse", "ask_supplement", "supplement", "ask_fee", "settle"),
    *("recall_request", "extend", "apologise", "withdraw", "agree_withdrawal", "decline_withdrawal"),
    *("stop_unanswered", "stop", "undo_accept", "undo_refuse", "reopen_first", "reopen", "undo_finish"),
    *("undo_return", "replace_result", "due_moved", "draft_shown", "draft_kept", "paper_revoked", "paper_replaced"),
)
"""Words of the history of which the person is told, and nothing else follows."""


def _told(word: str) -> tuple[Reaction, ...]:
    """What follows from a line that people are told of: its papers first, where it owes any."""
    return (papers.draw_of_line, letters.tell_parties) if word in OWED else (letters.tell_parties,)


REACTIONS: dict[str, tuple[Reaction, ...]] = {
    **{f"dossier.{word}": _told(word) for word in TOLD},
    "dossier.finish": (*_told("finish"), delivery.hand_over_on_line),
    "dossier.finish_refused": (*_told("finish_refused"), delivery.hand_over_on_line),
    "dossier.paper_issued": (delivery.hand_over_on_line,),
    "dossier.paper_signed_by_hand": (delivery.hand_over_on_line,),
    "dossier.payment_recorded": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.fee_waived": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.duty": (letters.tell_of_duty,),
    "paper.owed": (papers.draw,),
    "letterhead.saved": (papers.try_letterhead,),
    "letterhead.preview": (papers.preview,),
    "form.published": (papers.draw_blank,),
    "calendar.change": (calendars.count_again,),
}
