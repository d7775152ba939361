"""What is asked and promised otherwise in a newer version, for who began under an older one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.common import words
from motcua.eforms import queries as eforms

from .costs import fee_lines
from .filling import form_of, row_of
from .models import PaperKind
from .pages import CasePage, ChannelPage, VersionPage

Change = tuple[str, Sequence[str]]


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
    """What is different, each with its heading; may be empty."""
    old, new = row_of(begun.case, begun.way), row_of(case, begun.way)
    had, asked = _papers(begun.case, begun.way), _papers(case, begun.way)
    before = _questions(begun.form)
    form = form_of(page)
    after = _questions(form) if form else before
    rows: list[Change] = [
        (_("Tên thủ tục"), [page.name] if page.name != begun.page.name else []),
        (_("Thời hạn"), [_term(new)] if new and (old is None or _term(new) != _term(old)) else []),
        (_("Phí, lệ phí"), fee_lines(new) if fee_lines(new) != fee_lines(old) else []),
        (_("Giấy tờ cần thêm"), sorted(asked - had)),
        (_("Giấy tờ không cần nữa"), sorted(had - asked)),
        (_("Câu hỏi mới"), [label for name, label in after.items() if name not in before]),
        (_("Câu hỏi không còn"), [label for name, label in before.items() if name not in after]),
    ]
    return [(title, said) for title, said in rows if said]


def _term(row: ChannelPage) -> str:
    """The source's words, else the number."""
    return row.text or (words.working_span(row.amount or 1, row.unit) if row.usable else _("theo văn bản"))


def _papers(case: CasePage, way: str) -> set[str]:
    return {paper.name for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(way)}


def _questions(form_version: UUID) -> dict[str, str]:
    return {question.name: question.label for part in eforms.form(form_version).sections for question in part.questions}
