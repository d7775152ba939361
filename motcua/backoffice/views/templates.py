"""What is drawn for each kind of paper, where it comes from, and whether somebody compared it with the law's form."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.documents import letterheads
from motcua.documents.kinds import KINDS
from motcua.documents.rendering import TEMPLATE
from motcua.dossiers.results import TEMPLATES


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
def templates(request: OfficerRequest) -> HttpResponse:
    """GET lists; POST confirms that a kind was compared, or takes that back."""
    if request.method == "POST":
        _mark(request, request.POST.get("confirm", ""), request.POST.get("unconfirm", ""))
        return redirect("backoffice:templates")
    found = letterheads.confirmed()
    rows: list[dict[str, Any]] = [{"kind": kind, "confirmed_at": found.get(kind.code)} for kind in KINDS.values()]
    context = {"rows": rows, "version": TEMPLATE, "results": TEMPLATES.values()}
    return render(request, "backoffice/templates.html", context)


@transaction.atomic
def _mark(request: OfficerRequest, confirm: str, unconfirm: str) -> None:
    now = timezone.now()
    if confirm in KINDS and letterheads.confirm(confirm, at=now):
        changes.note("template_confirmed", None, by=request.user, at=now, kind=confirm, template=TEMPLATE)
        messages.success(request, _("Đã ghi: mẫu này đã đối chiếu với mẫu ban hành"))
    if unconfirm in KINDS and letterheads.unconfirm(unconfirm):
        changes.note("template_unconfirmed", None, by=request.user, at=now, kind=unconfirm, template=TEMPLATE)
        messages.success(request, _("Đã bỏ dấu đối chiếu"))
