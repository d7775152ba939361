"""A draft from before the procedure changed: what is different now, and one press to go on (lifecycle rule 15)."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import CasePage, VersionPage, in_force_at
from motcua.dossiers import actions
from motcua.dossiers.actions import NotAllowed
from motcua.dossiers.models import Dossier
from motcua.eforms import queries as eforms

from .costs import fee_lines
from .drafts import Draft, filed_meanwhile, my_draft

Change = tuple[str, Sequence[str]]


def same_case(dossier: Dossier, page: VersionPage) -> UUID:
    """The case of a dossier in another version: by its id, else by its name, else the first."""
    if page.case(dossier.case_id):
        return dossier.case_id
    old = dossier.procedure.case(dossier.case_id)
    same = [case.id for case in page.cases if old and case.name == old.name]
    return same[0] if same else page.cases[0].id


@require_http_methods(["GET", "HEAD", "POST"])
@my_draft()
def renew(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """What changed; pressing brings the draft under the version in force, with its answers and files."""
    page = in_force_at(draft.page.code, draft.dossier.resolving_agency_id)
    if page is None or page.id == draft.page.id:
        return redirect("portal:review", draft.dossier.pk)
    case_id = same_case(draft.dossier, page)
    if request.method == "POST":
        try:
            actions.renew_draft(draft.dossier, page, case_id, by=request.user, at=timezone.now())
        except NotAllowed:
            return filed_meanwhile(draft.dossier)
        return redirect("portal:section", draft.dossier.pk, 1)
    case = page.case(case_id)
    assert case is not None
    context = {"draft": draft, "changes": changes(draft, page, case), "since": page.in_force_from}
    return render(request, "portal/filing/renew.html", context)


def changes(draft: Draft, page: VersionPage, case: CasePage) -> list[Change]:
    """What is asked and promised otherwise than when the draft was begun; may be empty."""
    old, new = draft.channel, case.channel(draft.dossier.channel)
    kind = draft.dossier.channel
    had = {paper.name for paper in draft.papers}
    asked = {paper.name for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(kind)}
    before = _questions(draft.dossier.form_version_id)
    after = _questions(page.form_version_id) if page.form_version_id else before
    rows: list[Change] = [
        (_("Tên thủ tục"), [page.name] if page.name != draft.page.name else []),
        (_("Thời hạn"), [new.text] if new and (old is None or new.text != old.text) else []),
        (_("Phí, lệ phí"), fee_lines(new) if fee_lines(new) != fee_lines(old) else []),
        (_("Giấy tờ cần thêm"), sorted(asked - had)),
        (_("Giấy tờ không cần nữa"), sorted(had - asked)),
        (_("Câu hỏi mới"), [label for name, label in after.items() if name not in before]),
        (_("Câu hỏi không còn"), [label for name, label in before.items() if name not in after]),
    ]
    return [(title, said) for title, said in rows if said]


def _questions(form_version: UUID) -> dict[str, str]:
    return {question.name: question.label for part in eforms.form(form_version).sections for question in part.questions}
