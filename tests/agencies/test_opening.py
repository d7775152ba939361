"""Opening hours in words."""

import pytest

from motcua.agencies.opening import in_words
from motcua.deadlines import STANDARD_WORKING

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
