"""“Kiểm tra giấy tờ”: whoever holds a paper learns whether it counts, without signing in, and nothing else."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.accounts.entrances import at_the_desk
from motcua.common import client, limits
from motcua.common.errors import TooOften
from motcua.documents.signing import keys
from motcua.documents.storing import MAX_SIZE
from motcua.dossiers import queries
from motcua.portal.checking_words import signature_of, verdict_of

UPLOADS, WINDOW = 30, 15 * 60


@require_safe
@public
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """The paper of an address; one that is not there and one that never could be get the same answer."""
    found = queries.checked_paper(token)
    if found is None:
        raise Http404
    opens = found.dossier if found.dossier and found.dossier.code and at_the_desk(request) else None
    context = {
        "checked": found,
        "verdict": verdict_of(found.state, found.since),
        "opens": opens,
        "signature": signature_of(found.paper, demo=keys.key_store().demo),
    }
    answer = render(request, "portal/checking/paper.html", context)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


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
    verdict = verdict_of(known.state, known.since) if known else None
    context = {"error": "", "known": known, "asked": True, "verdict": verdict}
    return render(request, "portal/checking/check.html", context)
