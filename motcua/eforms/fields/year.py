"""A year of birth or of a paper."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Four digits, not after this year; kept as a number."""

    component = "number"
    width = 4
    settings = frozenset()
    examples = ("1994", 1931)
    counterexamples = ("94", "1849", "2999", "năm 1994")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        year = str(typed)
        if not (len(year) == 4 and year.isascii() and year.isdigit()):
            raise Refused(_("Ghi năm đủ bốn số. Ví dụ: 1994"))
        if not 1850 <= int(year) <= on.year:
            raise Refused(_("Năm phải từ 1850 đến %(year)s. Kiểm tra lại số đã ghi") % {"year": on.year})
        return int(year)

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1850, "maximum": 9999}
