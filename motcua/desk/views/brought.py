"""Papers that answer a request and are brought to the counter: the officer records them for the person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.common.printable import refusal
from motcua.dossiers import actions, answering
from motcua.dossiers.actions import Answered, Blocked
from motcua.dossiers.models import Dossier, PaperForm, RequestItem
from motcua.eforms.typed import clean

from .loading import at_desk

Unprinted = dict[int, tuple[str, str]]
"""Position of an item → the words as typed, and what is wrong with them."""


@require_http_methods(["GET", "POST"])
@officer()
def brought(request: OfficerRequest, code: str) -> HttpResponse:
    """GET lists the items; POST records each and, once all are answered, sends them on."""
    dossier = at_desk(request, code)
    if request.method != "POST":
        return _page(request, dossier, [])
    refused, unprinted = _record(request, dossier)
    if "send" in request.POST and not (refused or unprinted):
        try:
            actions.supplement(dossier, by=request.user, at=timezone.now())
        except Blocked as blocked:
            return _page(request, dossier, blocked.problems, status=422)
        messages.success(request, _("Đã ghi giấy tờ bổ sung, hồ sơ được xem tiếp"))
        return redirect("desk:dossier", dossier.code)
    if refused or unprinted:
        return _page(request, dossier, refused, unprinted, status=422)
    messages.success(request, _("Đã lưu, chưa gửi"))
    return redirect("desk:brought", dossier.code)


def _record(request: OfficerRequest, dossier: Dossier) -> tuple[list[str], Unprinted]:
    """Keep what came; what was wrong with files, and the words that no paper shows: those before them stay."""
    refused: list[str] = []
    unprinted: Unprinted = {}
    for item in answering.items_of(dossier):
        said = clean(request.POST.get(f"words-{item.position}", ""))[:2000]
        if wrong := refusal(said):
            unprinted[item.position] = (said, wrong)
        answered = Answered(
            words=item.words if wrong else said,
            uploads=tuple(request.FILES.getlist(f"files-{item.position}")),
            handed=_handed(request, item),
        )
        refused += actions.answer_item(dossier, item.pk, answered, by=request.user, at=timezone.now())
    return refused, unprinted


def _handed(request: OfficerRequest, item: RequestItem) -> str:
    form = request.POST.get(f"handed-{item.position}", "")
    return form if item.paper_id and form in PaperForm.values else ""


def _page(
    request: OfficerRequest,
    dossier: Dossier,
    problems: list[str],
    unprinted: Unprinted | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    wrong = unprinted or {}
    context = {
        "dossier": dossier,
        "items": answering.items_of(dossier),
        "problems": problems,
        "unprinted": wrong,
        "summary": [("words-1", problem) for problem in problems]
        + [(f"words-{position}", told) for position, (_said, told) in wrong.items()],
        "forms": PaperForm.choices,
    }
    return render(request, "desk/brought.html", context, status=status)
