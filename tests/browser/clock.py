"""The clock of a house that stands in the process of the test."""

from collections.abc import Callable
from datetime import datetime

from motcua.accounts.models import Account
from motcua.dossiers import duties
from tests.world import HANOI

from .visitor import Visitor

Come = Callable[[Account | None], Visitor]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


class Clock:
    """The clock of the house."""

    def __init__(self) -> None:
        self.now = local("2026-11-09T08:00")

    def go(self, text: str) -> list[str]:
        """Go on to a moment and do what fell due until then; the duties that did something."""
        self.now = local(text)
        return [outcome.duty for outcome in duties.run_all(at=self.now)]
