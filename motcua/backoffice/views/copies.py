"""Writing the next version: begun, each part on its own page, then reviewed, published, scheduled or thrown away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

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
from motcua.backoffice import case_edited
from motcua.backoffice.parts import BY_SLUG, PARTS, TIME, Part, read, shown
from motcua.backoffice.rows_edited import Rows
from motcua.catalogue import drafting, managed
from motcua.catalogue.importing.staging import NAMES
from motcua.catalogue.models import Channel, Procedure, WorkingCopy

from .loading import keeper


def _open(code: str) -> WorkingCopy:
    found = get_object_or_404(Procedure.objects.select_related("current"), code=code)
    copy = drafting.open_copy(found)
    if copy is None:
        raise Http404
    return copy


@officer(Role.MANAGER)
@require_POST
@keeper
def begin(request: OfficerRequest, code: str) -> HttpResponse:
    """The open copy, or a new one of the last version."""
    found, now = get_object_or_404(Procedure, code=code), timezone.now()
    with transaction.atomic():
        _copy, made = drafting.begin(found, by=request.user, at=now)
        if made:
            changes.note("copy_begun", found.pk, by=request.user, at=now, code=code)
    return redirect("backoffice:copy", code)


@require_safe
@officer(Role.MANAGER)
@keeper
def copy(request: OfficerRequest, code: str) -> HttpResponse:
    """What is written so far, part by part, with what differs from the version in force."""
    return _overview(request, _open(code))


def _overview(request: OfficerRequest, found: WorkingCopy, problems: list[str] | None = None) -> HttpResponse:
    last = managed.versions(found.procedure).first()
    differing = managed.differing(last, found.content) if last else []
    context = {
        "copy": found,
        "parts": PARTS,
        "cases": [case["name"] or _("Trường hợp duy nhất") for case in found.content["cases"]],
        "differing": [(NAMES[part.key], part) for part in differing],
        "brief_is_older": found.content.get("in_brief")
        and [part.key for part in differing if part.key in ("cases", "in_brief")] == ["cases"],
        "errors": [("source", problem) for problem in problems or []],
        "typed": {name: request.POST.get(name, "") for name in ("source", "publish_at")},
    }
    return render(request, "backoffice/copy.html", context, status=422 if problems else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def part(request: OfficerRequest, code: str, slug: str) -> HttpResponse:
    """One part: GET shows it, POST saves it, or adds, removes or moves a row of it."""
    found = _open(code)
    if slug not in BY_SLUG:
        raise Http404
    page = BY_SLUG[slug]
    if page.rows and page.rows not in case_edited.WHOLE:
        return _rows(request, found, page)
    stored = _stored(found, page)
    typed = {field.name: shown(field, stored.get(field.name)) for field in page.fields}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values, errors, typed = read(page.fields, request.POST)
        if page.rows and not errors:
            values, errors = case_edited.WHOLE[page.rows](values)
        if not errors:
            return _save(request, found, values)
    context = {"copy": found, "part": page, "typed": typed, "errors": errors, "revision": _revision(request, found)}
    return render(request, "backoffice/copy_part.html", context, status=422 if errors else 200)


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
    rows = Rows.stored(page.rows, page.fields, found.content[page.rows])
    if request.method == "POST":
        rows = Rows.posted(page.rows, page.fields, request.POST)
        if not rows.errors and not rows.pressed:
            return _save(request, found, {page.rows: rows.values})
    context = {
        "copy": found,
        "part": page,
        "groups": [rows],
        "errors": rows.errors,
        "revision": _revision(request, found),
    }
    return render(request, "backoffice/copy_rows.html", context, status=422 if rows.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def case(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """One case: its name, ways of handing in with their terms, fees, papers."""
    found = _open(code)
    cases = found.content["cases"]
    if not 1 <= number <= len(cases):
        raise Http404
    page = case_edited.CaseForm.stored(cases[number - 1])
    if request.method == "POST":
        page = case_edited.CaseForm.posted(request.POST)
        if not page.errors and not page.pressed:
            return _save(request, found, {"cases": [*cases[: number - 1], page.case(), *cases[number:]]})
    context = {
        "copy": found,
        "number": number,
        "page": page,
        "ways": Channel.choices,
        "time": TIME,
        "errors": page.errors,
        "revision": _revision(request, found),
    }
    return render(request, "backoffice/copy_case.html", context, status=422 if page.errors else 200)


@officer(Role.MANAGER)
@require_POST
@keeper
def cases(request: OfficerRequest, code: str) -> HttpResponse:
    """Add a case like the last one, or remove one."""
    found = _open(code)
    held = list(found.content["cases"])
    place = request.POST.get("remove", "")
    if place.isascii() and place.isdigit() and int(place) < len(held) > 1:
        del held[int(place)]
    elif "add" in request.POST and len(held) < 40:
        held.append({**held[-1], "name": _("Trường hợp mới")})
    return _save(request, found, {"cases": held}, back=True)


def _revision(request: OfficerRequest, found: WorkingCopy) -> str:
    return request.POST.get("revision", str(found.revision))


def _save(request: OfficerRequest, found: WorkingCopy, values: dict[str, Any], *, back: bool = False) -> HttpResponse:
    now = timezone.now()
    try:
        with transaction.atomic():
            drafting.save(found, values, revision=_number(request), by=request.user, at=now)
            keys = ", ".join(sorted(set(values) - {"sources"}))
            changes.note(
                "copy_saved", found.procedure_id, by=request.user, at=now, code=found.procedure.code, path=keys
            )
    except drafting.Stale:
        return _overview(request, found, [_stale()])
    messages.success(request, _("Đã lưu"))
    return redirect("backoffice:copy", found.procedure.code)


def _stale() -> str:
    return _("Có người khác vừa lưu hoặc kết thúc bản này; xem lại rồi làm tiếp. Điều vừa gõ chưa được lưu")


def _number(request: OfficerRequest) -> int:
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


Deed = Callable[[OfficerRequest, WorkingCopy, datetime], tuple[str, Promise]]


@officer(Role.MANAGER)
@require_POST
@keeper
def move(request: OfficerRequest, code: str) -> HttpResponse:
    """Ask for a review, publish now or on a date, take back, or throw away."""
    found, now = _open(code), timezone.now()
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    try:
        with transaction.atomic():
            word, said = deed(request, found, now)
            changes.note(word, found.procedure_id, by=request.user, at=now, code=code)
    except drafting.Stale:
        return _overview(request, found, [_stale()])
    except (drafting.Unsound, ValueError) as refused:
        return _overview(request, found, getattr(refused, "problems", [str(refused)]))
    messages.success(request, str(said))
    return redirect("backoffice:procedure" if word in ("copy_published", "copy_discarded") else "backoffice:copy", code)


def _send(request: OfficerRequest, found: WorkingCopy, now: datetime) -> tuple[str, Promise]:
    drafting.send(found, revision=_number(request), by=request.user, at=now)
    return "copy_sent", gettext_lazy("Đã chuyển xem lại")


def _publish(request: OfficerRequest, found: WorkingCopy, now: datetime) -> tuple[str, Promise]:
    drafting.publish(found, revision=_number(request), source=_document(request), by=request.user, at=now)
    return "copy_published", gettext_lazy("Đã công bố")


def _schedule(request: OfficerRequest, found: WorkingCopy, now: datetime) -> tuple[str, Promise]:
    moment = case_edited.moment(request.POST.get("publish_at", ""))
    if moment is None or moment <= now:
        raise ValueError(_("Ghi ngày công bố sau hôm nay, như 01/01/2027"))
    drafting.schedule(
        found, revision=_number(request), source=_document(request), publish_at=moment, by=request.user, at=now
    )
    return "copy_scheduled", gettext_lazy("Đã hẹn ngày công bố")


def _take_back(request: OfficerRequest, found: WorkingCopy, now: datetime) -> tuple[str, Promise]:
    drafting.take_back(found, revision=_number(request), by=request.user, at=now)
    return "copy_taken_back", gettext_lazy("Đã đưa về bản đang soạn")


def _discard(request: OfficerRequest, found: WorkingCopy, now: datetime) -> tuple[str, Promise]:
    drafting.discard(found, revision=_number(request), by=request.user, at=now)
    return "copy_discarded", gettext_lazy("Đã bỏ bản đang soạn")


def _document(request: OfficerRequest) -> str:
    """By which document it says something new; a version without one is not published."""
    text = " ".join(request.POST.get("source", "").split())[:200]
    if not text:
        raise ValueError(_("Ghi văn bản làm căn cứ của bản mới"))
    return text


DEEDS: dict[str, Deed] = {
    "send": _send,
    "publish": _publish,
    "schedule": _schedule,
    "take_back": _take_back,
    "discard": _discard,
}
