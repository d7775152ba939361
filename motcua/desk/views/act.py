"""One press: the page that asks for the words an action needs, and the action itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.desk import pressing, telling
from motcua.desk.deeds import BESIDE, DEEDS, Deed, perform
from motcua.desk.forms.acting import ActForm
from motcua.documents.storing import Unacceptable
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import Dossier
from motcua.eforms.typed import clean

from .loading import at_desk

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "save", "send", "look"})


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
    if "save" in request.POST or ("look" in request.POST and form.is_valid()):
        return _keep(request, deed, dossier, form)
    try:
        if form.is_valid():
            perform(deed, dossier, form.cleaned_data, by=request.user, at=timezone.now())
            return _done(request, deed, dossier)
    except Blocked as blocked:
        form.add_error(None, blocked.problems)
    except Unacceptable as refused:
        form.add_error("upload", refused.message)
    except NotAllowed:
        return _moved_on(request, dossier)
    _keep_typed(request, deed, dossier)
    return _page(request, deed, dossier, form, status=422)


def _done(request: OfficerRequest, deed: Deed, dossier: Dossier) -> HttpResponse:
    actions.forget_typed(dossier, deed.action, by=request.user)
    messages.success(request, str(deed.done))
    return redirect("desk:dossier", dossier.code)


def _keep_typed(request: OfficerRequest, deed: Deed, dossier: Dossier) -> None:
    typed = {name: clean(str(value)) for name, value in request.POST.items() if name not in NOT_TYPED}
    actions.keep_typed(dossier, deed.action, typed, by=request.user, at=timezone.now())


def _keep(request: OfficerRequest, deed: Deed, dossier: Dossier, form: ActForm) -> HttpResponse:
    """Keep what was typed: to go on later, or to look at it as the person will read it."""
    _keep_typed(request, deed, dossier)
    if "look" in request.POST:
        said = form.cleaned_data
        return _page(request, deed, dossier, form, template=form.look_page, typed=request.POST, said=said)
    messages.success(request, _("Đã lưu nháp; mở lại việc này để làm tiếp"))
    return redirect("desk:dossier", dossier.code)


def _ask(request: OfficerRequest, deed: Deed, dossier: Dossier) -> HttpResponse:
    presses = pressing.open_to(dossier, request.user, timezone.now())
    open_now = {press.deed: press for press in (*presses.row, *presses.mistakes)}
    if deed not in open_now:
        return _moved_on(request, dossier)
    draft = queries.desk_draft(dossier, deed.action, request.user)
    form = deed.form(dossier=dossier, initial=draft.typed) if draft else deed.form(dossier=dossier)
    return _page(request, deed, dossier, form, problems=open_now[deed].problems, draft=draft)


def _page(
    request: OfficerRequest, deed: Deed, dossier: Dossier, form: ActForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    template = more.pop("template", form.page)
    context = {
        "deed": deed,
        "dossier": dossier,
        "form": form,
        "problems": (),
        "draft": None,
        "seen": telling.before_the_press(deed.shows, dossier, timezone.now()),
        "beside": deed.action in BESIDE,
        "sheet": queries.sheet_of(dossier),
    }
    return render(request, template, context | more, status=status)


def _moved_on(request: OfficerRequest, dossier: Dossier) -> HttpResponse:
    """Somebody else was faster, or this is not for this officer: what happened last, and the way back."""
    dossier.refresh_from_db(fields=["status"])
    happened = telling.happened(queries.events_of(dossier)[:1])
    return render(request, "desk/moved_on.html", {"dossier": dossier, "happened": happened}, status=409)
