"""A day, typed as three numbers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from motcua.common import dates_typed, words

from ..field_type import FieldType, Question, Refused, Typed, Value
from ..typed import clean


class Field(FieldType):
    """Kept as ISO text. `past: true` refuses days after today, `birth: true` says so for a birth."""

    component = "date"
    settings = frozenset({"past", "birth"})
    examples = (["2", "11", "2026"], "2024-02-29", ["02", "01", "1931"])
    counterexamples = (
        ["29", "2", "2026"],
        ["1", "13", "2026"],
        ["1", "", ""],
        ["một", "2", "2026"],
        "2026-02-30",
        "2026",
    )

    def typed(self, question: Question, post: Mapping[str, str]) -> Typed:
        parts = [clean(post.get(f"{question.name}-{part}", ""))[:20] for part in dates_typed.PARTS]
        return parts if any(parts) else ""

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        parts = _parts(typed)
        try:
            day = dates_typed.read(*parts)
        except ValidationError as refused:
            raise Refused(refused.messages[0]) from refused
        if day.year < 1850:
            raise Refused(_("Ghi năm đủ bốn số, từ 1850 trở đi. Ví dụ: 2 11 2026"))
        if day > on and question.limit("birth", False):
            told = {"today": words.day(on)}
            raise Refused(_("Ngày sinh phải là hôm nay hoặc trước hôm nay (%(today)s). Kiểm tra lại năm") % told)
        if day > on and question.limit("past", False):
            raise Refused(_("Ngày này phải là hôm nay hoặc trước hôm nay (%(today)s)") % {"today": words.day(on)})
        return day.isoformat()

    def display(self, question: Question, value: Value) -> str:
        return words.date_only(date.fromisoformat(str(value)))

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


def _parts(typed: Typed) -> tuple[str, str, str]:
    if isinstance(typed, list) and len(typed) == 3:
        return typed[0], typed[1], typed[2]
    year, _dash, rest = str(typed).partition("-")
    month, _dash, day = rest.partition("-")
    return day, month, year
