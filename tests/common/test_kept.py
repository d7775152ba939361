"""What is kept for a minute is asked once a minute."""

import pytest

from motcua.common import kept


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(kept, "time", clock)
    return clock


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def question(asked: list[str]) -> kept.Kept[[str], str]:
    def name_of(code: str) -> str:
        asked.append(code)
        return code.upper()

    return kept.Kept(name_of)


def test_an_answer_is_kept_for_a_minute(question: kept.Kept[[str], str], asked: list[str], clock: Clock) -> None:
    question("a")
    clock.now += 59

    assert question("a") == "A"
    assert asked == ["a"]


def test_then_it_is_asked_again(question: kept.Kept[[str], str], asked: list[str], clock: Clock) -> None:
    question("a")
    clock.now += 60

    question("a")

    assert asked == ["a", "a"]


def test_every_argument_has_its_own_answer(question: kept.Kept[[str], str], asked: list[str]) -> None:
    assert (question("a"), question("b"), question("a")) == ("A", "B", "A")
    assert asked == ["a", "b"]


def test_what_is_forgotten_is_asked_again(question: kept.Kept[[str], str], asked: list[str]) -> None:
    question("a")
    kept.forget()

    question("a")

    assert asked == ["a", "a"]


def test_memory_is_bounded(question: kept.Kept[[str], str], asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)

    for code in ("a", "b", "c", "a"):
        question(code)

    assert asked == ["a", "b", "c", "a"]
