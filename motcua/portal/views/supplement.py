"""Answering a supplement request: the list, one page per item, one press that sends all of it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest, signed_in
from motcua.common import words
from motcua.common.printable import refusal
from motcua.dossiers import actions, answering
from motcua.dossiers.actions import Answered, Blocked, NotAllowed
from motcua.dossiers.models import Dossier, RequestItem
from motcua.eforms import queries as eforms
from motcua.eforms.form import Form, Section
from motcua.eforms.typed import clean

from .dossiers import my_dossier
from .filing.questions import draw, in_order, values

MOST_WORDS = 2000


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def supplement(request: SignedInRequest, code: str) -> HttpResponse:
    """GET lists what is asked and what is answered; POST sends it, once."""
    dossier = my_dossier(request, code)
    if request.method != "POST":
        return _list(request, dossier, [])
    try:
        actions.supplement(dossier, by=request.user, at=timezone.now())
    except Blocked as blocked:
        return _list(request, dossier, blocked.problems, status=422)
    except NotAllowed:  # sent by the other press, or recalled meanwhile
        return redirect("portal:dossier", code)
    messages.success(request, _("Đã gửi bổ sung. Cơ quan xem tiếp, ông/bà chưa phải làm gì."))
    return redirect("portal:dossier", code)


def _list(request: SignedInRequest, dossier: Dossier, problems: list[str], *, status: int = 200) -> HttpResponse:
    asked = dossier.open_request()
    items = answering.items_of(dossier)
    if asked is None or not items:
        return redirect("portal:dossier", dossier.code)
    waiting = {item.pk for item in answering.unanswered(dossier)}
    context = {
        "dossier": dossier,
        "asked": asked,
        "items": [(item, item.pk not in waiting) for item in items],
        "ready": not waiting,
        "problems": problems,
    }
    return render(request, "portal/supplement/list.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def supplement_item(request: SignedInRequest, code: str, position: int) -> HttpResponse:
    """One item: files, a changed answer, or words. What is typed is kept, nobody at the office sees it yet."""
    dossier = my_dossier(request, code)
    item = next((one for one in answering.items_of(dossier) if one.position == position), None)
    if item is None:
        raise Http404
    form = eforms.form(dossier.form_version_id)
    part = _part(form, item)
    if request.method != "POST":
        shown = values(part, _answers(dossier)) if part else {}
        return _page(request, dossier, item, part, {"words": item.words, "values": shown})
    return _save(request, dossier, item, part, form)


def _part(form: Form, item: RequestItem) -> Section | None:
    """The asked question as a section of its own."""
    question = form.questions.get(item.question)
    return Section("asked", item.subject, "", (question,), "") if question else None


def _answers(dossier: Dossier) -> dict[str, Any]:
    return answering.changed_answers(dossier) or dossier.current_answers()


def _save(
    request: SignedInRequest, dossier: Dossier, item: RequestItem, part: Section | None, form: Form
) -> HttpResponse:
    now = timezone.now()
    changed, errors = form.read(part, request.POST, on=timezone.localdate(now)) if part else ({}, {})
    said = clean(request.POST.get("words", ""))[:MOST_WORDS]
    unprinted = refusal(said)
    kept = item.words if unprinted else said
    answered = Answered(kept, tuple(request.FILES.getlist("files")), {} if errors else changed)
    refused = actions.answer_item(dossier, item.pk, answered, by=request.user, at=now)
    if "remove" in request.POST:
        _remove(request, dossier)
    if errors or refused or unprinted:
        shown = values(part, changed) if part else {}
        tried = {"words": said, "values": shown, "errors": errors, "refused": refused, "unprinted": unprinted}
        fresh = next(one for one in answering.items_of(dossier) if one.pk == item.pk)
        return _page(request, dossier, fresh, part, tried, status=422)
    if "remove" in request.POST:
        return redirect("portal:supplement_item", dossier.code, item.position)
    return redirect("portal:supplement", dossier.code)


def _remove(request: SignedInRequest, dossier: Dossier) -> None:
    try:
        gone = uuid.UUID(request.POST["remove"])
    except ValueError:
        return
    actions.remove_item_file(dossier, gone, by=request.user, at=timezone.now())


def _files(item: RequestItem) -> list[dict[str, str]]:
    sent = item.attachments.all()
    return [{"name": one.file.name, "size": words.size(one.file.size), "remove": str(one.file_id)} for one in sent]


def _page(
    request: SignedInRequest,
    dossier: Dossier,
    item: RequestItem,
    part: Section | None,
    tried: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    refused, errors, unprinted = tried.get("refused", []), tried.get("errors", {}), tried.get("unprinted", "")
    context = {
        "dossier": dossier,
        "item": item,
        "files": _files(item),
        "groups": draw(part) if part else (),
        "values": tried.get("values", {}),
        "errors": errors,
        "words": tried.get("words", ""),
        "refused": ". ".join(refused),
        "unprinted": unprinted,
        "summary": [("files", message) for message in refused]
        + (in_order(part, errors) if part else [])
        + ([("words", unprinted)] if unprinted else []),
    }
    return render(request, "portal/supplement/item.html", context, status=status)
