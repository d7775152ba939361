"""What was typed is made fit to keep, and nothing else."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from motcua.eforms.typed import LONGEST, UNREADABLE, clean, one_line


def test_letters_with_tones_become_one_sign_each() -> None:
    assert clean(unicodedata.normalize("NFD", "Nguyễn Thị Hòa")) == "Nguyễn Thị Hòa"


def test_what_nobody_sees_goes() -> None:
    assert clean("\ufeffTrần\u200b An\u202e ") == "Trần An"


def test_what_cannot_be_kept_becomes_visible() -> None:
    assert clean("Trần\x00An\x1b") == f"Trần{UNREADABLE}An{UNREADABLE}"


def test_line_ends_are_one_sign() -> None:
    assert clean("một\r\nhai\rba\tbốn") == "một\nhai\nba bốn"


def test_one_line_has_single_spaces() -> None:
    assert one_line("Trần   Thị \n An") == "Trần Thị An"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_and_can_be_stored(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert "\x00" not in cleaned
    assert len(cleaned) <= LONGEST
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
