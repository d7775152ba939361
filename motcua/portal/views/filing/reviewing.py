"""What every review shows: the answers as rows that lead back to their question, and what must be put right."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.checks import outdated
from motcua.eforms.field_type import Question

from .drafts import Draft

Row = dict[str, Any]
Problem = tuple[str, str]


def answers_to_mend(draft: Draft, errors: dict[str, str]) -> list[Problem]:
    """What is wrong with the answers, each with the address of its question."""
    return [
        (message, f"{draft.section_url(draft.form.places[name])}?review=1#{name}") for name, message in errors.items()
    ]


def older(draft: Draft) -> list[Problem]:
    """That the procedure changed since the draft was begun, where it did."""
    return [(outdated(), reverse("portal:renew", args=[draft.dossier.pk]))] if draft.outdated else []


def parts_of(draft: Draft) -> list[tuple[str, list[tuple[str, list[Row]]]]]:
    """The rows of every part under its title."""
    return [(part.title, groups_of(draft, number)) for number, part in enumerate(draft.form.sections, 1)]


def groups_of(draft: Draft, number: int) -> list[tuple[str, list[Row]]]:
    """The rows of a part under the headings of its page; what was left empty shares the last row of its group."""
    part, address = draft.form.sections[number - 1], draft.section_url(number)
    groups: list[tuple[str, list[Row]]] = []
    empty: list[list[Question]] = []
    for question in part.questions:
        if question.group or not groups:
            groups.append((question.group, []))
            empty.append([])
        answer = draft.form.display(question, draft.answers.get(question.name))
        if answer or question.required:
            groups[-1][1].append(_row(question, answer, address, groups[-1][0] or part.title))
        else:
            empty[-1].append(question)
    for (group, rows), left in zip(groups, empty, strict=True):
        if left:
            rows.append(_left_empty(left, address, group or part.title))
    return groups


def _row(question: Question, answer: str, address: str, group: str) -> Row:
    return {
        "key": question.label,
        "value": answer.split("\n") if "\n" in answer else answer or _("Chưa ghi"),
        "href": f"{address}?review=1#{question.name}",
        "hidden": f"{question.label}, {group}",
    }


def _left_empty(questions: list[Question], address: str, group: str) -> Row:
    labels = " · ".join(question.label for question in questions)
    return {
        "key": _("Để trống"),
        "value": labels,
        "href": f"{address}?review=1#{questions[0].name}",
        "hidden": _("chỗ để trống, %(group)s") % {"group": group},
    }
