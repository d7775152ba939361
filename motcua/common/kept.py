"""Answers that this process keeps for a while: what changes a few times a year is not asked for on every page."""

import time
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
Answer = TypeVar("Answer")

SECONDS = 60
MOST = 2000  # answers of one question; more are forgotten all at once

_all: list[dict[Hashable, tuple[float, object]]] = []


class Kept(Generic[P, Answer]):
    """A question whose answers are kept; its arguments must be hashable."""

    def __init__(self, ask: Callable[P, Answer], seconds: float = SECONDS) -> None:
        wraps(ask)(self)
        self._ask = ask
        self._seconds = seconds
        self._answers: dict[Hashable, tuple[float, Answer]] = {}
        _all.append(self._answers)  # type: ignore[arg-type]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Answer:
        """The answer, at most `seconds` old."""
        key, now = (args, tuple(kwargs.items())), time.monotonic()
        found = self._answers.get(key)
        if found is not None and now < found[0]:
            return found[1]
        answer = self._ask(*args, **kwargs)
        if len(self._answers) >= MOST:
            self._answers.clear()
        self._answers[key] = now + self._seconds, answer
        return answer


def kept_for(seconds: float) -> Callable[[Callable[P, Answer]], Kept[P, Answer]]:
    """Keep the answers of a question for so many seconds."""

    def keep(ask: Callable[P, Answer]) -> Kept[P, Answer]:
        return Kept(ask, seconds)

    return keep


def forget() -> None:
    """Ask everything anew, as after a change that must be seen at once."""
    for answers in _all:
        answers.clear()
