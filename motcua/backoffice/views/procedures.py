"""Keeping procedures: the list by state, one with its versions and doubts, and what can be pressed there."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.backoffice import telling
from motcua.catalogue import keeping, managed
from motcua.catalogue.flags import WORDS
from motcua.catalogue.importing.staging import NAMES
from motcua.catalogue.local.holding import stated_of
from motcua.catalogue.models import Difference, Procedure, Version

from .loading import keeper

LONGEST: Final = 200
STATES: Final[dict[str, Promise]] = {
    "": gettext_lazy("Tất cả"),
    "flagged": gettext_lazy("Có chỗ phải xem lại"),
    "differs": gettext_lazy("Nguồn nói khác"),
    "missing": gettext_lazy("Nguồn không còn"),
    "withdrawn": gettext_lazy("Đã rút"),
}
REASONS: Final[dict[str, Promise]] = {
    "old_version": gettext_lazy("Thủ tục vừa có bản mới; xem lại rồi bấm lần nữa"),
    "no_such_value": gettext_lazy("Chỗ này không còn phải xem lại"),
    "decided": gettext_lazy("Có người vừa quyết định chỗ này"),
    "no_source": gettext_lazy("Chưa giữ lời của nguồn; nhập lại danh mục rồi làm tiếp"),
    "not_in_force": gettext_lazy("Thủ tục này không còn hiệu lực"),
    "no_successor": gettext_lazy("Không có thủ tục nào mang mã này đang có hiệu lực"),
    "in_force": gettext_lazy("Bản này đang có hiệu lực"),
}


@require_safe
@officer(Role.MANAGER)
@keeper
def procedures(request: OfficerRequest) -> HttpResponse:
    """Twenty at a time, by words and state."""
    words = " ".join(request.GET.get("tu-khoa", "").replace("\0", "").split())[:LONGEST]
    state = request.GET.get("trang-thai", "")
    number = request.GET.get("trang", "1")
    page = managed.page(words, state, int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 1)
    context = {"page": page, "words": words, "state": state, "states": list(STATES.items())}
    return render(request, "backoffice/procedures.html", context)


@require_safe
@officer(Role.MANAGER)
@keeper
def procedure(request: OfficerRequest, code: str) -> HttpResponse:
    """One procedure: what is doubtful, what differs, its versions, who changed what."""
    return one_procedure(request, get_object_or_404(Procedure.objects.select_related("current"), code=code))


def one_procedure(
    request: HttpRequest, found: Procedure, problem: str = "", typed: dict[str, str] | None = None
) -> HttpResponse:
    """The page of one, with what could not be done and what was typed."""
    doubts = managed.doubts(found.current) if found.current else []
    context: dict[str, Any] = {
        "procedure": found,
        "versions": managed.versions(found),
        "doubts": [(doubt, _place(doubt.path), WORDS.get(doubt.why, doubt.why)) for doubt in doubts],
        "differences": [(told, _place(told.row.path)) for told in managed.told_differences(found)],
        "local": stated_of(found),
        "lines": telling.lines(changes.about(found.pk)),
        "problem": problem,
        "typed": typed or {},
    }
    return render(request, "backoffice/procedure.html", context, status=422 if problem else 200)


_PLACES: Final[dict[str, Promise]] = {
    "cases.channels": gettext_lazy("Cách nộp"),
    "cases.times": gettext_lazy("Thời hạn"),
    "cases.fees": gettext_lazy("Phí, lệ phí"),
    "cases.papers": gettext_lazy("Giấy tờ"),
}


def _place(path: str) -> str:
    return str(_PLACES.get(path) or NAMES.get(path.partition(".")[0]) or path or _("Cả thủ tục"))


@require_safe
@officer(Role.MANAGER)
@keeper
def compare(request: OfficerRequest, code: str) -> HttpResponse:
    """Two versions side by side; without numbers the last two."""
    found = get_object_or_404(Procedure, code=code)
    rows = {str(row.number): row for row in managed.versions(found)[:100]}
    newest = list(rows)
    after = rows.get(request.GET.get("sau") or next(iter(newest), ""))
    before = rows.get(request.GET.get("truoc") or next(iter(newest[1:]), next(iter(newest), "")))
    if before is None or after is None:
        raise Http404
    parts = [(NAMES[part.key], part) for part in managed.compare(before, after)]
    context = {"procedure": found, "before": before, "after": after, "parts": parts, "numbers": newest}
    return render(request, "backoffice/compare.html", context)


def _pressed(
    request: OfficerRequest, code: str, deed: Callable[[Procedure], tuple[str, dict[str, Any], str]]
) -> HttpResponse:
    """Do it, note it and say so; what cannot be done is said on the page, with what was typed."""
    found = get_object_or_404(Procedure.objects.select_related("current"), code=code)
    now = timezone.now()
    try:
        with transaction.atomic():
            word, facts, said = deed(found)
            if word:
                changes.note(word, found.pk, by=request.user, at=now, code=found.code, **facts)
    except keeping.Refused as refused:
        return one_procedure(
            request, found, str(REASONS[str(refused)]), {name: request.POST[name] for name in request.POST}
        )
    messages.success(request, said)
    return redirect("backoffice:procedure", found.code)


@officer(Role.MANAGER)
@require_POST
@keeper
def confirm(request: OfficerRequest, code: str) -> HttpResponse:
    """One press: the value stands as it is."""

    def deed(found: Procedure) -> tuple[str, dict[str, Any], str]:
        path = request.POST.get("path", "")[:120]
        version = get_object_or_404(Version, pk=_id(request.POST.get("version", "")), procedure=found)
        made = keeping.confirm(version, path, by=request.user, at=timezone.now())
        return ("value_confirmed" if made else "", {"path": path, "number": version.number}, _("Đã xác nhận"))

    return _pressed(request, code, deed)


@officer(Role.MANAGER)
@require_POST
@keeper
def decide(request: OfficerRequest, code: str) -> HttpResponse:
    """One press: keep what is in force, or take what the source says."""

    def deed(found: Procedure) -> tuple[str, dict[str, Any], str]:
        row = get_object_or_404(Difference, pk=_id(request.POST.get("difference", "")), procedure=found)
        if request.POST.get("choice") == "take":
            keeping.take(row, at=timezone.now())
            return "difference_taken", {"path": row.path}, _("Đã lấy theo nguồn, thành bản mới")
        kept = keeping.keep(row, at=timezone.now())
        return "difference_kept" if kept else "", {"path": row.path}, _("Đã giữ giá trị đang dùng")

    return _pressed(request, code, deed)


@officer(Role.MANAGER)
@require_POST
@keeper
def withdraw(request: OfficerRequest, code: str) -> HttpResponse:
    """Out of force, with a reason that the public reads."""
    reason = " ".join(request.POST.get("reason", "").split())[:500]
    if not reason:
        found = get_object_or_404(Procedure.objects.select_related("current"), code=code)
        typed = {name: request.POST[name] for name in request.POST}
        return one_procedure(request, found, _("Ghi lý do rút; người dân sẽ đọc lời này"), typed)

    def deed(found: Procedure) -> tuple[str, dict[str, Any], str]:
        successor = request.POST.get("replaced_by", "").strip()[:40]
        keeping.withdraw(found, reason=reason, replaced_by=successor, at=timezone.now())
        return "procedure_withdrawn", {"reason": reason}, _("Đã rút thủ tục")

    return _pressed(request, code, deed)


@officer(Role.MANAGER)
@require_POST
@keeper
def restore(request: OfficerRequest, code: str) -> HttpResponse:
    """What an earlier version said is in force again, as the next version."""

    def deed(found: Procedure) -> tuple[str, dict[str, Any], str]:
        version = get_object_or_404(Version, pk=_id(request.POST.get("version", "")), procedure=found)
        keeping.restore(version, at=timezone.now())
        return (
            "version_restored",
            {"number": version.number},
            _("Đã cho bản %(n)s có hiệu lực trở lại") % {"n": version.number},
        )

    return _pressed(request, code, deed)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as none:
        raise Http404 from none
