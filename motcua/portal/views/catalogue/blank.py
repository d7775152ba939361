"""Forms to print and fill by hand: the general application as a page, any form as PDF."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue import blanks
from motcua.catalogue.filling import form_of
from motcua.catalogue.queries import current_version
from motcua.common.downloads import download
from motcua.documents import storing
from motcua.eforms import queries as eforms

from .offices import office_here


@require_safe
@public
def blank_general(request: HttpRequest, code: str) -> HttpResponse:
    """The blank application of a procedure without a form of its own; offices take it in Vietnamese only."""
    page = current_version(code[:40])
    found = form_of(page) if page else None
    if page is None or found is None:
        raise Http404
    form = eforms.form(found)
    if form.code != eforms.GENERAL:
        raise Http404
    parts = [Part(section.title, blanks.lines_of(section)) for section in form.sections]
    context = {"page": page, "form": form, "parts": parts, "office": office_here(page.body)}
    with translation.override(settings.LANGUAGE_CODE):
        paper = render(request, "portal/catalogue/blank.html", context)
    paper.headers["Content-Language"] = settings.LANGUAGE_CODE
    return paper


@require_safe
@public
def blank_form(request: HttpRequest, code: str) -> HttpResponseBase:
    """The blank form of a procedure as PDF; while it is not drawn yet, the page says so."""
    page = current_version(code[:40])
    form = form_of(page) if page else None
    if form is None:
        raise Http404
    stored = blanks.blank_of(form)
    if stored is None:
        return render(request, "portal/catalogue/blank_waits.html", {"page": page}, status=202)
    return download(storing.open_file(stored), stored.name, stored.content_type)


@dataclass(frozen=True)
class Part:
    """One part of the form on paper."""

    title: str
    lines: list[blanks.Line]
