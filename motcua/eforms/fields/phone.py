"""A telephone number, typed the Vietnamese way."""

import re
from datetime import date
from typing import Any

import phonenumbers
from django.utils.translation import gettext as _

from motcua.common import words

from ..field_type import FieldType, Question, Refused, Typed, Value

KEPT = re.compile(r"\+[1-9][0-9]{7,14}")


class Field(FieldType):
    """Typed as 0987 654 321, +84… or, from abroad, with +; kept as E.164."""

    component = "tel"
    width = 20
    autocomplete = "tel"
    settings = frozenset()
    examples = ("0987 654 321", "+84 987 654 321", "0277 3851 234", "+1 650 253 0000")
    counterexamples = ("987", "0987 654 32", "0987 abc 321", "987654321")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        number = str(typed)
        # Without its 0 a phone number cannot be told from a nine-digit card number.
        if number.startswith(("0", "+")) and not any(sign.isalpha() for sign in number):
            try:
                found = phonenumbers.parse(number, "VN")
            except phonenumbers.NumberParseException:
                found = None
            if found is not None and phonenumbers.is_valid_number(found):
                return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
        raise Refused(_("Số điện thoại có 10 chữ số, bắt đầu bằng 0. Ví dụ: 0987 654 321"))

    def display(self, question: Question, value: Value) -> str:
        return words.phone(str(value))

    def editable(self, question: Question, value: Typed) -> Typed:
        return words.phone(value) if isinstance(value, str) and KEPT.fullmatch(value) else value

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\+[1-9][0-9]{7,14}$"}
