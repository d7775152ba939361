"""The form as it stands now, on paper: for who wants to read it in peace, or has to bring it to the counter."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.agencies.queries import hours_in_words
from motcua.catalogue.asked import note_of
from motcua.catalogue.costs import fee_lines
from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import PaperPage
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import Blocked
from motcua.eforms import queries as eforms

from .drafts import Draft, my_draft
from .reviewing import answers_to_mend, older, parts_of


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def print_form(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """POST has it drawn; GET shows the newest print and hands it out."""
    if request.method == "POST":
        return _print(request, draft)
    papers = queries.papers_of(draft.dossier, internal=False)[:1]
    if draft.to_print and not papers:
        return redirect("portal:review", draft.dossier.pk)
    context = {"draft": draft, "papers": papers, "looks": queries.officers_looks(draft.dossier)}
    if not draft.to_print:
        return render(request, "portal/filing/print_form.html", context)
    context |= _where_to_go(draft) | {"edited": draft.dossier.saved_at > papers[0].owed_at, "older": older(draft)}
    return render(request, "portal/filing/printed.html", context)


def _print(request: SignedInRequest, draft: Draft) -> HttpResponse:
    try:
        actions.print_form(draft.dossier, by=request.user, at=timezone.now())
    except Blocked as blocked:
        return _review(request, draft, blocked.problems)
    return redirect("portal:print_form", draft.dossier.pk)


def review_to_print(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """Everything once more; pressing gives the form as PDF. Whoever signs the paper vouches for it, so no box does."""
    return _print(request, draft) if request.method == "POST" else _review(request, draft, [])


def _review(request: SignedInRequest, draft: Draft, blocked: list[str]) -> HttpResponse:
    errors = draft.form.problems(draft.answers, on=timezone.localdate())
    known = answers_to_mend(draft, errors) + older(draft)
    told = {message for message, _address in known}
    problems = known + [(message, "") for message in blocked if message not in told]
    context = {
        "draft": draft,
        "parts": parts_of(draft),
        "problems": problems,
        "back": draft.section_url(len(draft.form.sections)),
        **_where_to_go(draft),
    }
    return render(request, "portal/filing/review_to_print.html", context, status=422 if blocked else 200)


def _where_to_go(draft: Draft) -> dict[str, Any]:
    """The receiving desk, its hours, what to bring along, what it costs."""
    desk = draft.dossier.receiving
    return {
        "desk": desk,
        "hours": hours_in_words(desk, timezone.localdate()),
        "bring": [_row(paper) for paper in draft.papers],
        "show": [_row(paper) for paper in draft.case.papers_of(PaperKind.SHOW)],
        "fees": fee_lines(draft.channel),
        "by_post": draft.case.channel(Channel.POST) is not None,
        "own_form": draft.page.form_name.rstrip(".") if draft.form.code == eforms.GENERAL else "",
    }


def _row(paper: PaperPage) -> dict[str, str]:
    optional = _("Nếu có") if not (paper.required or paper.when) else ""
    return {"name": paper.name, "note": ". ".join(part for part in (optional, note_of(paper)) if part)}
