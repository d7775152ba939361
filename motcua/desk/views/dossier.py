"""One dossier as an officer reads it, its files, and its receipt."""

import uuid

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.accounts.doors import OfficerRequest, officer
from motcua.common.downloads import download
from motcua.desk import pressing, telling
from motcua.documents import storing
from motcua.dossiers import looks, queries
from motcua.dossiers.models import LookKind
from motcua.payments.telling import charge_in_words

from .loading import at_desk


@require_GET
@officer()
def dossier(request: OfficerRequest, code: str) -> HttpResponse:
    """Everything of one dossier, and what this officer may do to it now."""
    found, now = at_desk(request, code), timezone.now()
    looks.seen(found, by=request.user, kind=LookKind.OFFICER_READ, at=now)
    page = queries.desk_page(found, now)
    context = {
        "dossier": found,
        "desk": page,
        "page": page.page,
        "left": telling.left(page.until, now, page.calendar) if page.until else None,
        "events": telling.happened(page.page.events),
        "presses": pressing.open_to(found, request.user, now),
        "charges": [charge_in_words(charge) for charge in page.page.fees.charges],
        "came_back": queries.came_back(found),
        "papers": queries.papers_of(found, internal=True),
        "sheet": queries.sheet_of(found),
        "just_received": "vua-nhan" in request.GET,
    }
    return render(request, "desk/dossier.html", context)


@require_GET
@officer()
def file(request: OfficerRequest, code: str, file_id: uuid.UUID) -> HttpResponseBase:
    """A file of the dossier, always as a download."""
    found = at_desk(request, code)
    stored = queries.officers_file(found, file_id)
    if stored is None:
        raise Http404
    looks.seen(found, by=request.user, kind=LookKind.FILE_FETCHED, at=timezone.now(), file_id=file_id)
    return download(storing.open_file(stored), stored.name, stored.content_type)


@require_GET
@officer()
def receipt(request: OfficerRequest, code: str) -> HttpResponse:
    """The receipt for the person at the counter, to print."""
    found, now = at_desk(request, code), timezone.now()
    looks.seen(found, by=request.user, kind=LookKind.OFFICER_READ, at=now)
    return render(request, "desk/receipt.html", {"dossier": found, "desk": queries.desk_page(found, now)})
