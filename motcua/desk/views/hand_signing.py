"""A paper that was printed to be signed by hand: an officer records who signed it and when."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.desk.forms.hand_signing import HandSigningForm
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import Blocked, NotAllowed

from .loading import at_desk


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.APPROVER, Role.HANDLER, Role.INTAKE)
def hand_signing(request: OfficerRequest, token: str) -> HttpResponse:
    """GET asks, POST records; a paper of another desk is not there."""
    paper = queries.paper_to_sign(token)
    if paper is None:
        raise Http404
    dossier = at_desk(request, str(paper.tie.dossier.code))
    form = HandSigningForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        signed = form.cleaned_data
        try:
            actions.record_hand_signature(paper, **signed, by=request.user, at=timezone.now())
            messages.success(request, _("Đã ghi người ký"))
            return redirect("desk:dossier", dossier.code)
        except Blocked as blocked:
            form.add_error("on", blocked.problems)
        except NotAllowed as passed:
            raise Http404 from passed
    context = {"form": form, "paper": paper, "dossier": dossier}
    return render(request, "desk/hand_signing.html", context, status=422 if form.is_bound else 200)
