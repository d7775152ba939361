"""Looking everything over, and handing it in."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.catalogue.costs import fee_lines
from motcua.common import words
from motcua.dossiers import actions, promises, queries
from motcua.dossiers.actions import Blocked, NotAllowed

from .drafts import Draft, filed_meanwhile, my_draft
from .papers import Slot, slots_of
from .printing import review_to_print
from .reviewing import Problem, Row, answers_to_mend, older, parts_of


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def review(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """Everything once more; pressing again, or coming back and pressing, finds the one dossier."""
    if draft.to_print:
        return review_to_print(request, draft)
    if request.method != "POST":
        return _page(request, draft, [], consent=True)
    if request.POST.get("consent") != "1":
        return _page(request, draft, [], consent=False)
    try:
        actions.file(draft.dossier, by=request.user, at=timezone.now())
    except Blocked as blocked:
        return _page(request, draft, blocked.problems, consent=True)
    except NotAllowed:
        return filed_meanwhile(draft.dossier)
    return redirect("portal:filed", draft.dossier.code)


def _page(request: SignedInRequest, draft: Draft, blocked: list[str], *, consent: bool) -> HttpResponse:
    now = timezone.now()
    errors = draft.form.problems(draft.answers, on=timezone.localdate(now))
    slots = slots_of(draft, queries.files_of(draft.dossier))
    known = _problems(request, draft, errors, slots)
    told = {message for message, _address in known}
    if not consent:
        known.append((_("Đánh dấu vào ô cam đoan"), "#consent"))
    context = {
        "draft": draft,
        "parts": parts_of(draft),
        "papers": _paper_rows(draft, slots),
        "receiving": _receiving_rows(draft),
        "office": _office_rows(draft),
        "problems": known + [(message, "") for message in blocked if message not in told],
        "consent": consent,
        "promise": promises.promise(draft.dossier, now),
        "back": reverse("portal:papers", args=[draft.dossier.pk]),
    }
    return render(request, "portal/filing/review.html", context, status=422 if request.method == "POST" else 200)


def _problems(request: SignedInRequest, draft: Draft, errors: dict[str, str], slots: list[Slot]) -> list[Problem]:
    """What must be put right before handing in, each with the address where that is done."""
    papers = reverse("portal:papers", args=[draft.dossier.pk])
    found = answers_to_mend(draft, errors)
    found += [
        (_("Còn thiếu %(paper)s") % {"paper": slot.paper.name}, f"{papers}#{slot.name}")
        for slot in slots
        if slot.paper and slot.paper.required and not slot.files
    ]
    found += older(draft)
    if not draft.dossier.delivery:
        found.append((_("Chọn nơi nhận kết quả"), f"{papers}#delivery"))
    if len(request.user.id_number) == 9:
        words_of_law = _("Chứng minh nhân dân 9 số đã hết giá trị từ 31/12/2024. Ghi số định danh 12 số trước khi nộp")
        found.append((words_of_law, reverse("portal:account")))
    return found


def _paper_rows(draft: Draft, slots: list[Slot]) -> list[Row]:
    address = reverse("portal:papers", args=[draft.dossier.pk])
    shown = [slot for slot in slots if slot.files or (slot.paper and slot.paper.required)]
    return [
        {
            "key": slot.paper.name if slot.paper else _("Giấy tờ khác"),
            "value": [f"{found.name} ({words.size(found.size)})" for found in slot.files] or _("Chưa có tệp"),
            "href": f"{address}#{slot.name}",
        }
        for slot in shown
    ]


def _receiving_rows(draft: Draft) -> list[Row]:
    dossier, address = draft.dossier, reverse("portal:papers", args=[draft.dossier.pk])
    where = [dossier.get_delivery_display() if dossier.delivery else _("Chưa chọn")]
    where += [dossier.delivery_agency.name] if dossier.delivery_agency else []
    where += [dossier.delivery_address] if dossier.delivery_address else []
    return [
        {"key": _("Nhận ở đâu"), "value": where, "href": f"{address}#delivery"},
        {"key": _("Ai nhận"), "value": draft.recipient or _("Người nộp"), "href": f"{address}#recipient_name"},
    ]


def _office_rows(draft: Draft) -> list[Row]:
    """Where it goes and what it costs; these are no answers, so nothing leads to change them."""
    case = [{"key": _("Trường hợp"), "value": draft.case.name}] if draft.case.name else []
    return [
        *case,
        {"key": _("Nơi tiếp nhận"), "value": draft.dossier.receiving.name},
        {"key": _("Nơi giải quyết"), "value": draft.dossier.resolving.name},
        {"key": _("Phí, lệ phí"), "value": fee_lines(draft.channel)},
    ]
