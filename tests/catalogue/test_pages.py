"""A term is usable when a date can be computed from it without asking a person."""

import pytest

from motcua.catalogue.pages import is_usable


@pytest.mark.parametrize(
    ("unit", "amount", "usable"),
    [
        ("working_day", 3, True),
        ("same_day", None, True),
        ("hour", 8, True),
        ("", 3, False),
        ("working_day", None, False),
        ("no_date", 1, False),
    ],
)
def test_usable_terms(unit: str, amount: int | None, usable: bool) -> None:
    assert is_usable(unit, amount) is usable
