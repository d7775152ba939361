"""Papers of a record: to hand in, to show, or only a note among them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.folding import folded
from motcua.catalogue.models import PaperKind
from motcua.common.words import fold

Raw = Mapping[str, Any]
Flags = list[dict[str, str]]
_BULLETS: Final = re.compile(r"^[\s\-–+*•·.]+")
_PLAIN: Final = re.compile(
    r"(([a-z]|\d+(\.\d+)*) )?(cac )?(thanh phan ho so|ho so|giay to|chung tu)"
    r"( phai| can| nop| bao gom| gom| ban chinh| moi loai| \d+ ban)*"
)
_SETS: Final = re.compile(r"(so luong( bo)? ho so )?(\d+ )?(mot )?bo( ho so)?( la ban (goc|chinh))?")
_SHOW: Final = re.compile(
    r"(cac )?(thanh phan ho so|giay to|ho so)?( phai| can)? ?xuat trinh( ban chinh)?( bao gom| gom)?"
)
_NOTE: Final = re.compile(r"(luu y|ghi chu).*")
_HEADING: Final = re.compile(
    r"(\(?[a-z\d]{1,3}(\.\d+)*[.)/]* )?((luu y|ghi chu)\b.*|so luong( bo)? ho so\b.*\bbo\b.{0,12}"
    r"|(cac )?(truong hop|doi voi|thanh phan ho so|ho so de nghi|ho so dang ky)\b.*:)"
)
_MOST: Final = 32_000


def read_papers(groups: Iterable[Raw]) -> tuple[tuple[content.Paper, ...], str, Flags]:
    """The papers, the name of the first form among them, and what a person must look at."""
    found: list[content.Paper] = []
    form_name = ""
    doubts: set[str] = set()
    for group in groups:
        heading = _trimmed(str(group.get("case") or ""))
        for item in group.get("items", ()):
            paper, has_form = _paper(item, heading, doubts)
            found.append(paper)
            form_name = form_name or (paper.name if has_form else "")
    if not found:
        doubts.add("no_papers")
    if any(paper.when for paper in found):
        doubts.add("papers_in_groups")
    return tuple(found), form_name, [{"path": "cases.0.papers", "why": why} for why in sorted(doubts)]


def _paper(item: Raw, heading: str, doubts: set[str]) -> tuple[content.Paper, bool]:
    name = _trimmed(str(item.get("name", "")))
    originals, copies = _count(item.get("orig")), _count(item.get("copy"))
    has_form = bool(item.get("files") or item.get("eform"))
    kind, when = _group(heading)
    if kind != PaperKind.NOTE and not originals and not copies:
        if has_form and not name.endswith(":"):
            doubts.add("no_count")
        else:
            kind = PaperKind.NOTE
            doubts.add("notes_among_papers")
    elif kind != PaperKind.NOTE and not has_form and _HEADING.fullmatch(fold(name)):
        kind = PaperKind.NOTE
        doubts.add("notes_among_papers")
    if kind == PaperKind.NOTE:
        originals = copies = 0
    paper = content.Paper(name=name, kind=kind.value, originals=originals, copies=copies, when=when)
    return paper, has_form and kind != PaperKind.NOTE


def _group(heading: str) -> tuple[PaperKind, str]:
    """What a heading says of the papers below it; one that is no plain heading becomes their condition."""
    words = folded(heading).strip()
    if not words or _PLAIN.fullmatch(words) or _SETS.fullmatch(words):
        return PaperKind.SUBMIT, ""
    if _SHOW.fullmatch(words):
        return PaperKind.SHOW, ""
    if _NOTE.fullmatch(words) and len(words) < 40:
        return PaperKind.NOTE, ""
    return PaperKind.SUBMIT, heading


def _trimmed(text: str) -> str:
    return _BULLETS.sub("", " ".join(text.split())).rstrip(";").strip()


def _count(value: Any) -> int:
    usable = isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST
    return int(value) if usable else 0
