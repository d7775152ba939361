"""Asking for a supplement: tick what is missing, choose or write the reason, see what the person will read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.models import PaperKind
from motcua.common.printable import refusal
from motcua.dossiers import reasons
from motcua.dossiers.actions import Item
from motcua.dossiers.models import Dossier, KnownReason
from motcua.dossiers.states import ItemKind
from motcua.eforms import queries as eforms
from motcua.eforms.typed import clean

from .acting import ActForm

MOST_REASON = 2000
OTHER = "other"


@dataclass
class Row:
    """One thing that may be ticked: a paper, a question, or something else that the officer names.

    `errors`: what is wrong, by the first part of its field's name.
    """

    key: str
    kind: ItemKind
    subject: str
    paper_id: Any = None
    question: str = ""
    ticked: bool = False
    chosen: str = ""
    reason: str = ""
    ground: str = ""
    known: tuple[KnownReason, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def options(self) -> list[tuple[str, str]]:
        """The known reasons as a list to choose from."""
        return [("", _("Chọn lý do hay dùng")), *((str(one.pk), one.short) for one in self.known)]

    def told(self) -> tuple[str, str]:
        """The reason and the ground: as written, else as chosen."""
        one = next((known for known in self.known if str(known.pk) == self.chosen), None)
        return self.reason or (one.plain if one else ""), self.ground or (one.ground if one else "")


class AskForm(ActForm):
    """Rows of things to tick; `groups` holds them under their headings."""

    page = "desk/ask.html"
    look_page = "desk/ask_look.html"

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, dossier=dossier, **kwargs)
        typed = self.data if self.is_bound else self.initial
        self.groups = _groups(dossier)
        rows = list(self.rows)
        known = reasons.known(dossier.procedure.procedure_id, [row.subject for row in rows])
        for row in rows:
            _read(row, typed)
            row.known = tuple(known.get(row.subject, ()))

    @property
    def rows(self) -> Iterable[Row]:
        """Every row of the page."""
        return (row for _heading, rows in self.groups for row in rows)

    def clean(self) -> dict[str, Any]:
        """The items to ask for; what is missing is told beside its row."""
        ticked = [row for row in self.rows if row.ticked]
        for row in ticked:
            row.errors = _wrong(row)
            for error in row.errors.values():
                self.add_error(None, error)
        if not ticked:
            self.add_error(None, _("Chọn ít nhất một giấy tờ hoặc điều cần bổ sung"))
        return {"items": [_item(row) for row in ticked]}

    @property
    def errors_of_rows(self) -> list[tuple[str, str]]:
        """For the summary: each with the field it belongs to."""
        found = [(f"{name}-{row.key}", error) for row in self.rows for name, error in row.errors.items()]
        first = next(iter(self.rows)).key
        return found or [(f"tick-{first}", str(message)) for message in self.non_field_errors()]


def _wrong(row: Row) -> dict[str, str]:
    """What is missing, and what the slip cannot show."""
    typed = {"subject": row.subject if row.key == OTHER else "", "reason": row.reason, "ground": row.ground}
    wrong = {name: refused for name, words in typed.items() if (refused := refusal(words))}
    if row.kind == ItemKind.OTHER and not row.subject:
        wrong["subject"] = _("Ghi cần bổ sung việc gì")
    elif not row.told()[0]:
        wrong["reason"] = _("Ghi lý do: thiếu gì, sửa thế nào")
    return wrong


def _item(row: Row) -> Item:
    reason, ground = row.told()
    return Item(row.kind, row.subject, reason, ground, row.paper_id, row.question)


def _read(row: Row, typed: Any) -> None:
    row.ticked = bool(typed.get(f"tick-{row.key}"))
    row.chosen = clean(typed.get(f"known-{row.key}", ""))
    row.reason = clean(typed.get(f"reason-{row.key}", ""))[:MOST_REASON]
    row.ground = clean(typed.get(f"ground-{row.key}", ""))[:240]
    if row.key == OTHER:
        row.subject = clean(typed.get("subject-other", ""))[:400]


def _groups(dossier: Dossier) -> list[tuple[str, list[Row]]]:
    case = dossier.procedure.case(dossier.case_id)
    papers = [paper for paper in case.papers if paper.kind != PaperKind.NOTE] if case else []
    groups = [(_("Giấy tờ"), [Row(f"p{n}", ItemKind.PAPER, one.name, paper_id=one.id) for n, one in enumerate(papers)])]
    form = eforms.form(dossier.form_version_id)
    place = 0
    for section in form.sections if dossier.channel == "online" else ():
        rows = []
        for question in section.questions:
            rows.append(Row(f"q{place}", ItemKind.ANSWER, question.label[:400], question=question.name))
            place += 1
        groups.append((section.title, rows))
    groups.append((_("Việc khác"), [Row(OTHER, ItemKind.OTHER, "")]))
    return [(heading, rows) for heading, rows in groups if rows]
