"""The general application as a page to print and fill by hand."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue.queries import current_version
from motcua.eforms import queries as eforms
from motcua.eforms.field_type import Option, Question
from motcua.eforms.fields import TYPES
from motcua.eforms.form import Section

from .offices import office_here

MOST_BOXES = 8
LONG = 4


@require_safe
@public
def blank_general(request: HttpRequest, code: str) -> HttpResponse:
    """The blank application of a procedure without a form of its own; offices take it in Vietnamese only."""
    page = current_version(code[:40])
    if page is None or page.form_version_id is None:
        raise Http404
    form = eforms.form(page.form_version_id)
    if form.code != eforms.GENERAL:
        raise Http404
    parts = [Part(section.title, _lines(section)) for section in form.sections]
    context = {"page": page, "form": form, "parts": parts, "office": office_here(page.body)}
    with translation.override(settings.LANGUAGE_CODE):
        paper = render(request, "portal/catalogue/blank.html", context)
    paper.headers["Content-Language"] = settings.LANGUAGE_CODE
    return paper


@dataclass(frozen=True)
class Line:
    """One question on paper: boxes to tick, or so many empty lines; `group` begins a new block."""

    label: str
    group: str
    boxes: tuple[Option, ...]
    empty_lines: int


@dataclass(frozen=True)
class Part:
    """One part of the form on paper."""

    title: str
    lines: list[Line]


def _lines(section: Section) -> list[Line]:
    """The questions as lines; consent is the oath that the paper ends with."""
    return [_line(question) for question in section.questions if question.type != "consent"]


def _line(question: Question) -> Line:
    boxes = TYPES[question.type].options(question)
    few = boxes if len(boxes) <= MOST_BOXES else ()
    return Line(question.label, question.group, few, LONG if question.type == "long_text" else 0)
