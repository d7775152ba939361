"""The papers of a draft: one slot each, several files in a slot; and how the result is received."""

import uuid
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import SignedInRequest
from motcua.agencies.models import Agency
from motcua.agencies.queries import counters_of
from motcua.catalogue.queries import PaperPage
from motcua.common import words
from motcua.common.downloads import download
from motcua.documents import storing
from motcua.dossiers import actions, queries
from motcua.dossiers.queries import FilePage
from motcua.eforms.form import Section

from . import receiving
from .drafts import Draft, my_draft
from .questions import draw, in_order, values

LEADS = {"remove": "portal:papers", "later": "portal:my_dossiers"}  # where a press leads that does not go on


@dataclass
class Slot:
    """The place of one paper; without a paper, of whatever else should be seen."""

    name: str
    paper: PaperPage | None
    files: list[FilePage] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def paper_id(self) -> uuid.UUID | None:
        """Where its files are kept."""
        return self.paper.id if self.paper else None


@dataclass
class Desk:
    """What the page asks beside the papers."""

    counters: list[Agency]
    section: Section
    answers: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    refused: dict[uuid.UUID | None, list[str]] = field(default_factory=dict)


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def papers(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """Papers and the way of the result; one press keeps all that is acceptable and tells about the rest."""
    if draft.to_print:  # its papers are handed over at the counter
        return redirect("portal:review", draft.dossier.pk)
    if request.method != "POST" and draft.outdated:
        return redirect("portal:renew", draft.dossier.pk)
    desk, now = _desk(draft), timezone.now()
    if request.method != "POST":
        desk.answers = receiving.chosen(draft.dossier, draft.recipient)
        return _page(request, draft, desk, slots_of(draft, queries.files_of(draft.dossier)))
    today = timezone.localdate(now)
    desk.answers, desk.errors, meant = receiving.read(desk.section, request.POST, desk.counters, on=today)
    uploads = [(slot.paper_id, one) for slot in slots_of(draft, []) for one in request.FILES.getlist(slot.name)]
    way = None if desk.errors else meant
    desk.refused = actions.save_papers(draft.dossier, uploads, way, by=request.user, at=now)
    if gone := _uuid(request.POST.get("remove", "")):
        actions.remove_file(draft.dossier, gone, by=request.user, at=now)
    leads = next((page for press, page in LEADS.items() if press in request.POST), "portal:review")
    arrived = {paper_id for paper_id, _upload in uploads}
    if slots := _to_show_again(draft, desk, arrived, going_on=leads == "portal:review"):
        return _page(request, draft, desk, slots)
    return redirect(leads) if leads == LEADS["later"] else redirect(leads, draft.dossier.pk)


def _desk(draft: Draft) -> Desk:
    office = draft.dossier.receiving
    counters = [other for other in counters_of(office.unit.province_id or office.unit_id) if other.pk != office.pk]
    return Desk(counters, receiving.asked(office, counters))


def slots_of(draft: Draft, files: list[FilePage]) -> list[Slot]:
    """A slot for each paper of the case, the last for anything else."""
    slots = [Slot(f"paper-{place}", paper) for place, paper in enumerate(draft.papers, 1)]
    others = Slot("paper-other", None)
    by_paper = {slot.paper_id: slot for slot in slots}
    for found in files:
        by_paper.get(found.paper_id, others).files.append(found)
    return [*slots, others]


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _to_show_again(draft: Draft, desk: Desk, arrived: set[uuid.UUID | None], *, going_on: bool) -> list[Slot]:
    """The slots with what is wrong; none when nothing is. Going on needs every required paper, leaving does not."""
    needed = {paper.id for paper in draft.papers if paper.required} if going_on else set()
    if needed <= arrived and not desk.refused and not desk.errors:
        return []
    slots = slots_of(draft, queries.files_of(draft.dossier))
    for slot in slots:
        slot.errors = desk.refused.get(slot.paper_id, [])
        if slot.paper and slot.paper.id in needed and not slot.files and not slot.errors:
            slot.errors = [_("Còn thiếu %(paper)s") % {"paper": slot.paper.name}]
    return slots if desk.errors or any(slot.errors for slot in slots) else []


def _page(request: SignedInRequest, draft: Draft, desk: Desk, slots: list[Slot]) -> HttpResponse:
    summary = [(slot.name, message) for slot in slots for message in slot.errors]
    summary += in_order(desk.section, desk.errors)
    context = {
        "draft": draft,
        "slots": [_shown(draft, slot) for slot in slots],
        "groups": draw(desk.section),
        "values": values(desk.section, desk.answers),
        "errors": desk.errors,
        "summary": summary,
        "back": draft.section_url(len(draft.form.sections)),
    }
    wrong = request.method == "POST"
    return render(
        request,
        "portal/filing/papers.html",
        context,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
    )


def _shown(draft: Draft, slot: Slot) -> dict[str, Any]:
    """A slot in the words of the `upload_slot` component."""
    return {
        "name": slot.name,
        "title": slot.paper.name if slot.paper else _("Giấy tờ khác"),
        "note": _note(draft, slot),
        "error": ". ".join(slot.errors),
        "files": [
            {
                "name": found.name,
                "size": words.size(found.size),
                "view": reverse("portal:draft_file", args=[draft.dossier.pk, found.id]),
                "remove": str(found.id),
            }
            for found in slot.files
        ],
    }


def _note(draft: Draft, slot: Slot) -> str:
    """What one should know of the paper; first of all what was wrong with it the last time."""
    if slot.paper is None:
        return _("Chỉ khi muốn gửi thêm")
    before = draft.reasons.get(slot.paper.name)
    told = [_("Lần trước: %(reason)s") % {"reason": before} if before else "", note_of(slot.paper)]
    return ". ".join(part for part in told if part)


def note_of(paper: PaperPage) -> str:
    """When it is needed, whether a photograph will do, and what makes it unnecessary."""
    parts = [
        _("Chỉ khi %(when)s") % {"when": paper.when[:1].lower() + paper.when[1:]} if paper.when else "",
        "" if paper.required or paper.when else _("Nếu có"),
        _("Ảnh chụp bằng điện thoại được") if paper.photo_ok else "",
        paper.replaced_by,
    ]
    return ". ".join(part for part in parts if part)


@require_safe
@my_draft()
def draft_file(request: SignedInRequest, draft: Draft, file_id: uuid.UUID) -> HttpResponseBase:
    """A file of one's draft, as a download."""
    stored = queries.citizens_file(draft.dossier, file_id)
    if stored is None:
        raise Http404
    return download(storing.open_file(stored), stored.name, stored.content_type)
