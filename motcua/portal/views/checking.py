"""“Kiểm tra giấy tờ”: whoever holds a paper learns whether it counts, without signing in, and nothing else."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.accounts.entrances import at_the_desk
from motcua.accounts.models import Account
from motcua.common import client, limits
from motcua.common.errors import TooOften
from motcua.documents.signing import keys
from motcua.documents.storing import MAX_SIZE
from motcua.dossiers import looks, queries
from motcua.dossiers.models import LookKind
from motcua.portal.checking_words import signature_of, verdict_of

UPLOADS, WINDOW = 30, 15 * 60


@require_safe
@public
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """The paper of an address; one that is not there and one that never could be get the same answer."""
    found = queries.checked_paper(token)
    if found is None:
        raise Http404
    context = {
        "checked": found,
        "verdict": verdict_of(found.state, found.since, signed=found.paper.is_signed),
        "signature": signature_of(found.paper, demo=keys.key_store().demo),
        "remembered": _seen(request, found),
        **_for_an_officer(request, found),
    }
    answer = render(request, "portal/checking/paper.html", context)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _seen(request: HttpRequest, found: queries.CheckedPaper) -> bool:
    """Who signed in leaves a look at the paper of a filed dossier, and is told so; who did not leaves nothing."""
    if not isinstance(request.user, Account) or found.dossier is None or found.dossier.is_draft:
        return False
    kind = LookKind.OFFICER_READ if at_the_desk(request) else LookKind.CITIZEN_OPENED
    looks.seen(found.dossier, by=request.user, kind=kind, at=timezone.now(), file_id=found.paper.file_id)
    return True


def _for_an_officer(request: HttpRequest, found: queries.CheckedPaper) -> dict[str, Any]:
    """Where the page leads an officer: to the dossier, or to what the printed form of a draft declares."""
    if not isinstance(request.user, Account) or not at_the_desk(request):
        return {"opens": None, "declared": None}
    opens = found.dossier if found.dossier and found.dossier.code else None
    declared = queries.declared(found.paper.token, request.user, timezone.now()) if found.unfiled else None
    return {"opens": opens, "declared": declared}


@public
def check(request: HttpRequest) -> HttpResponse:
    """A PDF to be compared: it is hashed and forgotten."""
    if request.method != "POST":
        return render(request, "portal/checking/check.html", {"error": "", "known": None, "asked": False})
    limit = limits.Limit(f"check-paper:{client.address(request)}", UPLOADS, WINDOW)
    if limits.exceeded([limit], at=timezone.now()):
        raise TooOften(until=limit.until(timezone.now()))
    upload = request.FILES.get("file")
    if upload is None or not upload.size or upload.size > MAX_SIZE:
        refused = {"error": _("Chọn tệp PDF cần kiểm tra, tối đa 20 MB"), "known": None, "asked": False}
        return render(request, "portal/checking/check.html", refused, status=422)
    known = queries.known_file(queries.digest_of(upload.chunks()))
    verdict = verdict_of(known.state, known.since, signed=known.signed) if known else None
    context = {"error": "", "known": known, "asked": True, "verdict": verdict}
    return render(request, "portal/checking/check.html", context)
