"""Papers of the office: where the QR of one leads, and the register (07) of a period."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.common.downloads import download
from motcua.desk.forms.register import RegisterForm
from motcua.documents import storing
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier

KEEPERS = (Role.INTAKE, Role.APPROVER)


@require_safe
@officer()
def paper(request: OfficerRequest, token: str) -> HttpResponse:
    """06 leads to its dossier, 07 to the registers; what is not this officer's is not there."""
    found = queries.desk_paper(token)
    if found is None:
        raise Http404
    if not hasattr(found, "tie"):
        return redirect("desk:registers")
    if not Dossier.objects.at_desk_of(request.user, timezone.localdate()).filter(pk=found.tie.dossier_id).exists():
        raise Http404
    return redirect("desk:dossier", found.tie.dossier.code)


@require_http_methods(["GET", "POST"])
@officer(*KEEPERS)
def registers(request: OfficerRequest) -> HttpResponse:
    """The registers of one's agencies; POST owes a new one."""
    agencies = {row.agency_id: row.agency for row in request.held if row.role in KEEPERS}
    form = RegisterForm(request.POST or None, agencies=list(agencies.values()), today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.owe_register(given["agency"], given["first"], given["last"], by=request.user, at=timezone.now())
        return redirect("desk:registers")
    context = {"form": form, "papers": queries.registers_of(agencies)}
    return render(request, "desk/registers.html", context, status=422 if form.is_bound else 200)


@require_safe
@officer(*KEEPERS)
def register(request: OfficerRequest, token: str) -> HttpResponseBase:
    """The file of a register."""
    found = queries.desk_paper(token)
    mine = {row.agency_id for row in request.held if row.role in KEEPERS}
    if found is None or found.file is None or found.agency_id not in mine or hasattr(found, "tie"):
        raise Http404
    return download(storing.open_file(found.file), found.file.name, found.file.content_type)
