"""What every type of question can do. One file per type in `fields/`; the file's name is the type's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, TypeAlias

from django.utils.translation import gettext as _

from motcua.common import words
from motcua.common.printable import refusal

from .typed import UNREADABLE, clean, one_line

Value: TypeAlias = str | int | bool
Typed: TypeAlias = Value | list[str]


class Refused(Exception):
    """A value that a type does not accept; `message` says what is wrong and how to put it right."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what is kept, what is read, and a word of help."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a published form. `more` holds what only its type understands.

    `sometimes`: only some people answer it, and its hint says who.
    """

    name: str
    type: str
    label: str
    required: bool = False
    sometimes: bool = False
    hint: str = ""
    missing: str = ""
    group: str = ""
    note: str = ""
    party: str = ""
    autocomplete: str = ""
    default: str = ""
    options: tuple[Option, ...] = ()
    more: Mapping[str, Any] | None = None

    def limit(self, key: str, otherwise: Any) -> Any:
        """A limit the definition sets, or the type's own."""
        return self.more.get(key, otherwise) if self.more else otherwise


class FieldType:
    """The base: one line of text. Types override what differs."""

    component: ClassVar[str] = "text"
    width: ClassVar[int | str | None] = None
    inputmode: ClassVar[str | None] = None
    autocomplete: ClassVar[str] = ""
    max_length: ClassVar[int] = 200
    settings: ClassVar[frozenset[str]] = frozenset({"max_length", "width"})
    examples: ClassVar[tuple[Typed, ...]] = ()
    counterexamples: ClassVar[tuple[Typed, ...]] = ()

    def typed(self, question: Question, post: Mapping[str, str]) -> Typed:
        """What was typed, kept even when it is refused; "" when nothing was."""
        return one_line(clean(post.get(question.name, "")))

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        """The value that is kept. A kept value parses to itself.

        :raises Refused: with words for the person.
        """
        return self.text(question, typed)

    def text(self, question: Question, typed: Typed) -> str:
        """Text of a fit length without unreadable signs.

        :raises Refused: otherwise.
        """
        if not isinstance(typed, str):
            raise Refused(self.ask(question))
        if UNREADABLE in typed:
            raise Refused(_("Có ký tự không đọc được (�). Xóa ký tự đó rồi ghi lại"))
        if refused := refusal(typed):
            raise Refused(refused)
        most = question.limit("max_length", self.max_length)
        if len(typed) > most:
            told = {"most": words.number(most), "count": words.number(len(typed))}
            raise Refused(_("Chỉ ghi được %(most)s ký tự; ông/bà ghi %(count)s") % told)
        return typed

    def fill(self, question: Question, answers: Mapping[str, Any]) -> Value | None:
        """What the other answers tell, where the person left this one empty."""
        return None

    def kept(self, question: Question, told: str) -> Value:
        """The kept value of a default, or of what is known beforehand."""
        return told

    def ask(self, question: Question) -> str:
        """What to say when the answer is missing."""
        return question.missing or _("Ghi %(what)s") % {"what": question.label[:1].lower() + question.label[1:]}

    def display(self, question: Question, value: Value) -> str:
        """The value as a person reads it."""
        return str(value)

    def editable(self, question: Question, value: Typed) -> Typed:
        """The value as it stands in its field again."""
        return value

    def options(self, question: Question) -> tuple[Option, ...]:
        """The choices there are."""
        return question.options

    def shown_options(self, question: Question) -> tuple[Option, ...]:
        """The choices as the page lists them."""
        return self.options(question)

    def json_schema(self, question: Question) -> dict[str, Any]:
        """The JSON Schema (2020-12) of a kept value."""
        return {"type": "string", "minLength": 1, "maxLength": question.limit("max_length", self.max_length)}

    def example(self, question: Question) -> Value:
        """A kept value that this question accepts."""
        return self.parse(question, self.examples[0], date(2026, 11, 23))
