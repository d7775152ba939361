"""Shares and holders add up to the whole, always."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.deadlines import (
    STANDARD,
    VIETNAM,
    Standing,
    budgets,
    held,
    minutes_left,
    standing_by_day,
    standing_by_minute,
)

NOON = datetime(2026, 11, 16, 10, 0, tzinfo=VIETNAM)


@given(whole=st.integers(0, 100_000), shares=st.lists(st.integers(0, 100), min_size=1, max_size=8).filter(any))
def test_budgets_add_up_to_the_whole(whole: int, shares: list[int]) -> None:
    found = budgets(whole, shares)

    assert sum(found) == whole
    assert all(abs(part - whole * share / sum(shares)) < 1 for part, share in zip(found, shares, strict=True))


@pytest.mark.parametrize("shares", [[], [0, 0], [50, -1]])
def test_shares_of_nothing_are_refused(shares: list[int]) -> None:
    with pytest.raises(ValueError, match="shares"):
        budgets(100, shares)


@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from("abc")), min_size=1, max_size=6), st.integers(0, 9_000)
)
def test_who_held_it_adds_up_to_all_the_time(steps: list[tuple[int, str]], more: int) -> None:
    spans = [(NOON + timedelta(minutes=after), who) for after, who in sorted(steps)]
    until = spans[-1][0] + timedelta(minutes=more)

    assert sum(held(spans, until, STANDARD).values()) == minutes_left(spans[0][0], until, STANDARD)


def test_early_on_time_and_late_by_minute_and_by_day() -> None:
    due = datetime(2026, 11, 16, 17, 0, tzinfo=VIETNAM)
    later, day = due + timedelta(minutes=1), timedelta(days=1)

    assert [standing_by_minute(at, due) for at in (NOON, due + timedelta(seconds=30), later)] == list(Standing)
    assert [standing_by_day(at, due) for at in (NOON - day, later, later + day)] == list(Standing)
