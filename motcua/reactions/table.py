"""Event → what follows. The only place where modules meet."""

from collections.abc import Callable
from datetime import datetime

from . import calendars, delivery, letters, papers

Reaction = Callable[[str, datetime], None]

TOLD = (
    *("file", "redirect", "ask_fee_first", "settle_first", "ask_supplement_first", "supplement_first"),
    *("recall_request_first", "accept", "refuse", "ask_supplement", "supplement", "ask_fee", "settle"),
    *("recall_request", "extend", "apologise", "withdraw", "agree_withdrawal", "decline_withdrawal"),
    *("stop_unanswered", "stop", "undo_accept", "undo_refuse", "reopen_first", "reopen", "undo_finish"),
    *("undo_return", "replace_result", "due_moved"),
)
"""Words of the history of which the person is told, and nothing else follows."""

REACTIONS: dict[str, tuple[Reaction, ...]] = {
    **{f"dossier.{word}": (letters.tell_parties,) for word in TOLD},
    "dossier.finish": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.finish_refused": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.payment_recorded": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.fee_waived": (letters.tell_parties, delivery.hand_over_on_line),
    "dossier.duty": (letters.tell_of_duty,),
    "paper.owed": (papers.draw,),
    "form.published": (papers.draw_blank,),
    "calendar.change": (calendars.count_again,),
}
