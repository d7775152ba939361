"""The copy that becomes the next version: begun, looked over, reviewed, published, scheduled or thrown away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.backoffice import between, case_edited, telling
from motcua.backoffice.parts import PARTS
from motcua.catalogue import drafting, managed
from motcua.catalogue.importing.staging import NAMES
from motcua.catalogue.models import Procedure, WorkingCopy

from .loading import keeper
from .procedures import one_procedure


def opened(code: str) -> WorkingCopy:
    """The open copy of a procedure; without one there is no such page."""
    found = get_object_or_404(Procedure.objects.select_related("current"), code=code)
    copy = drafting.open_copy(found)
    if copy is None:
        raise Http404
    return copy


def seen(request: OfficerRequest) -> between.Seen:
    """Which copy the page showed that was pressed, and as of which save."""
    number = request.POST.get("revision", "")
    return between.Seen(
        request.POST.get("copy", ""), int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    )


def revision_of(request: OfficerRequest, found: WorkingCopy) -> int:
    """The revision that the page showed.

    Asked before anything else is judged: a page that tells of a mistake is up to date, and would hide what changed.

    :raises Stale: it showed another copy, thrown away or published since, or an earlier save of this one.
    """
    shown = seen(request)
    if shown != between.Seen(str(found.pk), found.revision):
        raise drafting.Stale
    return shown.revision


@officer(Role.MANAGER)
@require_POST
@keeper
def begin(request: OfficerRequest, code: str) -> HttpResponse:
    """The open copy, or a new one of the last version."""
    found, now = get_object_or_404(Procedure, code=code), timezone.now()
    with transaction.atomic():
        copy_begun, made = drafting.begin(found, by=request.user, at=now)
        if made:
            note(request, "copy_begun", copy_begun, now)
    return redirect("backoffice:copy", code)


def note(request: OfficerRequest, word: str, about: WorkingCopy, at: datetime, **facts: Any) -> None:
    """Write down what was done to a copy, and which revision came of it."""
    facts |= {"code": about.procedure.code, "copy": str(about.pk), "revision": about.revision}
    changes.note(word, about.procedure_id, by=request.user, at=at, **facts)


@require_safe
@officer(Role.MANAGER)
@keeper
def copy(request: OfficerRequest, code: str) -> HttpResponse:
    """What is written so far, part by part, with what differs from the version in force."""
    return overview(request, opened(code))


def overview(
    request: OfficerRequest,
    found: WorkingCopy,
    problems: list[str] | None = None,
    since: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    """The page of a copy, with why nothing was done and what others did in between."""
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
        "since": since or [],
    }
    return render(request, "backoffice/copy.html", context, status=422 if problems else 200)


def stale(request: OfficerRequest, code: str) -> HttpResponse:
    """Nothing was done: the copy as it stands now, or the procedure where the copy has ended, and who did what."""
    procedure = get_object_or_404(Procedure.objects.select_related("current"), code=code)
    copy_now = drafting.open_copy(procedure)
    told = telling.lines(between.done_since(procedure.pk, seen(request)))
    if copy_now is None:
        problem = _("Bản đang soạn mà trang trước cho xem đã kết thúc, nên chưa làm gì. Ai đã làm gì ghi ở dưới")
        return one_procedure(request, procedure, problem)
    return overview(request, copy_now, [_("Bản này vừa đổi, nên chưa làm gì. Xem điều vừa đổi rồi bấm lại")], told)


Done = tuple[str, WorkingCopy, dict[str, Any], str]
Deed = Callable[[OfficerRequest, WorkingCopy, datetime], Done]


@officer(Role.MANAGER)
@require_POST
@keeper
def move(request: OfficerRequest, code: str) -> HttpResponse:
    """Ask for a review, publish now or on a date, take back, or throw away."""
    deed, now = DEEDS.get(request.POST.get("deed", "")), timezone.now()
    if deed is None:
        raise Http404
    found = drafting.open_copy(get_object_or_404(Procedure.objects.select_related("current"), code=code))
    if found is None:
        return stale(request, code)
    try:
        with transaction.atomic():
            word, moved, facts, said = deed(request, found, now)
            note(request, word, moved, now, **facts)
    except drafting.Overtaken:
        return overview(request, found, [_overtaken(found)])
    except drafting.Stale:
        return stale(request, code)
    except (drafting.Unsound, ValueError) as refused:
        return overview(request, found, getattr(refused, "problems", [str(refused)]))
    messages.success(request, said)
    return redirect("backoffice:procedure" if word in ("copy_published", "copy_discarded") else "backoffice:copy", code)


def _overtaken(found: WorkingCopy) -> str:
    last = managed.versions(found.procedure).first()
    told = {"new": last.number if last else found.based_on, "old": found.based_on}
    return _("Bản %(new)s vừa được công bố; bản đang soạn viết từ bản %(old)s nên chưa công bố được") % told


def _send(request: OfficerRequest, found: WorkingCopy, now: datetime) -> Done:
    moved = drafting.send(found, revision=revision_of(request, found), by=request.user, at=now)
    return "copy_sent", moved, {}, _("Đã chuyển xem lại")


def _publish(request: OfficerRequest, found: WorkingCopy, now: datetime) -> Done:
    revision, document = revision_of(request, found), _document(request)
    number = drafting.publish(found, revision=revision, source=document, by=request.user, at=now)
    return "copy_published", found, {"number": number}, _("Đã công bố bản %(number)s") % {"number": number}


def _schedule(request: OfficerRequest, found: WorkingCopy, now: datetime) -> Done:
    revision, moment = revision_of(request, found), case_edited.moment(request.POST.get("publish_at", ""))
    if moment is None or moment <= now:
        raise ValueError(_("Ghi ngày công bố sau hôm nay, như 01/01/2027"))
    document = _document(request)
    moved = drafting.schedule(found, revision=revision, source=document, publish_at=moment, by=request.user, at=now)
    return "copy_scheduled", moved, {}, _("Đã hẹn ngày công bố")


def _take_back(request: OfficerRequest, found: WorkingCopy, now: datetime) -> Done:
    moved = drafting.take_back(found, revision=revision_of(request, found), by=request.user, at=now)
    return "copy_taken_back", moved, {}, _("Đã đưa về bản đang soạn")


def _discard(request: OfficerRequest, found: WorkingCopy, now: datetime) -> Done:
    drafting.discard(found, revision=revision_of(request, found), by=request.user, at=now)
    return "copy_discarded", found, {}, _("Đã bỏ bản đang soạn")


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
