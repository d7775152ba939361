"""A field of a form whose words will stand on a paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .printable import unprintable


def refuse_unprintable(text: str) -> str:
    """The text itself.

    :raises forms.ValidationError: a sign that no paper shows.
    """
    if sign := unprintable(text):
        raise forms.ValidationError(_("Giấy không in được ký tự “%(sign)s”. Viết cách khác") % {"sign": sign})
    return text


class PaperText(forms.CharField):
    """A line or several: NFC, and only signs that one of the papers' fonts has."""

    def clean(self, value: Any) -> str:
        """The words in one form.

        :raises forms.ValidationError: too long, missing, or a sign that no paper shows.
        """
        found: str = super().clean(str(value or "").replace("\r\n", "\n"))  # browsers end lines so
        return refuse_unprintable(found)
