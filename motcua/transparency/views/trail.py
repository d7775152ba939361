"""The daily roots: a page for people, a file for verifiers."""

from datetime import date

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.accounts.doors import public
from motcua.dossiers import queries


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_GET
@public
def roots(request: HttpRequest) -> HttpResponse:
    """The newest roots, and how to hold one's own dossier against them."""
    rows, following = queries.roots_page(_day(request.GET.get("truoc", "")))
    return render(request, "transparency/roots.html", {"rows": rows, "following": following})


@require_GET
@public
def roots_file(request: HttpRequest) -> StreamingHttpResponse:
    """Every root, or those of the days from `tu` to `den`, one JSON object a line."""
    lines = queries.root_lines(_day(request.GET.get("tu", "")), _day(request.GET.get("den", "")))
    return StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
