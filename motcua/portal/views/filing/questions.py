"""Questions as the page draws them: what never changes is kept, value and error are set beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.eforms import queries as eforms
from motcua.eforms.field_type import Option, Question
from motcua.eforms.fields import TYPES
from motcua.eforms.form import Section


@dataclass(frozen=True, slots=True)
class Drawn:
    """One question in the words of the `field` component."""

    name: str
    label: str
    component: str
    hint: str
    width: int | str | None
    autocomplete: str | None
    inputmode: str | None
    options: tuple[tuple[str, str] | dict[str, str], ...]
    rows: int
    suffix: str | None
    attrs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together, under one legend; the first ones of a page may have none."""

    legend: str
    note: str
    questions: list[Drawn]


def drawn_section(form_version_id: UUID, number: int) -> tuple[Group, ...]:
    """The questions of a published form's section, drawn once per process and language."""
    return _drawn(form_version_id, number, get_language() or "")


@lru_cache(maxsize=2048)
def _drawn(form_version_id: UUID, number: int, _language: str) -> tuple[Group, ...]:
    section = eforms.form(form_version_id).section(number)
    return draw(section) if section else ()


def draw(section: Section) -> tuple[Group, ...]:
    """The questions of a section. Where neither note nor hint says what may stay empty, the label does."""
    groups: list[Group] = []
    for question in section.questions:
        if question.group or not groups:
            groups.append(Group(question.group, question.note, []))
        told = section.note or groups[-1].note or question.sometimes
        groups[-1].questions.append(_draw(question, marked=not (question.required or told)))
    return tuple(groups)


def _draw(question: Question, *, marked: bool) -> Drawn:
    kind = TYPES[question.type]
    most = None if kind.component == "date" or question.options else question.limit("max_length", None)
    return Drawn(
        name=question.name,
        label=_("%(label)s (nếu có)") % {"label": question.label} if marked else question.label,
        component=kind.component,
        hint=question.hint,
        width=question.limit("width", kind.width),
        autocomplete=question.autocomplete or None,
        inputmode=kind.inputmode,
        options=tuple(_option(option) for option in kind.shown_options(question)),
        rows=question.limit("rows", 4),
        suffix=question.limit("suffix", None),
        attrs={"maxlength": most} if most else {},
    )


def _option(option: Option) -> tuple[str, str] | dict[str, str]:
    """As the `field` component takes it; only a choice with words of help needs names for its parts."""
    if not option.hint:
        return option.value, option.label
    return {"value": option.value, "label": option.label, "hint": option.hint}


def values(section: Section, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in each field: the kept value as one types it, or what was typed and refused."""
    shown = {}
    for question in section.questions:
        value = answers.get(question.name)
        shown[question.name] = "" if value is None else TYPES[question.type].editable(question, value)
    return shown


def in_order(section: Section, errors: Mapping[str, str]) -> list[tuple[str, str]]:
    """The errors as the summary lists them: in the order of the page."""
    return [(question.name, errors[question.name]) for question in section.questions if question.name in errors]
