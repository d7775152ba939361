"""Names as a search compares them."""

import unicodedata

import pytest

from motcua.catalogue.folding import bare, folded, spaced


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Đăng ký khai sinh", " dang ky khai sinh "),
        ("  Hộ tịch,  hộ khẩu. ", " ho tich ho khau "),
        ("1.001193", " 1.001193 "),
        ("(cấp xã)", " cap xa "),
        ("", "  "),
    ],
)
def test_folded_words_stand_between_spaces(typed: str, kept: str) -> None:
    assert folded(typed) == kept


def test_both_unicode_forms_and_both_tone_places_fold_alike() -> None:
    assert folded(unicodedata.normalize("NFD", "Hòa giải")) == folded("Hoà giải") == " hoa giai "


def test_spaced_keeps_accents() -> None:
    assert spaced("Kết hôn!") == " kết hôn "


@pytest.mark.parametrize("name", ["Thủ tục đăng ký kết hôn", "đăng ký kết hôn"])
def test_the_opening_word_is_left_out(name: str) -> None:
    assert bare(spaced(name)) == " đăng ký kết hôn "
    assert bare(folded(name)) == " dang ky ket hon "


def test_the_opening_word_alone_stays() -> None:
    assert bare(folded("thủ tục")) == " thu tuc "
