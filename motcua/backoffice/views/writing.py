"""Writing a working copy: each part on its own page. What was typed too late stands beside what is stored now."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.backoffice import between, case_edited, telling
from motcua.backoffice.parts import BY_SLUG, TIME, Part, read, shown
from motcua.backoffice.rows_edited import Rows
from motcua.catalogue import drafting, managed
from motcua.catalogue.importing.staging import NAMES
from motcua.catalogue.models import Channel, Procedure, WorkingCopy
from motcua.catalogue.models.working_copy import OPEN

from .copies import note, opened, revision_of, seen, stale
from .loading import keeper

MOST_CASES = 40


def _written(request: OfficerRequest, code: str) -> WorkingCopy:
    """The open copy; where it ended while somebody was typing, that one, or a new one where they press for it."""
    if request.method != "POST":
        return opened(code)
    found = get_object_or_404(Procedure.objects.select_related("current"), code=code)
    copy = drafting.open_copy(found)
    if copy is None and "begin" in request.POST:
        with transaction.atomic():
            copy, _made = drafting.begin(found, by=request.user, at=timezone.now())
            note(request, "copy_begun", copy, timezone.now())
    ended = managed.ended_copy(found, seen(request).copy) if copy is None else copy
    if ended is None:
        raise Http404
    return ended


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def part(request: OfficerRequest, code: str, slug: str) -> HttpResponse:
    """One part: GET shows it, POST saves it, or adds, removes or moves a row of it."""
    found = _written(request, code)
    if slug not in BY_SLUG:
        raise Http404
    page = BY_SLUG[slug]
    if page.rows and page.rows not in case_edited.WHOLE:
        return _rows(request, found, page)
    stored = _stored(found, page)
    typed = {field.name: shown(field, stored.get(field.name)) for field in page.fields}
    errors: dict[str, str] = {}
    values: dict[str, Any] | None = None
    if request.method == "POST":
        values, errors, typed = read(page.fields, request.POST)
        if page.rows and not errors:
            values, errors = case_edited.WHOLE[page.rows](values)
    context = {"part": page, "typed": typed, "errors": errors}
    return _answer(request, found, "backoffice/copy_part.html", context, None if errors else values)


def _stored(found: WorkingCopy, page: Part) -> dict[str, Any]:
    """What the copy says so far; one begun before a key was known says nothing there."""
    content: dict[str, Any] = found.content
    if not page.rows:
        return content
    extra = {"source": _source(found)} if page.rows == "rules" else {}
    return {**content.get(page.rows, {}), **extra}


def _source(found: WorkingCopy) -> str:
    paths = (f"rules.{name}" for name in found.content["rules"])
    return next((str(found.content["sources"].get(path, {}).get("source", "")) for path in paths), "")


def _rows(request: OfficerRequest, found: WorkingCopy, page: Part) -> HttpResponse:
    rows, values = Rows.stored(page.rows, page.fields, found.content[page.rows]), None
    if request.method == "POST":
        rows = Rows.posted(page.rows, page.fields, request.POST)
        values = {page.rows: rows.values} if not rows.errors and not rows.pressed else None
    context = {"part": page, "groups": [rows], "errors": rows.errors}
    return _answer(request, found, "backoffice/copy_rows.html", context, values)


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def case(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """One case: its name, ways of handing in with their terms, fees, papers."""
    found, values = _written(request, code), None
    cases = found.content["cases"]
    if not 1 <= number <= (MOST_CASES if _late(request, found) else len(cases)):
        raise Http404
    if request.method == "POST":
        page = case_edited.CaseForm.posted(request.POST)
        if not page.errors and not page.pressed:
            values = {"cases": [*cases[: number - 1], page.case(), *cases[number:]]}
    else:
        page = case_edited.CaseForm.stored(cases[number - 1])
    context = {"number": number, "page": page, "ways": Channel.choices, "time": TIME, "errors": page.errors}
    return _answer(request, found, "backoffice/copy_case.html", context, values)


@officer(Role.MANAGER)
@require_POST
@keeper
def cases(request: OfficerRequest, code: str) -> HttpResponse:
    """Add a case like the last one, or remove one."""
    found = _written(request, code)
    held = list(found.content["cases"])
    place = request.POST.get("remove", "")
    if place.isascii() and place.isdigit() and int(place) < len(held) > 1:
        word, name = "copy_case_removed", held.pop(int(place))["name"]
    else:
        word, name = "copy_case_added", _("Trường hợp mới")
        held = [*held, {**held[-1], "name": name}][:MOST_CASES]
    try:
        _save(request, found, {"cases": held}, word, name=name)
    except drafting.Stale:
        return stale(request, code)
    return redirect("backoffice:copy", code)


def _save(request: OfficerRequest, found: WorkingCopy, values: Mapping[str, Any], word: str, **facts: Any) -> None:
    now = timezone.now()
    with transaction.atomic():
        saved = drafting.save(found, values, revision=revision_of(request, found), by=request.user, at=now)
        note(request, word, saved, now, **facts)
    messages.success(request, _("Đã lưu"))


def _late(request: OfficerRequest, found: WorkingCopy) -> bool:
    return request.method == "POST" and seen(request) != between.Seen(str(found.pk), found.revision)


def _answer(
    request: OfficerRequest, found: WorkingCopy, page: str, context: dict[str, Any], values: dict[str, Any] | None
) -> HttpResponse:
    """Save what can be saved; else the page with what was typed, and beside it what others stored meanwhile."""
    shown_now = seen(request) if request.method == "POST" else between.Seen(str(found.pk), found.revision)
    context |= {"copy": found, "seen": shown_now, "conflict": None}
    if values is not None:
        keys = ", ".join(sorted(set(values) - {"sources"}))
        try:
            _save(request, found, values, "copy_saved", path=keys)
        except drafting.Stale:
            context |= _conflict(request, found, values)
        else:
            return redirect("backoffice:copy", found.procedure.code)
    refused = context["errors"] or context["conflict"]
    return render(request, page, context, status=422 if refused else 200)


def _conflict(request: OfficerRequest, found: WorkingCopy, values: Mapping[str, Any]) -> dict[str, Any]:
    """What stands now, as far as it is not what was typed, and who did what in between; then the page is up to date."""
    now = WorkingCopy.objects.select_related("procedure", "saved_by").get(pk=found.pk)
    is_open = now.state in OPEN
    stored = now.content if is_open else managed.said_in_force(now.procedure) or now.content
    parts = managed.compare_plain(stored, {**stored, **values})
    told = {
        "parts": [(NAMES[part.key], part) for part in parts if not part.same],
        "since": telling.lines(between.done_since(now.procedure_id, seen(request))),
        "open": is_open,
        "begun": "begin" in request.POST,
    }
    return {"conflict": told, "copy": now, "seen": between.Seen(str(now.pk), now.revision)}
