"""What is asked and promised otherwise in a newer version, for who began under an older one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.common import words
from motcua.eforms import queries as eforms

from .asked import note_of
from .comparing import Apart, apart
from .costs import fee_lines
from .filling import form_of, row_of
from .models import PaperKind
from .pages import CasePage, ChannelPage, PaperPage, VersionPage

Change = tuple[str, Apart]


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody began with: a case of a version, its form, and how it is handed in."""

    page: VersionPage
    case: CasePage
    form: UUID
    way: str

    @classmethod
    def of(cls, page: VersionPage, case_id: UUID, form: UUID, way: str) -> "Begun":
        """What was begun with this case of this version."""
        return cls(page, next(case for case in page.cases if case.id == case_id), form, way)


def same_case(begun: Begun, page: VersionPage) -> CasePage:
    """The case in another version: by its id, else by its name, else the first."""
    alike = next((case for case in page.cases if case.name == begun.case.name), page.cases[0])
    return page.case(begun.case.id) or alike


def changes(begun: Begun, page: VersionPage, case: CasePage) -> list[Change]:
    """What is asked and promised otherwise than when it was begun, before and after; may be empty."""
    old, new, was = row_of(begun.case, begun.way), row_of(case, begun.way), begun.page
    rows: list[Change] = [
        (_("Tên thủ tục"), apart([was.name], [page.name])),
        (_("Thời hạn"), apart(_term(old), _term(new))),
        (_("Phí, lệ phí"), apart(fee_lines(old), fee_lines(new))),
        *_papers(_handed_in(begun.case, begun.way), _handed_in(case, begun.way)),
        *_questions_apart(begun.form, form_of(page)),
        (_("Điều kiện"), apart(_lines(was.conditions), _lines(page.conditions))),
        (_("Các bước"), apart(was.instructions, page.instructions)),
        (_("Kết quả"), apart(*([one["name"] for one in said.results] for said in (was, page)))),
        (_("Phải đến quầy"), apart(_lines(was.visits), _lines(page.visits))),
    ]
    return [(title, told) for title, told in rows if told]


def _handed_in(case: CasePage, way: str) -> list[PaperPage]:
    return [paper for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(way)]


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


def _questions_apart(was: UUID, form: UUID | None) -> list[Change]:
    before = _questions(was)
    after = _questions(form) if form else before
    return [
        (_("Câu hỏi mới"), Apart((), tuple(label for name, label in after.items() if name not in before))),
        (_("Câu hỏi không còn"), Apart(tuple(label for name, label in before.items() if name not in after), ())),
    ]


def _questions(form_version: UUID) -> dict[str, str]:
    return {question.name: question.label for part in eforms.form(form_version).sections for question in part.questions}
