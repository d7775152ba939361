"""A draft from before the procedure changed: what is different now, and one press to go on (lifecycle rule 15)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.catalogue.changed import changes, same_case
from motcua.catalogue.queries import current_version
from motcua.dossiers import actions
from motcua.dossiers.actions import NotAllowed

from .drafts import Draft, filed_meanwhile, my_draft


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def renew(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """What changed; pressing brings the draft under the version in force, with its answers and files."""
    page = current_version(draft.page.code)
    if page is None or page.id == draft.page.id:
        return redirect("portal:review", draft.dossier.pk)
    case = same_case(draft.begun, page)
    if request.method == "POST":
        try:
            actions.renew_draft(draft.dossier, page, case.id, by=request.user, at=timezone.now())
        except NotAllowed:
            return filed_meanwhile(draft.dossier)
        return redirect("portal:section", draft.dossier.pk, 1)
    context = {"draft": draft, "changes": changes(draft.begun, page, case), "since": page.in_force_from}
    return render(request, "portal/filing/renew.html", context)
