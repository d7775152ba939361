"""A draft from before the procedure changed: what is different now, and one press to go on (lifecycle rule 15)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.catalogue.changed import changes, same_case
from motcua.catalogue.filling import is_printed
from motcua.catalogue.models import Channel
from motcua.catalogue.queries import CasePage, VersionPage, in_force_at, withdrawn
from motcua.dossiers import actions
from motcua.dossiers.actions import Blocked, NotAllowed

from .drafts import Draft, filed_meanwhile, my_draft


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def renew(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """What changed; pressing brings the draft under the version that was shown, with its answers and files."""
    page = in_force_at(draft.page.code, draft.dossier.resolving_agency_id)
    if page is not None and page.id == draft.page.id:
        return redirect("portal:review", draft.dossier.pk)
    case = same_case(draft.begun, page) if page else None
    if page is None or case is None or not _goes_on(draft, page, case):
        gone = withdrawn(draft.page.code)
        return render(request, "portal/filing/no_more.html", {"draft": draft, "page": page, "gone": gone})
    again = ""
    if request.method == "POST":
        if request.POST.get("version") == str(page.id):
            return _renewed(request, draft, page, case.id)
        again = _("Thủ tục vừa đổi thêm lần nữa; xem lại điều đổi rồi bấm")
    context = {"draft": draft, "changes": changes(draft.begun, page, case), "page": page, "again": again}
    return render(request, "portal/filing/renew.html", context, status=422 if again else 200)


def _goes_on(draft: Draft, page: VersionPage, case: CasePage) -> bool:
    """Whether it may still be handed in the way it was begun: on line, or filled in here and printed."""
    if page.local is not None and not page.local.offered:
        return False
    if draft.to_print and is_printed(page):
        return True
    return page.files_online and page.form_version_id is not None and case.channel(Channel.ONLINE) is not None


def _renewed(request: SignedInRequest, draft: Draft, page: VersionPage, case_id: UUID) -> HttpResponse:
    try:
        actions.renew_draft(draft.dossier, page, case_id, by=request.user, at=timezone.now())
    except Blocked:  # yet another version came into force while this one was remembered
        return redirect("portal:renew", draft.dossier.pk)
    except NotAllowed:
        return filed_meanwhile(draft.dossier)
    return redirect("portal:section", draft.dossier.pk, 1)
