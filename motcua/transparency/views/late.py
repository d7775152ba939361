"""Promises that are broken now, and mistakes that were put right: counted in public, telling nobody's name."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.accounts.doors import public
from motcua.dossiers import queries


@require_GET
@public
def hub(request: HttpRequest) -> HttpResponse:
    """What can be seen here."""
    return render(request, "transparency/hub.html", {})


@require_GET
@public
def late(request: HttpRequest) -> HttpResponse:
    """The dossiers that are late at this moment, the longest first; a page at a time, of all or of one agency."""
    now = timezone.now()
    page = queries.late_page(now, agency=_id(request.GET.get("co-quan", "")), after=request.GET.get("sau", ""))
    context = {"page": page, "now": now, "reversals": queries.reversals_by_agency(now)}
    return render(request, "transparency/late.html", context)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
