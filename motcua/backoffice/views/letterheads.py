"""The letterhead of an agency: what is in force, a new version, its trial, and how a real paper would look."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.agencies.models import Agency
from motcua.backoffice import telling
from motcua.backoffice.forms import LetterheadForm, PreviewForm
from motcua.common.downloads import download
from motcua.documents import letterheads, storing
from motcua.documents.kinds import KINDS
from motcua.documents.models import Letterhead, LetterheadState
from motcua.dossiers import looks, queries
from motcua.dossiers.models import LookKind

from .loading import managed


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
def letterhead(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """GET shows the versions of one kind; POST saves a new one, which a job tries."""
    found, kind = managed(request, agency), _kind(request)
    form = LetterheadForm(request.POST or None, request.FILES or None, now=letterheads.in_force(found.pk, kind))
    if request.method == "POST" and form.is_valid():
        _save(request, found, kind, form)
        return redirect(_address(found, kind))
    return _page(request, found, kind, form)


@transaction.atomic
def _save(request: OfficerRequest, agency: Agency, kind: str, form: LetterheadForm) -> None:
    now, upload = timezone.now(), form.cleaned_data["logo"]
    logo = storing.store(upload, at=now) if upload else (form.now.logo if form.now else None)
    logo = None if form.cleaned_data.get("drop_logo") and not upload else logo
    _note(request, letterheads.save(agency, kind, replace(form.look(), logo=logo), at=now))


def _note(request: OfficerRequest, made: Letterhead) -> None:
    word, told = "letterhead_saved", {"kind": made.kind, "number": made.number}
    changes.note(word, made.pk, by=request.user, at=made.made_at, agency=made.agency, **told)
    messages.success(request, _("Đã lưu bản %(number)s, đang thử") % {"number": made.number})


def _page(
    request: OfficerRequest, agency: Agency, kind: str, form: LetterheadForm, asked: PreviewForm | None = None
) -> HttpResponse:
    rows = letterheads.versions(agency, kind)
    asked = asked or PreviewForm(None, versions=rows)
    makers = changes.made_by([row.pk for row in rows], "letterhead_saved")
    context: dict[str, Any] = {
        "agency": agency,
        "kind": kind,
        "kinds": [("", telling.kind_name("")), *((one.code, one.name) for one in KINDS.values())],
        "form": form,
        "asked": asked,
        "rows": [(row, makers.get(row.pk, ""), telling.STATES[LetterheadState(row.state)]) for row in rows],
        "waits": any(row.state == "trying" or (row.preview_of_id and not row.preview_id) for row in rows),
    }
    return render(
        request, "backoffice/letterhead.html", context, status=422 if form.is_bound or asked.is_bound else 200
    )


@officer(Role.MANAGER)
@require_POST
def again(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """A new version that says what an earlier one said; it is tried like any other."""
    found, kind = managed(request, agency), _kind(request)
    number = request.POST.get("number", "")
    before = next((one for one in letterheads.versions(found, kind) if str(one.number) == number), None)
    if before is None:
        raise Http404
    with transaction.atomic():
        _note(request, letterheads.save(found, kind, letterheads.look_of(before), at=timezone.now()))
    return redirect(_address(found, kind))


@officer(Role.MANAGER)
@require_POST
def preview(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """Have the newest paper of a dossier drawn under a version; it leaves a look at the dossier."""
    found, kind = managed(request, agency), _kind(request)
    form = PreviewForm(request.POST, versions=letterheads.versions(found, kind))
    paper = queries.paper_to_preview(form.cleaned_data["code"], found.pk, kind) if form.is_valid() else None
    if paper is None:
        if form.is_valid():
            form.add_error("code", _("Không có giấy nào của hồ sơ này do cơ quan phát hành theo loại đã chọn"))
        shown = LetterheadForm(None, None, now=letterheads.in_force(found.pk, kind))
        return _page(request, found, kind, shown, form)
    with transaction.atomic():
        letterheads.ask_preview(form.letterhead(), paper)
        looks.seen(paper.tie.dossier, by=request.user, kind=LookKind.OFFICER_READ, at=timezone.now())
    return redirect(_address(found, kind))


@require_safe
@officer(Role.MANAGER)
def file(request: OfficerRequest, agency: UUID, file_id: UUID) -> HttpResponseBase:
    """A trial or a preview of one's own agency, as a download; a preview shows a person's data and leaves a look."""
    stored = letterheads.file_of(managed(request, agency), file_id)
    if stored is None:
        raise Http404
    dossier = queries.previewed_in(stored)
    if dossier is not None:
        looks.seen(dossier, by=request.user, kind=LookKind.OFFICER_READ, at=timezone.now())
    return download(storing.open_file(stored), stored.name, stored.content_type)


def _kind(request: OfficerRequest) -> str:
    kind = request.GET.get("loai", "")
    return kind if kind in KINDS else ""


def _address(agency: Agency, kind: str) -> str:
    return reverse("backoffice:letterhead", args=[agency.pk]) + (f"?loai={kind}" if kind else "")
