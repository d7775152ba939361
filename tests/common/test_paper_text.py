"""Words for papers are refused where no font has their signs."""

import pytest
from django import forms

from motcua.common.paper_text import PaperText


def test_a_sign_that_no_font_has_is_named() -> None:
    with pytest.raises(forms.ValidationError, match="Giấy không in được ký tự “𒀀”"):
        PaperText().clean("Lý do 𒀀")


def test_lines_end_as_browsers_end_them() -> None:
    assert PaperText().clean("Một\r\nHai") == "Một\nHai"


def test_vietnamese_letters_and_emoji_pass() -> None:
    assert PaperText().clean("Đường số 5 😀") == "Đường số 5 😀"
