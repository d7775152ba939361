"""Papers that answer a request and are brought to the counter: the officer records them for the person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.dossiers import actions, answering
from motcua.dossiers.actions import Answered, Blocked
from motcua.dossiers.models import Dossier, PaperForm, RequestItem
from motcua.eforms.typed import clean

from .loading import at_desk


@require_http_methods(["GET", "POST"])
@officer()
def brought(request: OfficerRequest, code: str) -> HttpResponse:
    """GET lists the items; POST records each and, once all are answered, sends them on."""
    dossier = at_desk(request, code)
    if request.method != "POST":
        return _page(request, dossier, [])
    refused = _record(request, dossier)
    if "send" in request.POST and not refused:
        try:
            actions.supplement(dossier, by=request.user, at=timezone.now())
        except Blocked as blocked:
            return _page(request, dossier, blocked.problems, status=422)
        messages.success(request, _("Đã ghi giấy tờ bổ sung, hồ sơ được xem tiếp"))
        return redirect("desk:dossier", dossier.code)
    if refused:
        return _page(request, dossier, refused, status=422)
    messages.success(request, _("Đã lưu, chưa gửi"))
    return redirect("desk:brought", dossier.code)


def _record(request: OfficerRequest, dossier: Dossier) -> list[str]:
    refused: list[str] = []
    for item in answering.items_of(dossier):
        answered = Answered(
            words=clean(request.POST.get(f"words-{item.position}", ""))[:2000],
            uploads=tuple(request.FILES.getlist(f"files-{item.position}")),
            handed=_handed(request, item),
        )
        refused += actions.answer_item(dossier, item.pk, answered, by=request.user, at=timezone.now())
    return refused


def _handed(request: OfficerRequest, item: RequestItem) -> str:
    form = request.POST.get(f"handed-{item.position}", "")
    return form if item.paper_id and form in PaperForm.values else ""


def _page(request: OfficerRequest, dossier: Dossier, problems: list[str], *, status: int = 200) -> HttpResponse:
    items = answering.items_of(dossier)
    context = {"dossier": dossier, "items": items, "problems": problems, "forms": PaperForm.choices}
    return render(request, "desk/brought.html", context, status=status)
