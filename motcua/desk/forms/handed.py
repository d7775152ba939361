"""The papers on the counter: as what each was handed over, how many, and their scans."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import CasePage, PaperPage
from motcua.dossiers.actions import Handed
from motcua.dossiers.models import PaperForm

MOST = 99
MOST_DIGITS = 4  # Python refuses to read a number of thousands of digits
OTHER = "scan-other"
ASKED = {PaperForm.ORIGINAL: "originals", PaperForm.CERTIFIED: "certified", PaperForm.PHOTOCOPY: "copies"}


@dataclass
class Tick:
    """One box: this paper in this form, and how many."""

    name: str
    word: str
    form: str
    asked: int
    ticked: bool
    count: str
    error: str = ""


@dataclass
class PaperRow:
    """One paper of the case as the page asks for it."""

    paper: PaperPage
    ticks: list[Tick]
    scan: str
    errors: list[str] = field(default_factory=list)


def rows_of(case: CasePage | None, typed: Mapping[str, Any]) -> list[PaperRow]:
    """The papers that a counter or the post asks for, with what was ticked so far."""
    papers = [] if case is None else [paper for paper in case.papers if _is_handed(paper)]
    return [PaperRow(paper, [_tick(paper, form, typed) for form in PaperForm], f"scan-{paper.id}") for paper in papers]


def _is_handed(paper: PaperPage) -> bool:
    return paper.kind == PaperKind.SUBMIT and (paper.asked_by(Channel.COUNTER) or paper.asked_by(Channel.POST))


def _tick(paper: PaperPage, form: PaperForm, typed: Mapping[str, Any]) -> Tick:
    name, asked = f"{form.value}-{paper.id}", int(getattr(paper, ASKED[form]))
    count = str(typed.get(f"count-{name}", max(asked, 1))).strip()
    tick = Tick(name, str(form.label), form.value, asked, name in typed, count)
    if tick.ticked and not (_is_count(count)):
        tick.error = _("Ghi số %(form)s từ 1 đến %(most)s") % {"form": form.label, "most": MOST}
    return tick


def _is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS and 0 < int(typed) <= MOST


def errors_of(rows: list[PaperRow]) -> list[tuple[str, str]]:
    """What is wrong, each with the field it belongs to."""
    wrong = [(f"count-{tick.name}", tick.error) for row in rows for tick in row.ticks if tick.error]
    return wrong + [(row.scan, message) for row in rows for message in row.errors]


def handed(rows: list[PaperRow]) -> tuple[Handed, ...]:
    """What was ticked; call it when nothing is wrong."""
    return tuple(Handed(row.paper.id, tick.form, int(tick.count)) for row in rows for tick in row.ticks if tick.ticked)


def scans(
    rows: list[PaperRow], files: "MultiValueDict[str, UploadedFile[Any]]"
) -> "tuple[tuple[uuid.UUID | None, UploadedFile[Any]], ...]":
    """The scans of each paper, and those of no paper in particular."""
    slots: list[tuple[uuid.UUID | None, str]] = [(row.paper.id, row.scan) for row in rows]
    return tuple((pk, upload) for pk, name in [*slots, (None, OTHER)] for upload in files.getlist(name))
