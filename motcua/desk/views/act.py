"""One press: the page that asks for the words an action needs, and the action itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.desk import pressing, telling
from motcua.desk.deeds import DEEDS, Deed, perform
from motcua.desk.forms.acting import ActForm
from motcua.documents.storing import Unacceptable
from motcua.dossiers import queries
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import Dossier

from .loading import at_desk


@require_http_methods(["GET", "POST"])
@officer()
def act(request: OfficerRequest, code: str, action: str) -> HttpResponse:
    """GET asks, POST does; who was overtaken is told what happened."""
    deed, dossier = DEEDS.get(action), at_desk(request, code)
    if deed is None:
        raise Http404
    if request.method != "POST":
        return _ask(request, deed, dossier)
    form = deed.form(request.POST, request.FILES, dossier=dossier)
    try:
        if form.is_valid():
            perform(deed, dossier, form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, str(deed.done))
            return redirect("desk:dossier", dossier.code)
    except Blocked as blocked:
        form.add_error(None, blocked.problems)
    except Unacceptable as refused:
        form.add_error("upload", refused.message)
    except NotAllowed:
        return _moved_on(request, dossier)
    return _page(request, deed, dossier, form, status=422)


def _ask(request: OfficerRequest, deed: Deed, dossier: Dossier) -> HttpResponse:
    open_now = {press.deed: press for press in pressing.open_to(dossier, request.user, timezone.now())}
    if deed not in open_now:
        return _moved_on(request, dossier)
    return _page(request, deed, dossier, deed.form(dossier=dossier), problems=open_now[deed].problems)


def _page(
    request: OfficerRequest,
    deed: Deed,
    dossier: Dossier,
    form: ActForm,
    *,
    problems: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = {"deed": deed, "dossier": dossier, "form": form, "problems": problems}
    return render(request, "desk/act.html", context, status=status)


def _moved_on(request: OfficerRequest, dossier: Dossier) -> HttpResponse:
    """Somebody else was faster, or this is not for this officer: what happened last, and the way back."""
    dossier.refresh_from_db(fields=["status"])
    happened = telling.happened(queries.events_of(dossier)[:1])
    return render(request, "desk/moved_on.html", {"dossier": dossier, "happened": happened}, status=409)
