"""A day in Vietnamese words, as forms of civil status ask; made from the day itself when left empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..field_type import FieldType, Question, Value

UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class Field(FieldType):
    """`of` names the question that holds the day."""

    settings = FieldType.settings | {"of"}
    examples = ("Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu",)
    counterexamples = ("x" * 201, "hai\ufffdmốt")

    def fill(self, question: Question, answers: Mapping[str, Any]) -> Value | None:
        try:
            return in_words(date.fromisoformat(str(answers.get(question.limit("of", "")))))
        except ValueError:
            return None


def in_words(day: date) -> str:
    """Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu."""
    return f"Ngày {_below_hundred(day.day)} tháng {_month(day.month)} năm {_year(day.year)}"


def _month(number: int) -> str:
    return "tư" if number == 4 else _below_hundred(number)


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return UNITS[unit]
    head = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    if unit == 0:
        return head
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(unit, UNITS[unit])
    return f"{head} {last}"


def _year(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, tail = divmod(rest, 100)
    said = [f"{UNITS[thousands]} nghìn"]
    if rest:
        said.append(f"{UNITS[hundreds]} trăm")
    if 0 < tail < 10:
        said.append(f"linh {UNITS[tail]}")
    elif tail:
        said.append(_below_hundred(tail))
    return " ".join(said)
