"""What is left, and what has passed, in working time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.deadlines import (
    STANDARD,
    VIETNAM,
    Calendar,
    due,
    minutes_left,
    working_days_left,
    working_time_between,
)

from . import naive
from .calendars import calendars
from .test_due import local, moments


@pytest.mark.parametrize(
    ("now", "end", "minutes"),
    [
        ("2026-11-16T07:00", "2026-11-16T17:00", 480),
        ("2026-11-16T11:00", "2026-11-16T14:00", 60),
        ("2026-11-13T17:00", "2026-11-16T07:00", 0),
        ("2026-11-23T08:10", "2026-11-25T08:10", 480),
        ("2026-11-16T14:00", "2026-11-16T11:00", -60),
        ("2025-12-31T16:00", "2026-01-05T08:00", 120),
    ],
)
def test_working_minutes_leave_out_lunch_nights_and_days_off(now: str, end: str, minutes: int) -> None:
    assert minutes_left(local(now), local(end), STANDARD) == minutes
    assert working_time_between(local(now), local(end), STANDARD) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("now", "end", "days"),
    [
        ("2026-11-23T10:00", "2026-11-26T17:00", 2),
        ("2026-11-26T08:00", "2026-11-26T17:00", 0),
        ("2026-11-26T18:00", "2026-11-26T17:00", 0),
        ("2026-11-30T08:00", "2026-11-26T17:00", -2),
        ("2026-11-28T08:00", "2026-11-26T17:00", -1),
        ("2026-12-31T08:00", "2027-01-05T17:00", 2),
    ],
)
def test_working_days_are_counted_after_today_up_to_the_day(now: str, end: str, days: int) -> None:
    assert working_days_left(local(now), local(end), STANDARD) == days


@given(calendar=calendars, a=moments, minutes=st.integers(0, 20_000))
def test_working_time_agrees_with_counting_minute_by_minute(calendar: Calendar, a: datetime, minutes: int) -> None:
    b = a + timedelta(minutes=minutes)
    there = minutes_left(a.replace(tzinfo=VIETNAM), b.replace(tzinfo=VIETNAM), calendar)

    assert there == naive.minutes_between(a, b, calendar)
    assert minutes_left(b.replace(tzinfo=VIETNAM), a.replace(tzinfo=VIETNAM), calendar) == -there


@given(calendar=calendars, at=moments, hours=st.integers(0, 40))
def test_an_hour_term_leaves_exactly_its_hours(calendar: Calendar, at: datetime, hours: int) -> None:
    found = due(at.replace(tzinfo=VIETNAM), amount=hours, unit="hour", calendar=calendar)

    assert found.due_at is not None
    assert minutes_left(at.replace(tzinfo=VIETNAM), found.due_at, calendar) == hours * 60


@given(calendar=calendars, at=moments, amount=st.integers(0, 25))
def test_a_term_of_working_days_leaves_that_many_days_from_day_0(calendar: Calendar, at: datetime, amount: int) -> None:
    found = due(at.replace(tzinfo=VIETNAM), amount=amount, unit="working_day", calendar=calendar)

    assert found.due_at is not None
    if amount:
        last = found.due_at - timedelta(minutes=1)  # a close at midnight is the next date
        assert working_days_left(found.counted_at, last, calendar) == amount
