"""A draft from before the procedure changed: what is different now, and one press to go on (lifecycle rule 15)."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import SignedInRequest
from motcua.catalogue.comparing import Apart, apart
from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import CasePage, ChannelPage, PaperPage, VersionPage, in_force_at, withdrawn
from motcua.common import words
from motcua.dossiers import actions
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import Dossier
from motcua.eforms import queries as eforms

from ..catalogue.saying import note_of
from .costs import fee_lines
from .drafts import Draft, filed_meanwhile, my_draft

Change = tuple[str, Apart]


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
    """What changed; pressing brings the draft under the version that was shown, with its answers and files."""
    page = in_force_at(draft.page.code, draft.dossier.resolving_agency_id)
    if page is not None and page.id == draft.page.id:
        return redirect("portal:review", draft.dossier.pk)
    case = page.case(same_case(draft.dossier, page)) if page else None
    if page is None or case is None or not _can_be_filed(page, case):
        gone = withdrawn(draft.page.code)
        return render(request, "portal/filing/no_more.html", {"draft": draft, "page": page, "gone": gone})
    again = ""
    if request.method == "POST":
        if request.POST.get("version") == str(page.id):
            return _renewed(request, draft, page, case.id)
        again = _("Thủ tục vừa đổi thêm lần nữa; xem lại điều đổi rồi bấm")
    context = {"draft": draft, "changes": changes(draft, page, case), "page": page, "again": again}
    return render(request, "portal/filing/renew.html", context, status=422 if again else 200)


def _can_be_filed(page: VersionPage, case: CasePage) -> bool:
    """Whether it may still be handed in on line."""
    offered = page.local is None or page.local.offered
    return (
        offered and page.files_online and page.form_version_id is not None and case.channel(Channel.ONLINE) is not None
    )


def _renewed(request: SignedInRequest, draft: Draft, page: VersionPage, case_id: UUID) -> HttpResponse:
    try:
        actions.renew_draft(draft.dossier, page, case_id, by=request.user, at=timezone.now())
    except Blocked:  # yet another version came into force while this one was remembered
        return redirect("portal:renew", draft.dossier.pk)
    except NotAllowed:
        return filed_meanwhile(draft.dossier)
    return redirect("portal:section", draft.dossier.pk, 1)


def changes(draft: Draft, page: VersionPage, case: CasePage) -> list[Change]:
    """What is asked and promised otherwise than when the draft was begun, before and after; may be empty."""
    channel = draft.dossier.channel
    old, new, was = draft.channel, case.channel(channel), draft.page
    rows: list[Change] = [
        (_("Tên thủ tục"), apart([was.name], [page.name])),
        (_("Thời hạn"), apart(_term(old), _term(new))),
        (_("Phí, lệ phí"), apart(fee_lines(old), fee_lines(new))),
        *_papers(draft.papers, [one for one in case.papers_of(PaperKind.SUBMIT) if one.asked_by(channel)]),
        *_asked(draft, page),
        (_("Điều kiện"), apart(_lines(was.conditions), _lines(page.conditions))),
        (_("Các bước"), apart(was.instructions, page.instructions)),
        (_("Kết quả"), apart(*([one["name"] for one in said.results] for said in (was, page)))),
        (_("Phải đến quầy"), apart(_lines(was.visits), _lines(page.visits))),
    ]
    return [(title, told) for title, told in rows if told]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _term(row: ChannelPage | None) -> list[str]:
    """The number that counts, and the words beside it; what gives no number is as the document says."""
    if row is None:
        return []
    span = [words.begin(words.working_span(row.amount or 1, row.unit))] if row.usable else []
    return span + _lines(row.text) or [_("Theo văn bản")]


def _papers(had: Sequence[PaperPage], asked: Sequence[PaperPage]) -> list[Change]:
    """Papers that came, that went, and those of the same name that are asked for otherwise."""
    old, new = ({paper.name: _paper(paper) for paper in papers} for papers in (had, asked))
    names = apart(old, new)
    both = [name for name in old if name in new]
    return [
        (_("Giấy tờ cần thêm"), Apart((), names.after)),
        (_("Giấy tờ không cần nữa"), Apart(names.before, ())),
        (_("Giấy tờ cần khác trước"), apart((old[name] for name in both), (new[name] for name in both))),
    ]


def _paper(paper: PaperPage) -> str:
    """The paper with everything that is asked of it, in one line."""
    asked = [
        _("Bắt buộc") if paper.required else _("Nếu có"),
        note_of(paper),
        _("Ảnh chụp bằng điện thoại được") if paper.photo_ok else "",
    ]
    return f"{paper.name}: {'. '.join(part for part in asked if part)}"


def _asked(draft: Draft, page: VersionPage) -> list[Change]:
    before = _questions(draft.dossier.form_version_id)
    after = _questions(page.form_version_id) if page.form_version_id else before
    return [
        (_("Câu hỏi mới"), Apart((), tuple(label for name, label in after.items() if name not in before))),
        (_("Câu hỏi không còn"), Apart(tuple(label for name, label in before.items() if name not in after), ())),
    ]


def _questions(form_version: UUID) -> dict[str, str]:
    return {question.name: question.label for part in eforms.form(form_version).sections for question in part.questions}
