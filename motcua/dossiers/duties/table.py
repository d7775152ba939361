"""The duties by name, in the order in which a sweep does them."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime

from ..actions.roots import publish_roots
from . import waiting
from .doing import Outcome, Round


def daily_roots(turn: Round) -> Iterator[Outcome]:
    """The roots of finished days, published for whoever verifies."""
    for day in publish_roots(at=turn.at):
        yield Outcome("daily_roots", None, f"root of {day.isoformat()}")


DUTIES: dict[str, Callable[[Round], Iterator[Outcome]]] = {
    duty.__name__: duty
    for duty in (
        waiting.check_nears,
        waiting.check_passed,
        waiting.due_soon,
        waiting.extension_draft,
        waiting.overdue,
        waiting.supplement_reminder,
        waiting.stop_unanswered,
        waiting.refusal_proposed,
        waiting.ask_officer,
        waiting.withdrawal_unanswered,
        waiting.result_uncollected,
        waiting.no_date_reminder,
        waiting.draft_expires,
        waiting.discard_expired,
        daily_roots,
    )
}


def run(duty: str, *, at: datetime, seconds: float | None = None) -> list[Outcome]:
    """Do one duty as of a moment; with `seconds` it stops after so long and goes on the next time."""
    ends = None if seconds is None else time.monotonic() + seconds
    return list(DUTIES[duty](Round(at, ends)))


def run_all(*, at: datetime) -> list[Outcome]:
    """Do every duty as of a moment."""
    return [outcome for duty in DUTIES for outcome in run(duty, at=at)]
