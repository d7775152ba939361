"""The draft of a result at its own address: whoever holds the link reads it and says whether it is right."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import public
from motcua.common.downloads import download
from motcua.common.printable import refusal
from motcua.documents import storing
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import DraftAnswer, NotAllowed
from motcua.dossiers.queries import ShownDraft
from motcua.eforms.typed import clean

MOST_REMARK = 2000


@require_http_methods(["GET", "HEAD", "POST"])
@public
def result_draft(request: HttpRequest, draft: str) -> HttpResponse:
    """GET shows it, POST answers; an answer that came too late is told so."""
    found = _found(draft)
    if request.method != "POST":
        return _page(request, found)
    answer = _read(request, found)
    if problem := _wrong(request, answer):
        return _page(request, found, status=422, problem=problem, marked=answer.marks, remark=answer.remark)
    try:
        actions.answer_draft(found.draft, answer, by=None, at=timezone.now())
    except NotAllowed:
        return _page(request, _found(draft), status=409, too_late=True)
    return redirect("portal:result_draft", draft)


@require_safe
@public
def file(request: HttpRequest, draft: str) -> HttpResponseBase:
    """The file of a draft that is one, until it is issued."""
    found = _found(draft)
    stored = found.dossier.result.file if found.open and not found.dossier.result.template else None
    if stored is None:
        raise Http404
    return download(storing.open_file(stored), stored.name, stored.content_type)


def _found(token: str) -> ShownDraft:
    found = queries.shown_draft(token)
    if found is None:
        raise Http404
    return found


def _read(request: HttpRequest, found: ShownDraft) -> DraftAnswer:
    keys = {key for key, _label, _words in found.draft.rows}
    right = request.POST.get("right") == "yes"
    marks = tuple(key for key in request.POST.getlist("marks") if key in keys)
    remark = clean(request.POST.get("remark", ""))[:MOST_REMARK]
    return DraftAnswer(right, () if right else marks, "" if right else remark)


def _wrong(request: HttpRequest, answer: DraftAnswer) -> tuple[str, str] | None:
    """The field and the words of what is missing, or of what no paper shows."""
    if request.POST.get("right") not in {"yes", "no"}:
        return "right", _("Chọn “Đúng” hoặc “Chưa đúng”")
    if not answer.right and not answer.marks and not answer.remark:
        return "remark", _("Đánh dấu chỗ chưa đúng, hoặc ghi sai ở đâu")
    refused = refusal(answer.remark)
    return ("remark", refused) if refused else None


def _page(request: HttpRequest, found: ShownDraft, *, status: int = 200, **more: Any) -> HttpResponse:
    told: dict[str, Any] = {"shown": found, "problem": None, "marked": (), "remark": "", "too_late": False}
    answer = render(request, "portal/result_draft.html", told | {"right": request.POST.get("right", "")} | more)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
