"""Before the form: what to have ready, and which body resolves it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import SignedInRequest, public, signed_in
from motcua.accounts.models import Account
from motcua.catalogue.costs import fee_lines
from motcua.catalogue.filling import form_of, is_printed, row_of, way_of
from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import CasePage, VersionPage, current_version, in_force_at
from motcua.common.ids import new_id
from motcua.dossiers import actions
from motcua.dossiers.actions import Start
from motcua.dossiers.checks import not_done_here
from motcua.eforms import queries as eforms
from motcua.portal.views.catalogue.offices import as_done_at, office_here

from .papers import note_of
from .places import Choice, choose

OLD_CARD_DIGITS = 9


def _known_procedure(code: str) -> VersionPage:
    page = current_version(code)
    if page is None:
        raise Http404
    return page


def _offered(page: VersionPage) -> bool:
    """Whether it can be filled in here, to be filed or to be printed; its own page says what to do instead."""
    return (page.files_online and page.form_version_id is not None) or is_printed(page)


def offered_cases(page: VersionPage) -> list[CasePage]:
    """The cases that may be handed in on line; of what is printed, all."""
    if is_printed(page):
        return list(page.cases)
    return [case for case in page.cases if case.channel(Channel.ONLINE)]


@require_safe
@public
def prepare(request: HttpRequest, code: str) -> HttpResponse:
    """What to have ready: papers, minutes, cost, and whether one must come."""
    page = _known_procedure(code)
    if not _offered(page):
        return redirect("portal:procedure", code)
    return render(request, "portal/filing/prepare.html", ready(as_done_at(page, office_here(page.body))))


def ready(page: VersionPage) -> dict[str, Any]:
    """What the page of preparations shows."""
    cases, way = offered_cases(page), way_of(page)
    coming = {
        True: _("Phải đến quầy một lần"),
        False: _("Không phải đến quầy"),
        None: _("Hỏi nơi tiếp nhận có phải đến quầy không"),
    }
    return {
        "page": page,
        "to_print": is_printed(page),
        "cases": [_case(case, way) for case in cases],
        "fees": list(dict.fromkeys(line for case in cases for line in fee_lines(row_of(case, way)))),
        "coming": _handing_in(cases) if is_printed(page) else coming[page.must_come],
    }


def _handing_in(cases: list[CasePage]) -> str:
    """How what was printed reaches the office."""
    by_post = any(case.channel(Channel.POST) for case in cases)
    return _("Nộp tờ khai đã in tại quầy hoặc qua bưu chính") if by_post else _("Nộp tờ khai đã in tại quầy")


def _case(case: CasePage, way: str) -> dict[str, Any]:
    papers = [paper for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(way)]
    shown = [(paper.required, {"name": paper.name, "note": note_of(paper)}) for paper in papers]
    return {
        "name": case.name,
        "always": [row for required, row in shown if required],
        "sometimes": [row for required, row in shown if not required],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def place(request: SignedInRequest, code: str) -> HttpResponse:
    """Which body resolves it. The page carries the id of the draft to come, so that pressing twice begins one."""
    page = _known_procedure(code)
    if not _offered(page):
        return redirect("portal:procedure", code)
    choice = choose(page.body, request)
    if request.method != "POST":
        return _page(request, page, choice, "")
    here = (in_force_at(code, choice.resolver.pk) if choice.resolver else None) or page
    case = _case_here(page, here, request.POST.get("case", ""))
    if choice.resolver is None or case is None:
        return _page(request, page, choice, _("Chọn trường hợp của hồ sơ") if case is None else "")
    start = Start(_token(request), here, case.id, Channel.ONLINE, choice.resolver)
    try:
        dossier = actions.start_draft(start, by=request.user, at=timezone.now(), answers=_known(here, request.user))
    except actions.Blocked as blocked:  # a new version came into force while this one was remembered
        return _page(request, page, choice, ". ".join(blocked.problems))
    return redirect("portal:section", dossier.pk, 1)


def _case_here(page: VersionPage, here: VersionPage, chosen: str) -> CasePage | None:
    """The case that was chosen of the nation's version, as the agency has it: cases stand in the same order."""
    place = next((place for place, case in enumerate(page.cases) if str(case.id) == chosen), None)
    case = here.cases[place] if place is not None and place < len(here.cases) else None
    return case if case in offered_cases(here) else None


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("draft", ""))
    except ValueError:
        return new_id()


def _known(page: VersionPage, account: Account) -> dict[str, Any]:
    """The answers that the account already gives; a number of nine digits is no answer any more."""
    form = form_of(page)
    assert form is not None
    old = len(account.id_number) == OLD_CARD_DIGITS
    known = {
        "submitter.name": account.full_name,
        "submitter.birth_on": account.birth_on.isoformat() if account.birth_on else "",
        "submitter.id_number": "" if old else account.id_number,
        "submitter.phone": account.phone,
        "submitter.email": account.email,
    }
    return eforms.form(form).prefilled(known)


def _page(request: SignedInRequest, page: VersionPage, choice: Choice, error: str) -> HttpResponse:
    cases = offered_cases(page)
    here = in_force_at(page.code, choice.resolver.pk) if choice.resolver else None
    context = {
        "page": page,
        "not_here": not_done_here(here) if here and here.local and not here.local.offered else "",
        "choice": choice,
        "to_print": is_printed(page),
        "cases": cases,
        "case_options": [(str(case.id), case.name) for case in cases],
        "case": request.POST.get("case") or (str(cases[0].id) if len(cases) == 1 else ""),
        "draft": request.POST.get("draft") or str(new_id()),
        "error": error,
        "old_card": len(request.user.id_number) == OLD_CARD_DIGITS,
    }
    return render(request, "portal/filing/place.html", context, status=422 if error else 200)
