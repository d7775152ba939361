"""Shares of a term, and who held something how long: working minutes that add up to the whole."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from .calendar import Calendar
from .spans import minutes_left


def budgets(whole: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Split `whole` minutes by shares; rounding never loses or adds a minute (largest remainder).

    :raises ValueError: no share at all, or one below zero.
    """
    total = sum(shares)
    if total <= 0 or min(shares) < 0:
        raise ValueError("shares from 0 on, and at least one above")
    parts = [whole * share // total for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda place: (-(whole * shares[place] % total), place))
    for place in by_rest[: whole - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def held(spans: Sequence[tuple[datetime, str]], until: datetime, calendar: Calendar) -> dict[str, int]:
    """Working minutes for each holder: `spans` say from when on who holds it, in the order of time.

    They add up to the working time from the first moment to `until`.
    """
    found: dict[str, int] = {}
    ends = [moment for moment, _holder in spans[1:]] + [until]
    for (since, holder), end in zip(spans, ends, strict=True):
        found[holder] = found.get(holder, 0) + minutes_left(since, end, calendar)
    return found


class Standing(StrEnum):
    """How an end stands to its due date."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


def standing_by_minute(ended: datetime, due: datetime) -> Standing:
    """Early before the due minute, on time in it, late after it."""
    a, b = ended.replace(second=0, microsecond=0), due.replace(second=0, microsecond=0)
    return Standing.EARLY if a < b else Standing.LATE if a > b else Standing.ON_TIME


def standing_by_day(ended: datetime, due: datetime) -> Standing:
    """Early before the due day, on time on it, late after it; both in the zone of `due`."""
    a, b = ended.astimezone(due.tzinfo).date(), due.date()
    return Standing.EARLY if a < b else Standing.LATE if a > b else Standing.ON_TIME
