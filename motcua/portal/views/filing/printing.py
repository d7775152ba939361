"""The form as it stands now, on paper: for who wants to read it in peace, sign it, or bring it to the counter."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from motcua.accounts.doors import SignedInRequest
from motcua.dossiers import actions, queries

from .drafts import Draft, my_draft


@my_draft()
def print_form(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """POST has it drawn; GET shows the newest print and hands it out."""
    if request.method == "POST":
        actions.print_form(draft.dossier, by=request.user, at=timezone.now())
        return redirect("portal:print_form", draft.dossier.pk)
    papers = queries.papers_of(draft.dossier, internal=False)[:1]
    context = {"draft": draft, "papers": papers, "looks": queries.officers_looks(draft.dossier)}
    return render(request, "portal/filing/print_form.html", context)
