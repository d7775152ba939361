"""Blank forms to print (levels 1 and 2 are served to their end): drawn by jobs, once for each published definition."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from motcua.common.events import publish
from motcua.documents import storing
from motcua.documents.models import BlankForm, StoredFile
from motcua.documents.rendering import TEMPLATE, render
from motcua.eforms import queries as eforms
from motcua.eforms.field_type import Option, Question
from motcua.eforms.fields import TYPES
from motcua.eforms.form import Form, Section
from motcua.eforms.models import FormVersion

MOST_BOXES = 8
LONG = 4
OATH = "Tôi cam đoan lời khai là đúng và chịu trách nhiệm trước pháp luật."


@dataclass(frozen=True)
class Line:
    """One question on paper: boxes to tick, or so many empty lines; `group` begins a new block."""

    label: str
    group: str
    boxes: tuple[Option, ...]
    empty_lines: int


def lines_of(section: Section) -> list[Line]:
    """The questions as lines; consent is the oath that the paper ends with."""
    return [_line(question) for question in section.questions if question.type != "consent"]


def _line(question: Question) -> Line:
    boxes = TYPES[question.type].options(question)
    few = boxes if len(boxes) <= MOST_BOXES else ()
    return Line(question.label, question.group, few, LONG if question.type == "long_text" else 0)


def queue_missing() -> int:
    """Have every published form drawn that has no blank of this template yet; how many were asked for."""
    drawn = BlankForm.objects.filter(template=TEMPLATE).values("form")
    missing = list(FormVersion.objects.exclude(pk__in=drawn).values_list("pk", flat=True))
    for pk in missing:
        publish("form.published", form=str(pk))
    return len(missing)


def blank_of(form_version_id: UUID) -> StoredFile | None:
    """The blank form as a file; None while its job has not run."""
    found = BlankForm.objects.select_related("file").filter(form=form_version_id, template=TEMPLATE).first()
    return found.file if found else None


def draw_blank(form_version_id: UUID, *, at: datetime) -> None:
    """Draw it once; a second run finds it drawn."""
    if blank_of(form_version_id) is not None:
        return
    form = eforms.form(form_version_id)
    name = f"mau-{form.code}.pdf"
    stored = storing.keep(render(_data(form), at=at), name=name, content_type="application/pdf", at=at)
    BlankForm.objects.get_or_create(form=form_version_id, template=TEMPLATE, defaults={"file": stored})


def _data(form: Form) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = [
        {"type": "blank", "rows": [{"label": "Kính gửi", "boxes": [], "lines": 1}]},
    ]
    for section in form.sections:
        blocks.append({"type": "heading", "text": section.title})
        for line in lines_of(section):
            if line.group:
                blocks.append({"type": "strong", "text": line.group})
            row = {"label": line.label, "boxes": [box.label for box in line.boxes], "lines": line.empty_lines}
            blocks.append({"type": "blank", "rows": [row]})
    blocks.append({"type": "text", "text": OATH})
    dotted = "……………, ngày …… tháng …… năm ……"
    by_hand = {"title": "Người khai", "name": "", "hint": "(Ký, ghi rõ họ tên)", "place_date": dotted, "fields": []}
    return {
        "title": form.title,
        "subtitle": "",
        "agency": "",
        "parent": "",
        "number": "",
        "place_date": "",
        "demo": settings.DEMO,
        "landscape": False,
        "blocks": blocks,
        "signatures": [by_hand],
        "qr": "",
        "qr_words": "",
    }
