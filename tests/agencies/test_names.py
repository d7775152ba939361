"""Names as a search reads them."""

from motcua.agencies.names import name_words, searchable


def test_signs_part_words_and_accents_fall() -> None:
    assert name_words("Đắk R'Lấp") == ["dak", "r", "lap"]
    assert name_words("Văn Miếu - Quốc Tử Giám") == ["van", "mieu", "quoc", "tu", "giam"]
    assert name_words("%_\\ (") == []


def test_every_word_follows_a_space() -> None:
    assert searchable("Bà Rịa - Vũng Tàu") == " ba ria vung tau"
    assert searchable("") == ""
