"""Taking a dossier back, filing again what ended, and the letter of complaint."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import SignedInRequest, signed_in
from motcua.agencies.successors import of_today
from motcua.catalogue.changed import Begun, same_case
from motcua.catalogue.queries import in_force_at
from motcua.common.ids import new_id
from motcua.common.printable import refusal
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import NotAllowed, Start
from motcua.dossiers.actions.ending import AT_ONCE
from motcua.dossiers.complaints import complaint_of
from motcua.dossiers.states import Status
from motcua.eforms.typed import clean

from .dossiers import my_dossier


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request: SignedInRequest, code: str) -> HttpResponse:
    """GET says what follows, POST asks for it; from some statuses it is granted at once."""
    dossier = my_dossier(request, code)
    reason = clean(request.POST.get("reason", ""))[:2000]
    refused = refusal(reason)
    if request.method != "POST" or refused:
        if not queries.may_withdraw(dossier, request.user, timezone.now()):
            return redirect("portal:dossier", code)
        context = {"dossier": dossier, "at_once": dossier.status in AT_ONCE, "reason": reason, "refused": refused}
        return render(request, "portal/dossiers/withdraw.html", context, status=422 if refused else 200)
    try:
        actions.withdraw(dossier, by=request.user, at=timezone.now(), reason=reason)
    except NotAllowed:
        messages.success(request, _("Hồ sơ vừa chuyển bước nên chưa rút. Xem lại rồi bấm nếu vẫn muốn rút."))
        return redirect("portal:dossier", code)
    granted = dossier.status == Status.STOPPED
    messages.success(
        request, _("Đã rút hồ sơ.") if granted else _("Đã gửi yêu cầu rút. Cơ quan trả lời trong 8 giờ làm việc.")
    )
    return redirect("portal:dossier", code)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def file_again(request: SignedInRequest, code: str) -> HttpResponse:
    """“Nộp lại”: a draft with everything of the old dossier. The page carries the draft's id."""
    dossier = my_dossier(request, code)
    agency = of_today(dossier.resolving) or dossier.resolving
    page = in_force_at(dossier.procedure.code, agency.pk)
    if dossier.status not in {Status.REFUSED, Status.STOPPED} or dossier.channel != "online" or page is None:
        raise Http404
    if request.method != "POST":
        return render(request, "portal/dossiers/again.html", {"dossier": dossier, "draft": new_id()})
    try:
        token = UUID(request.POST.get("draft", ""))
    except ValueError:
        token = new_id()
    begun = Begun.of(dossier.procedure, dossier.case_id, dossier.form_version_id, dossier.channel)
    start = Start(token, page, same_case(begun, page).id, dossier.channel, agency)
    draft = actions.start_again(dossier, start, by=request.user, at=timezone.now())
    return redirect("portal:section", draft.pk, 1)


@require_safe
@signed_in
def complaint(request: SignedInRequest, code: str) -> HttpResponse:
    """A letter of complaint filled with the case, to print, sign and send."""
    dossier = my_dossier(request, code)
    found = complaint_of(dossier)
    if found is None:
        raise Http404
    about, line = found
    context = {
        "dossier": dossier,
        "complaint": about,
        "line": line,
        "said": line.words.words if hasattr(line, "words") else {},
        "page": queries.citizen_page(dossier, timezone.now()),
        "event": queries.events_of(dossier, only=line.pk)[0],
    }
    with translation.override(settings.LANGUAGE_CODE):  # it goes to an office, whatever language the reader chose
        return render(request, "portal/dossiers/complaint.html", context)
