"""Yes or no."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ..field_type import FieldType, Option, Question, Refused, Typed, Value


class Field(FieldType):
    """Two radio buttons; kept as true or false."""

    component = "radios"
    settings = frozenset()
    examples = ("yes", "no", True, False)
    counterexamples = ("maybe", ["yes"])

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        if isinstance(typed, bool):
            return typed
        if typed not in ("yes", "no"):
            raise Refused(self.ask(question))
        return typed == "yes"

    def kept(self, question: Question, told: str) -> Value:
        return told == "yes"

    def ask(self, question: Question) -> str:
        return question.missing or _("Chọn “Có” hoặc “Không”")

    def display(self, question: Question, value: Value) -> str:
        return _("Có") if value else _("Không")

    def editable(self, question: Question, value: Typed) -> Typed:
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value

    def options(self, question: Question) -> tuple[Option, ...]:
        return Option("yes", _("Có")), Option("no", _("Không"))

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "boolean"}
