"""“Sổ giấy tờ đã cấp”: the register of issued papers, one paper, its file, and what may be done to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import OfficerRequest, officer
from motcua.common.downloads import download
from motcua.desk import paper_words, telling
from motcua.desk.forms.issued import FindForm, ReasonForm
from motcua.documents import storing
from motcua.documents.drawing import address_of
from motcua.documents.models import IssuedPaper
from motcua.dossiers import looks, queries
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import LookKind
from motcua.dossiers.queries.issued import KEEPERS

FILTERS = ("q", "kind", "state", "year")


@require_safe
@officer(*KEEPERS)
def register(request: OfficerRequest) -> HttpResponse:
    """A page of the register; what is looked for stands in the address."""
    form, after = FindForm(request.GET), queries.Key.read(request.GET.get("sau", ""))
    found = queries.issued_list(_desk(request), form.asked(), after=after)
    context = {
        "form": form,
        "kept": {name: request.GET.get(name, "") for name in FILTERS},
        "found": found,
        "lines": [(row, paper_words.state_of(row.paper), paper_words.since(row.paper)) for row in found.rows],
        "count": found.count if found.count <= queries.MOST else f"{queries.MOST}+",
        "first_page": after is None,
    }
    return render(request, "desk/issued/register.html", context)


@require_safe
@officer(*KEEPERS)
def paper(request: OfficerRequest, token: str) -> HttpResponse:
    """One paper with its chain, its looks, and what this officer may do to it."""
    found = _paper(request, token)
    _seen(request, found, LookKind.OFFICER_READ)
    return _page(request, queries.issued_page(_desk(request), found))


@require_safe
@officer(*KEEPERS)
def file(request: OfficerRequest, token: str) -> HttpResponseBase:
    """The paper's file, always as a download."""
    found = _paper(request, token)
    if found.file is None:
        raise Http404
    _seen(request, found, LookKind.FILE_FETCHED)
    return download(storing.open_file(found.file), found.file.name, found.file.content_type)


@require_http_methods(["GET", "POST"])
@officer(*KEEPERS)
def act(request: OfficerRequest, token: str, deed: str) -> HttpResponse:
    """GET asks why, POST does; a stale press says what happened to the paper meanwhile."""
    asked, found = paper_words.DEEDS.get(deed), _paper(request, token)
    if asked is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    try:
        if form.is_valid():
            changed = asked.carry_out(found, by=request.user, at=timezone.now(), **form.cleaned_data)
            if not changed:
                return _stale(request, token)
            messages.success(request, str(asked.done))
            return redirect("desk:issued_paper", token)
    except Blocked as blocked:
        form.add_error("reason", blocked.problems)
    except NotAllowed:
        return _stale(request, token)
    return _ask(request, asked, form, found)


def _ask(request: OfficerRequest, deed: paper_words.PaperDeed, form: ReasonForm, found: IssuedPaper) -> HttpResponse:
    if not form.is_bound and not deed.open_on(queries.issued_page(_desk(request), found)):
        return _stale(request, found.token)
    context = {"deed": deed, "form": form, "paper": found}
    return render(request, "desk/issued/act.html", context, status=422 if form.is_bound else 200)


def _stale(request: OfficerRequest, token: str) -> HttpResponse:
    """The press no longer fits: nothing was written, and the page shows how the paper stands."""
    page = queries.issued_page(_desk(request), _paper(request, token))
    return _page(request, page, status=409, stale=True)


def _page(request: OfficerRequest, page: queries.IssuedPage, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "page": page,
        "paper": page.paper,
        "state": paper_words.state_of(page.paper),
        "since": paper_words.since(page.paper),
        "address": address_of(page.paper),
        "events": telling.happened(page.events),
        "looks": [(look, paper_words.looked(look)) for look in page.looks],
        "deeds": [(word, deed) for word, deed in paper_words.DEEDS.items() if deed.open_on(page)],
        "stale": False,
    }
    return render(request, "desk/issued/paper.html", context | more, status=status)


def _desk(request: OfficerRequest) -> queries.Desk:
    return queries.desk_of(request.user, request.held, timezone.now())


def _paper(request: OfficerRequest, token: str) -> IssuedPaper:
    """The paper through the officer's door; anything else is not there."""
    found = queries.issued_paper(_desk(request), token)
    if found is None:
        raise Http404
    return found


def _seen(request: OfficerRequest, found: IssuedPaper, kind: LookKind) -> None:
    if hasattr(found, "tie"):
        looks.seen(found.tie.dossier, by=request.user, kind=kind, at=timezone.now(), file_id=found.file_id)
