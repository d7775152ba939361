"""A published form: sections of questions, read, checked and shown without a database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import jsonschema_rs
from django.utils.translation import gettext as _

from .field_type import FieldType, Option, Question, Refused, Typed
from .fields import TYPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a form."""

    name: str
    title: str
    note: str
    questions: tuple[Question, ...]
    heading: str = ""


@dataclass(frozen=True)
class Form:
    """A form version. Answers are a mapping from a question's name to its kept value.

    `owner_without_number` says why an owner who gives no ID number has none: a newborn child, for one.
    """

    code: str
    title: str
    source: str
    sections: tuple[Section, ...]
    owner_without_number: str

    @classmethod
    def of(cls, definition: Mapping[str, Any]) -> "Form":
        """The form that a published definition describes."""
        sections = tuple(_section(told) for told in definition["sections"])
        without = definition.get("owner_without_number", "")
        return cls(definition["code"], definition["title"], definition["source"], sections, without)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its name, in order."""
        return {question.name: question for section in self.sections for question in section.questions}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of the section that holds a question, counted from 1."""
        return {q.name: number for number, section in enumerate(self.sections, 1) for q in section.questions}

    @cached_property
    def _validator(self) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(self.schema(), validate_formats=True)

    def section(self, number: int) -> Section | None:
        """The section, counted from 1."""
        return self.sections[number - 1] if 1 <= number <= len(self.sections) else None

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of a whole set of answers."""
        questions = self.questions.values()
        return {
            "$schema": DIALECT,
            "title": self.title,
            "type": "object",
            "properties": {q.name: {"title": q.label, **TYPES[q.type].json_schema(q)} for q in questions},
            "required": [q.name for q in questions if q.required],
            "additionalProperties": False,
        }

    def read(self, section: Section, post: Mapping[str, str], *, on: date) -> tuple[dict[str, Any], dict[str, str]]:
        """The answers of one section and what is wrong with them.

        Every question of the section is in the answers: None where nothing was typed; where a value was refused,
        what was typed, so that a draft with mistakes shows them again.
        """
        answers: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for question in section.questions:
            typed = TYPES[question.type].typed(question, post)
            answers[question.name], wrong = _judge(question, typed, on)
            if wrong:
                errors[question.name] = wrong
        return self._filled(section.questions, answers, errors), self._with_parties(section.questions, answers, errors)

    def mistakes(self, section: Section, answers: Mapping[str, Any], *, on: date) -> dict[str, str]:
        """What is wrong with the answers that a section has; what is still empty is no mistake yet."""
        judged = {q.name: _judge(q, answers[q.name], on)[1] for q in section.questions if answers.get(q.name)}
        return {name: wrong for name, wrong in judged.items() if wrong}

    def problems(self, answers: Mapping[str, Any], *, on: date) -> dict[str, str]:
        """What is wrong with the whole form, by question; the types speak first, the JSON Schema confirms."""
        errors: dict[str, str] = {}
        for question in self.questions.values():
            _value, wrong = _judge(question, answers.get(question.name, ""), on)
            if wrong and question.limit("of", "") not in errors:
                errors[question.name] = wrong
        self._with_parties(self.questions.values(), answers, errors)
        if not errors:
            errors = {self._named(found): _("Xem lại câu này") for found in self._validator.iter_errors(dict(answers))}
        return errors

    def carried(self, old: "Form", answers: Mapping[str, Any], *, on: date) -> dict[str, Any]:
        """The answers to another form that answer this one too: same name and type of question, and right here."""
        kept: dict[str, Any] = {}
        for name, question in self.questions.items():
            before = old.questions.get(name)
            if before is not None and before.type == question.type and name in answers:
                kept |= {} if _judge(question, answers[name], on)[1] else {name: answers[name]}
        return kept

    def prefilled(self, known: Mapping[str, str]) -> dict[str, Any]:
        """Answers known beforehand: defaults of the form, and a party's values by "submitter.name"."""
        told = ((q, known.get(q.party) or q.default) for q in self.questions.values())
        return {q.name: TYPES[q.type].kept(q, value) for q, value in told if value}

    def display(self, question: Question, value: Any) -> str:
        """The answer as a person reads it; empty when there is none, or while it is still wrong."""
        if value is None or value == "":
            return ""
        if isinstance(value, list):
            return " ".join(str(part) for part in value)
        return TYPES[question.type].display(question, value)

    def told(self, section: Section, answers: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
        """What was answered in a section, as label and words under the headings of its page; empty ones left out."""
        groups: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
        for question in section.questions:
            if question.group:
                groups.append((question.group, []))
            if shown := self.display(question, answers.get(question.name)):
                groups[-1][1].append((question.label, shown))
        return [(heading, rows) for heading, rows in groups if rows]

    def example(self) -> dict[str, Any]:
        """A set of answers that this form accepts."""
        return {q.name: TYPES[q.type].example(q) for q in self.questions.values()}

    def _filled(self, questions: Iterable[Question], answers: dict[str, Any], errors: dict[str, str]) -> dict[str, Any]:
        for question in questions:
            if answers[question.name] is None:
                answers[question.name] = TYPES[question.type].fill(question, answers)
                if answers[question.name] is not None or question.limit("of", "") in errors:
                    errors.pop(question.name, None)
        return answers

    def _with_parties(
        self, questions: Iterable[Question], answers: Mapping[str, Any], errors: dict[str, str]
    ) -> dict[str, str]:
        """A party of whom anything is told has a name."""
        told = {q.party.partition(".")[0] for q in questions if q.party and answers.get(q.name)}
        for question in questions:
            role, _dot, what = question.party.partition(".")
            if what == "name" and role in told and not answers.get(question.name):
                errors.setdefault(question.name, TYPES[question.type].ask(question))
        return errors

    def _named(self, found: jsonschema_rs.ValidationError) -> str:
        return str(found.instance_path[0]) if found.instance_path else next(iter(self.questions))


def _judge(question: Question, typed: Typed | None, on: date) -> tuple[Any, str]:
    """The kept value and no words, or what was typed and what is wrong with it."""
    kind: FieldType = TYPES[question.type]
    if typed is None or typed == "":
        return None, kind.ask(question) if question.required else ""
    try:
        return kind.parse(question, typed, on), ""
    except Refused as refused:
        return typed, refused.message


def _section(told: Mapping[str, Any]) -> Section:
    questions = tuple(_question(one) for one in told["questions"])
    return Section(told["name"], told["title"], told.get("note", ""), questions, told.get("heading", ""))


def _question(told: Mapping[str, Any]) -> Question:
    options = tuple(Option(one["value"], one["label"], one.get("hint", "")) for one in told.get("options", ()))
    return Question(**{**told, "options": options})
