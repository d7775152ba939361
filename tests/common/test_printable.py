"""What no font has is named, what is invisible is dropped."""

import pytest

from motcua.common.printable import on_paper, unprintable


@pytest.mark.parametrize("typed", ["Nguyễn Thị Đào", "😀", "a – b “c” …", "עברית", "x\ny"])
def test_what_the_fonts_have_stays_as_it_was_typed(typed: str) -> None:
    assert unprintable(typed) == ""
    assert on_paper(typed) == typed


@pytest.mark.parametrize(("typed", "sign", "shown"), [("漢字", "漢", "□□"), ("a\u200fb", "\u200f", "ab")])
def test_what_they_lack_is_named_and_shown_as_a_box(typed: str, sign: str, shown: str) -> None:
    assert unprintable(typed) == sign
    assert on_paper(typed) == shown
