"""A date in three boxes: what is taken, what is refused, in which words."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from motcua.common.dates_typed import DateTypedField, read


class Asked(forms.Form):
    birth = DateTypedField(label="Ngày sinh", required=False)


def asked(**parts: Any) -> Asked:
    return Asked({f"birth-{part}": value for part, value in parts.items()})


class TestRead:
    @pytest.mark.parametrize("typed", [("2", "11", "2026"), ("02", "11", "2026"), (" 2 ", "11", "2026 ")])
    def test_takes_one_digit_or_two(self, typed: tuple[str, str, str]) -> None:
        assert read(*typed) == date(2026, 11, 2)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (("29", "2", "2026"), "Tháng 2 năm 2026 chỉ có 28 ngày"),
            (("0", "2", "2026"), "Tháng 2 năm 2026 chỉ có 28 ngày"),
            (("31", "4", "2026"), "Tháng 4 năm 2026 chỉ có 30 ngày"),
            (("1", "13", "2026"), "Tháng chỉ có từ 1 đến 12; ông/bà ghi 13"),
            (("1", "1", "26"), "Ghi ngày như 2 11 2026"),
            (("1", "", "2026"), "Ghi ngày như 2 11 2026"),
            (("một", "1", "2026"), "Ghi ngày như 2 11 2026"),
            (("1", "1", "0000"), "Ghi ngày như 2 11 2026"),
            (("²", "1", "2026"), "Ghi ngày như 2 11 2026"),
        ],
    )
    def test_says_what_is_wrong(self, typed: tuple[str, str, str], said: str) -> None:
        with pytest.raises(ValidationError) as refused:
            read(*typed)

        assert refused.value.messages == [said]

    def test_a_leap_day_exists_in_its_year(self) -> None:
        assert read("29", "2", "2024") == date(2024, 2, 29)


class TestField:
    def test_gives_a_date(self) -> None:
        form = asked(day="2", month="11", year="2026")

        assert form.is_valid()
        assert form.cleaned_data["birth"] == date(2026, 11, 2)

    def test_three_empty_boxes_are_no_answer(self) -> None:
        form = asked(day="", month=" ", year="")

        assert form.is_valid()
        assert form.cleaned_data["birth"] is None

    def test_what_was_typed_comes_back(self) -> None:
        form = asked(day="32", month="1", year="2026")

        assert not form.is_valid()
        assert form["birth"].value() == ("32", "1", "2026")
