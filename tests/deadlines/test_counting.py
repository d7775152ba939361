"""Steps through a calendar: over year ends, over months of different length, to the very end of an interval."""

from datetime import date

import pytest

from motcua.deadlines import STANDARD
from motcua.deadlines.counting import (
    after_working_minutes,
    close_from,
    months_later,
    next_working_moment,
    nth_working_day,
    start_of,
)

from .calendars import NAMED

MONDAY = date(2026, 11, 16).toordinal()


def test_the_nth_working_day_may_lie_years_away() -> None:
    # 250 working days in 2027 (261 weekdays less 11 holidays on weekdays), 249 in 2028, two later.
    last_of_2026 = date(2026, 12, 31).toordinal()
    found = nth_working_day(
        STANDARD, last_of_2026, len(STANDARD.year(2027).working) + len(STANDARD.year(2028).working) + 2
    )

    assert date.fromordinal(found) == date(2029, 1, 3)


def test_working_minutes_may_run_over_the_years_end() -> None:
    day, minute = after_working_minutes(STANDARD, (date(2026, 12, 31).toordinal(), 16 * 60), 90)

    assert (date.fromordinal(day), minute) == (date(2027, 1, 4), 7 * 60 + 30)


@pytest.mark.parametrize(
    ("minute", "found"),
    [(0, (0, 420)), (420, (0, 420)), (689, (0, 689)), (690, (0, 810)), (1019, (0, 1019)), (1020, (1, 420))],
)
def test_the_next_working_moment_includes_starts_and_excludes_ends(minute: int, found: tuple[int, int]) -> None:
    assert next_working_moment(STANDARD, (MONDAY, minute)) == (MONDAY + found[0], found[1])


def test_reception_counts_where_it_happened_while_hours_wait_for_work() -> None:
    saturday = MONDAY - 2
    start = start_of(NAMED["police"], (saturday, 9 * 60))

    assert (start.counted, start.runs) == ((saturday, 540), (MONDAY, 420))


def test_a_close_that_has_passed_is_the_next_working_days() -> None:
    assert close_from(STANDARD, MONDAY, (MONDAY, 1019)) == (MONDAY, 1020)
    assert close_from(STANDARD, MONDAY, (MONDAY, 1020)) == (MONDAY + 1, 1020)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_its_last_day_where_it_is_too_short(day: date, months: int, found: date) -> None:
    assert date.fromordinal(months_later(day.toordinal(), months)) == found
