"""One of a few choices, all of them seen."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Radio buttons; kept as the option's value."""

    component = "radios"
    settings = frozenset()
    examples: ClassVar[tuple[Typed, ...]] = ("mother",)
    counterexamples: ClassVar[tuple[Typed, ...]] = ("nobody", ["mother"])

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        if not isinstance(typed, str) or all(option.value != typed for option in self.options(question)):
            raise Refused(self.ask(question))
        return typed

    def ask(self, question: Question) -> str:
        return question.missing or _("Chọn %(what)s") % {"what": question.label[:1].lower() + question.label[1:]}

    def display(self, question: Question, value: Value) -> str:
        return next((option.label for option in self.options(question) if option.value == value), str(value))

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"oneOf": [{"const": option.value, "title": option.label} for option in self.options(question)]}

    def example(self, question: Question) -> Value:
        return self.options(question)[0].value
