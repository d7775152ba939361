"""Words for papers are refused where no font has their signs."""

import pytest
from django import forms

from motcua.common.paper_text import PaperText


def test_a_sign_that_no_font_has_is_named() -> None:
    with pytest.raises(forms.ValidationError, match="Ký tự “𒀀” không in được trên giấy"):
        PaperText().clean("Lý do 𒀀")


def test_lines_end_as_browsers_end_them() -> None:
    assert PaperText().clean("Một\r\nHai") == "Một\nHai"


def test_what_another_program_could_not_read_is_refused() -> None:
    with pytest.raises(forms.ValidationError):
        PaperText().clean("Lý do \ufffd")


def test_vietnamese_letters_and_emoji_pass() -> None:
    assert PaperText().clean("Đường số 5 😀") == "Đường số 5 😀"


def test_a_sign_that_cannot_be_seen_is_dropped_and_a_control_is_told() -> None:
    assert PaperText().clean("Lý\u200b do\ufeff") == "Lý do"
    with pytest.raises(forms.ValidationError, match="Có ký tự ẩn"):
        PaperText().clean("Lý do\x07")


def test_lines_and_letters_come_in_one_form() -> None:
    field = PaperText(widget=forms.Textarea)

    assert field.clean("Lý do:\r\nthiếu trang\rsau") == "Lý do:\nthiếu trang\nsau"
    assert field.clean("Nguye\u0302\u0303n") == "Nguyễn"
    assert PaperText(required=False).clean(None) == ""
