"""What an agency states for its own place: the list, one procedure, taking an earlier rule again."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.agencies.models import Agency
from motcua.backoffice import local_edited, telling
from motcua.backoffice.local_edited import LocalForm
from motcua.catalogue import managed as catalogue
from motcua.catalogue.content import Content
from motcua.catalogue.local import holding, stating
from motcua.catalogue.local.overlay import NOTHING, Standing, read, unknown_cases
from motcua.catalogue.models import Procedure
from motcua.catalogue.queries import contents_in_force

from .loading import managed

LONGEST: Final = 200
REASONS: Final[dict[str, Promise]] = {
    "stale": gettext_lazy("Có người vừa ghi quy định khác. Lời vừa gõ còn đây; xem lại rồi lưu"),
    "not_in_force": gettext_lazy("Thủ tục này không còn hiệu lực"),
}


@require_safe
@officer(Role.MANAGER)
def stated(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """What the agency states now, and a search for another procedure."""
    found = managed(request, agency)
    words = " ".join(request.GET.get("tu-khoa", "").replace("\0", "").split())[:LONGEST]
    context = {
        "agency": found,
        "rows": holding.stated_by([found.pk]),
        "words": words,
        "matches": catalogue.page(words, "", 1).rows if words else (),
    }
    return render(request, "backoffice/local_rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
def rule(request: OfficerRequest, agency: UUID, code: str) -> HttpResponse:
    """One procedure: GET shows what holds, POST states it anew, or adds, removes or moves a row."""
    found, said = managed(request, agency), _said(code)
    procedure = get_object_or_404(Procedure, code=code)
    if request.method != "POST":
        return _page(request, found, procedure, local_edited.as_stored(holding.standing(procedure, found), said))
    form = local_edited.as_posted(request.POST, said, _number(request))
    if form.stated is None or form.errors:
        return _page(request, found, procedure, form)
    return _state(request, found, procedure, form)


@officer(Role.MANAGER)
@require_POST
def again(request: OfficerRequest, agency: UUID, code: str) -> HttpResponse:
    """An earlier rule holds again, or none at all: the next rule says so."""
    found, said = managed(request, agency), _said(code)
    procedure = get_object_or_404(Procedure, code=code)
    wanted = request.POST.get("number", "")
    rule = next((one for one in holding.rules_of(procedure, found) if str(one.number) == wanted), None)
    form = local_edited.as_stored(holding.standing(procedure, found), said)
    form.stated = Standing(read(rule.said), rule.basis, _number(request)) if rule else None
    if wanted == "none":
        form.stated = Standing(NOTHING, "", _number(request))
    if form.stated is None:
        raise Http404
    return _state(request, found, procedure, form)


def _said(code: str) -> Content:
    found = next(iter(contents_in_force([code])), None)
    if found is None:
        raise Http404
    return found[1]


def _number(request: OfficerRequest) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def _state(request: OfficerRequest, found: Agency, procedure: Procedure, form: LocalForm) -> HttpResponse:
    assert form.stated is not None
    now = timezone.now()
    word = "local_rule_ended" if form.stated.overlay == NOTHING else "local_rule_stated"
    try:
        with transaction.atomic():
            if stating.state(procedure, found, form.stated, by=request.user, at=now):
                changes.note(word, procedure.pk, by=request.user, at=now, agency=found, code=procedure.code)
    except stating.Refused as refused:
        said = str(REASONS.get(str(refused), str(refused)))
        return _page(request, found, procedure, replace(form, errors={"offered": said}))
    messages.success(request, _("Đã lưu, có hiệu lực từ bây giờ"))
    return redirect("backoffice:local_rule", found.pk, procedure.code)


def _page(request: OfficerRequest, found: Agency, procedure: Procedure, form: LocalForm) -> HttpResponse:
    standing, said = holding.standing(procedure, found), _said(procedure.code)
    context = {
        "agency": found,
        "procedure": procedure,
        "name": said.name,
        "form": form,
        "head": local_edited.HEAD,
        "groups": local_edited.TITLES,
        "errors": form.errors,
        "standing": standing,
        "seen": standing.number,
        "nations": local_edited.as_the_nation_says(said),
        "nowhere": unknown_cases(standing.overlay, said),
        "earlier": [one for one in holding.rules_of(procedure, found) if one.number != standing.number and one.said],
        "lines": telling.lines(one for one in changes.about(procedure.pk) if one.agency_id == found.pk),
    }
    return render(request, "backoffice/local_rule.html", context, status=422 if form.errors else 200)
