"""Numbers as people type them."""

import pytest
from django.core.exceptions import ValidationError

from motcua.accounts.numbers import read_id_number, read_identifier, read_name, read_phone


@pytest.mark.parametrize("typed", ["087190001001", " 087 190 001 001 ", "087.190.001.001", "087-190-001-001"])
def test_an_id_number_is_read_with_its_gaps(typed: str) -> None:
    assert read_id_number(typed) == "087190001001"


def test_the_nine_digits_of_an_old_card_are_read() -> None:
    assert read_id_number("341 234 567") == "341234567"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("08719000100", "ông/bà ghi 11 số"),
        ("0871900010011", "ông/bà ghi 13 số"),
        ("08719000100A", "chỉ có chữ số"),
        ("０８７１９０００１００１", "chỉ có chữ số"),
        ("", "chỉ có chữ số"),
    ],
)
def test_another_id_number_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        read_id_number(typed)


@pytest.mark.parametrize(
    "typed", ["0987654321", "0987 654 321", "0987.654.321", "+84987654321", "+84 987 654 321", "84987654321"]
)
def test_a_phone_is_read_however_it_is_written(typed: str) -> None:
    assert read_phone(typed) == "+84987654321"


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "0987 654 32", "0987 654 3210", "02773 000 000", "+1 202 555 0100", "113", "0987654321x", "987654321"],
)
def test_what_is_no_vietnamese_mobile_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="10 chữ số, bắt đầu bằng 0"):
        read_phone(typed)


def test_a_name_is_composed_and_single_spaced() -> None:
    assert read_name("  Tra\u0302\u0300n   Thi\u0323 An ") == "Trần Thị An"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("087 190 001 001", {"id_number": "087190001001"}),
        ("341234567", {"id_number": "341234567"}),
        ("0987 654 321", {"phone": "+84987654321"}),
        ("+84 987 654 321", {"phone": "+84987654321"}),
        ("an@example.vn", {}),
        ("", {}),
    ],
)
def test_what_one_signs_in_with_is_told_apart(typed: str, meant: dict[str, str]) -> None:
    assert read_identifier(typed) == meant
