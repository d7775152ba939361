"""Explanations speak both languages without a framework."""

from datetime import date

import pytest

from motcua.deadlines.wording import begin, clock, day_words, span


def test_a_day_is_written_as_each_language_writes_it() -> None:
    assert day_words(date(2026, 11, 29).toordinal()) == ("Chủ nhật, 29/11/2026", "Sunday, 29 November 2026")
    assert day_words(date(2027, 2, 1).toordinal()) == ("thứ Hai, 01/02/2027", "Monday, 1 February 2027")


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (0, "0 phút", "0 minutes"),
        (1, "1 phút", "1 minute"),
        (60, "1 giờ", "1 hour"),
        (410, "6 giờ 50 phút", "6 hours 50 minutes"),
    ],
)
def test_a_span_says_hours_and_minutes(minutes: int, vi: str, en: str) -> None:
    assert span(minutes) == (vi, en)


def test_a_minute_of_the_day_is_a_time() -> None:
    assert (clock(0), clock(550), clock(1440)) == ("00:00", "09:10", "24:00")


def test_a_sentence_begins_with_a_capital_and_changes_nothing_else() -> None:
    assert begin("đến thứ Hai") == "Đến thứ Hai"
    assert begin("") == ""
