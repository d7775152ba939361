"""A whole number."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.common import words

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """`min` and `max` bound it, `suffix` says of what."""

    component = "number"
    width = 5
    settings = frozenset({"min", "max", "suffix"})
    examples = ("2", 2, "1.000")
    counterexamples = ("hai", "-1", "2,5", "1000001")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        least, most = question.limit("min", 0), question.limit("max", 1_000_000)
        digits = str(typed).replace(".", "").replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 16):
            raise Refused(_("Ghi bằng chữ số, không có số lẻ. Ví dụ: 2"))
        if not least <= int(digits) <= most:
            told = {"least": words.number(least), "most": words.number(most)}
            raise Refused(_("Ghi số từ %(least)s đến %(most)s") % told)
        return int(digits)

    def display(self, question: Question, value: Value) -> str:
        if not isinstance(value, int):  # a draft keeps what was typed wrong, and shows it
            return str(value)
        shown, suffix = words.number(value), question.limit("suffix", "")
        return f"{shown} {suffix}" if suffix else shown

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "integer", "minimum": question.limit("min", 0), "maximum": question.limit("max", 1_000_000)}
