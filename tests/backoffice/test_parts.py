"""What a manager types is read back as it is stored, or told what to write instead."""

from typing import Any

import pytest
from django.http import QueryDict
from django.utils import translation

from motcua.backoffice.parts import BY_SLUG, FEE, Field, read, shown


def posted(told: dict[str, Any]) -> QueryDict:
    post = QueryDict(mutable=True)
    post.update(told)
    return post


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        (Field("a", ""), "  một   hai ", "một hai"),
        (Field("a", "", "text"), "một\r\nhai", "một\nhai"),
        (Field("a", "", "lines"), "một\n\n hai \nmột", ["một", "hai"]),
        (Field("a", "", "whole", most=10**9), "8.000", 8000),
        (Field("a", "", "whole"), "", None),
        (Field("originals", "", "whole"), "", 0),
        (Field("a", "", "yes"), "1", True),
        (Field("a", "", "whether"), "0", False),
        (Field("a", "", "whether"), "", None),
        (Field("level", "", "choice", (("4", "4"),)), "4", 4),
        (Field("a", "", "day"), "26/11/2026", "2026-11-26"),
        (Field("a", "", "day"), "", None),
    ],
)
def test_each_type_is_read_and_shown_again(field: Field, typed: str, stored: Any) -> None:
    values, errors, _typed = read((field,), posted({field.name: typed}))

    assert errors == {}
    assert values[field.name] == stored
    again, _errors, _typed = read((field,), posted({field.name: shown(field, stored)}))
    assert again == values


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (Field("a", "", required=True), "", "Ghi chỗ này"),
        (Field("a", "", most=3), "bốn chữ", "Ghi ngắn hơn"),
        (Field("a", "", "whole", most=9), "10", "Ghi số nguyên từ 0 đến 9"),
        (Field("a", "", "whole"), "ba", "Ghi số nguyên"),
        (Field("a", "", "choice", (("x", "x"),)), "y", "Chọn trong danh sách"),
        (Field("a", "", "day"), "31/02/2026", "Ghi ngày như"),
        (Field("related", "", "lines"), "sai", "Mã như 1.001193"),
    ],
)
def test_a_mistake_says_what_to_write(field: Field, typed: str, told: str) -> None:
    with translation.override("vi"):
        values, errors, kept = read((field,), posted({field.name: typed}))

    assert told in errors[field.name]
    assert kept[field.name] == typed
    assert field.name not in values


def test_every_part_has_its_own_address() -> None:
    assert len(BY_SLUG) == 8
    assert {field.name for field in FEE} >= {"amount", "set_by", "exempt", "when", "basis"}


def test_a_day_is_shown_as_it_is_typed() -> None:
    day = Field("a", "", "day")

    assert shown(day, "2026-01-16") == "16/01/2026"
    assert shown(day, None) == ""
