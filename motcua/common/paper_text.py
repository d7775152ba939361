"""A field of a form whose words will stand on a paper."""

import unicodedata
from typing import Any

from django import forms

from .printable import refusal


class PaperText(forms.CharField):
    """A line or several: NFC, and only signs that one of the papers' fonts has."""

    def to_python(self, value: Any) -> str:
        """The words in one form: line ends as one sign, without the marks that come along from another program."""
        typed = str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(sign for sign in unicodedata.normalize("NFC", typed) if unicodedata.category(sign) != "Cf")

    def clean(self, value: Any) -> str:
        """The words in one form.

        :raises forms.ValidationError: too long, missing, or a sign that no paper shows.
        """
        found: str = super().clean(value)
        if refused := refusal(found):
            raise forms.ValidationError(refused)
        return found
