"""What a word may have been meant to be."""

import pytest

from motcua.catalogue.finding.spelling import agrees, letters, pairs, readings, slips, sounds_like, words_of


def test_words_are_lower_case_composed_and_codes_stay_whole() -> None:
    assert words_of("Ðăng-ký  KHAI sinh, mã 1.001193.") == ["ðăng", "ký", "khai", "sinh", "mã", "1.001193"]
    assert words_of("Ho\u0300a") == words_of("hòa")
    assert words_of("'; drop % _") == ["drop"]


def test_pairs_are_neighbours() -> None:
    assert pairs(["khai", "sinh", "muộn"]) == ["khai_sinh", "sinh_muộn"]
    assert pairs(["khai"]) == pairs([]) == []


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("lamf", "lam"),
        ("dduong", "duong"),
        ("cuwowcs", "cuoc"),
        ("nguwowif", "nguoi"),
        ("sinhh", "sinh"),
        ("chhung", "chung"),
        ("hooj", "ho"),
    ],
)
def test_raw_telex_and_held_keys_are_read(keys: str, meant: str) -> None:
    assert meant in set(readings(keys))


def test_a_slip_is_one_letter() -> None:
    found = slips("xng")

    assert {"xong", "ng", "xg", "nxg", "xnh"} <= found
    assert "xng" not in found
    assert "" not in slips("a")


def test_sounds_alike_begin_otherwise() -> None:
    assert "tru" in sounds_like("chu")
    assert "gia" in sounds_like("da")


def test_letters_lose_their_tone_and_nothing_else() -> None:
    assert letters("khẫu") == letters("khẩu") == "khâu"
    assert letters("hoà") == letters("hòa")
    assert letters("để") != letters("đẻ")


def test_who_types_accents_means_them() -> None:
    assert agrees("de", "đẻ", accented=False)
    assert not agrees("để", "đẻ", accented=True)
    assert agrees("khẫu", "khẩu", accented=True)
