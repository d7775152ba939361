"""A box that must be ticked before going on."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Kept as true; an empty box is a missing answer, never "false"."""

    component = "checkbox"
    settings = frozenset()
    examples = ("1", True)
    counterexamples = ("0", False)

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        if typed not in ("1", True):
            raise Refused(self.ask(question))
        return True

    def ask(self, question: Question) -> str:
        return question.missing or _("Đánh dấu vào ô “%(label)s”") % {"label": question.label}

    def display(self, question: Question, value: Value) -> str:
        return _("Đồng ý")

    def editable(self, question: Question, value: Typed) -> Typed:
        return "1" if value is True else value

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"const": True}
