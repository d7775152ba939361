"""The parts of the form, and throwing a draft away."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.dossiers import actions
from motcua.eforms.form import Section

from .drafts import Draft, my_draft
from .questions import drawn_section, in_order, values


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def section(request: SignedInRequest, draft: Draft, number: int) -> HttpResponse:
    """One part of the form. What was typed is kept, mistakes included; only then is it judged.

    Who opens a draft from before the procedure changed reads first what changed.
    """
    part, now = draft.form.section(number), timezone.now()
    if part is None:
        raise Http404
    today = timezone.localdate(now)
    if request.method != "POST":
        if draft.outdated:
            return redirect("portal:renew", draft.dossier.pk)
        return _page(request, draft, part, draft.form.mistakes(part, draft.answers, on=today))
    answers, errors = draft.form.read(part, request.POST, on=today)
    draft.answers = draft.merged(answers)
    actions.save_answers(draft.dossier, answers, by=request.user, at=now)
    if "later" in request.POST:
        return redirect("portal:my_dossiers")
    if errors:
        return _page(request, draft, part, errors)
    if "review" in request.POST:
        return redirect("portal:review", draft.dossier.pk)
    return draft.to_section(number + 1)


def _page(request: SignedInRequest, draft: Draft, part: Section, errors: dict[str, str]) -> HttpResponse:
    number = draft.form.sections.index(part) + 1
    context = {
        "draft": draft,
        "part": part,
        "number": number,
        "groups": drawn_section(draft.dossier.form_version_id, number),
        "values": values(part, draft.answers),
        "errors": errors,
        "summary": in_order(part, errors),
        "back": draft.section_url(number - 1) if number > 1 else None,
        "from_review": "review" in request.POST or "review" in request.GET,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors and request.method == "POST" else HTTPStatus.OK
    return render(request, "portal/filing/section.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def discard(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """Throw a draft away, after a page that says what will be gone."""
    if request.method != "POST":
        return render(request, "portal/filing/discard.html", {"draft": draft})
    actions.discard(draft.dossier, by=request.user, at=timezone.now())
    return redirect("portal:my_dossiers")
