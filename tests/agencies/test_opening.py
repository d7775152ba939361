"""Opening hours in words."""

import re
from datetime import date

import pytest

from motcua.agencies import opening
from motcua.agencies.opening import in_words
from motcua.deadlines import STANDARD_WORKING, Calendar, week

MORNING = [["07:00", "11:30"]]


@pytest.mark.parametrize(
    ("working", "reception", "said"),
    [
        (STANDARD_WORKING, {}, "Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00"),
        (STANDARD_WORKING, {"6": MORNING}, "Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00; thứ Bảy: 07:00–11:30"),
        ({"1": MORNING, "3": MORNING}, {}, "Thứ Hai: 07:00–11:30; thứ Tư: 07:00–11:30"),
        ({"7": MORNING}, {"7": [["05:00", "06:00"]]}, "Chủ nhật: 05:00–06:00, 07:00–11:30"),
        ({}, {}, ""),
    ],
)
def test_days_with_equal_hours_are_told_together(
    working: dict[str, list[list[str]]], reception: dict[str, list[list[str]]], said: str
) -> None:
    assert in_words(working, reception) == said


def test_days_to_come_tell_their_hours_and_why_one_is_closed() -> None:
    calendar = Calendar(week(STANDARD_WORKING), week({"6": [["07:00", "11:30"]]}))

    told = opening.days(calendar, date(2026, 8, 28), 6)

    assert [(day.date.day, day.times) for day in told] == [
        (28, "07:00–11:30, 13:30–17:00"),
        (29, "07:00–11:30"),
        (30, ""),
        (31, ""),
        (1, ""),
        (2, ""),
    ]
    assert [day.date.day for day in opening.days_off(calendar, date(2026, 8, 28), 6)] == [31, 1, 2]
    assert opening.days(calendar, date(1800, 1, 1), 6) == []


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("07:00–11:30, 13:30–17:00", [["07:00", "11:30"], ["13:30", "17:00"]]),
        ("13h30 đến 17h; 7h-11:30", [["07:00", "11:30"], ["13:30", "17:00"]]),
        ("0:00-24:00", [["00:00", "24:00"]]),
        ("  ", []),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, stored: list[list[str]]) -> None:
    assert opening.read(typed) == stored
    assert opening.read(opening.written(stored)) == stored


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sáng", "Ghi giờ như 07:00–11:30; ông/bà ghi “sáng”"),
        ("11:00-7:00", "“11:00-7:00” không phải một khoảng giờ trong ngày"),
        ("7:00-25:00", "“7:00-25:00” không phải một khoảng giờ trong ngày"),
        ("7:75-8:00", "“7:75-8:00” không phải một khoảng giờ trong ngày"),
        ("7:00-11:00, 10:00-12:00", "10:00 nằm trong khoảng giờ trước"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        opening.read(typed)
