"""Reads a file of the national catalogue and publishes what is new or changed."""

import gzip
import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua.catalogue.finding import vocabulary
from motcua.catalogue.forms import Forms
from motcua.catalogue.models import Case, CaseChannel, Difference, Fee, Listing, Paper, Procedure, Stage, Version
from motcua.catalogue.publishing import Offer, publish_all
from motcua.common import statistics

from .record import Book, Unreadable, read_code, read_record

CHUNK: Final = 250
Progress = Callable[[int, int], None]


@dataclass(slots=True, kw_only=True)
class Summary:
    """What an import did. `vanished` procedures stay published; `skipped` says why, line by line."""

    total: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    flagged: int = 0
    differences: int = 0
    skipped: list[str] = field(default_factory=list)


def import_procedures(path: Path, *, at: datetime, progress: Progress | None = None) -> Summary:
    """Publish the procedures of a file of JSON lines, plain or gzip.

    :param progress: called with how many lines are done and how many there are.
    :raises OSError: the file cannot be read.
    """
    lines = _lines(path)
    book = Book(form_id=Forms().of(None), legal=_legal(path.with_name("legal_docs.json")))
    summary = Summary(total=len(lines))
    seen: dict[str, set[str]] = {}
    for start in range(0, len(lines), CHUNK):
        offers = list(_offers(lines[start : start + CHUNK], start, book, seen, summary))
        outcome = publish_all(offers, origin="imported", at=at)
        summary.new += len(outcome.new)
        summary.changed += len(outcome.changed)
        summary.unchanged += len(outcome.unchanged)
        summary.flagged += sum(bool(offer.content.flags) for offer in offers)
        if progress:
            progress(min(start + CHUNK, len(lines)), len(lines))
    if summary.new or summary.changed:
        statistics.gather(Procedure, Version, Listing, Case, CaseChannel, Fee, Paper, Stage)
        vocabulary.count()
    summary.vanished = _mark_vanished(seen, at)
    summary.differences = Difference.objects.filter(decided_at=None).count()
    return summary


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [line for line in file if line.strip()]


def _offers(lines: list[str], start: int, book: Book, seen: dict[str, set[str]], summary: Summary) -> Iterator[Offer]:
    for place, line in enumerate(lines, start + 1):
        try:
            raw = _raw(line)
            code, kind = read_code(raw), str(raw.get("kind", ""))[:32] or "chuan"
            _refuse_twice(code, seen)
            content = read_record(raw, book)
        except (Unreadable, json.JSONDecodeError) as problem:
            summary.skipped.append(f"dòng {place}: {problem}")
        except (AttributeError, KeyError, TypeError) as problem:
            summary.skipped.append(f"dòng {place}: không đúng cấu trúc ({problem})")
        else:
            seen.setdefault(kind, set()).add(code)
            yield Offer(code=code, content=content, kind=kind)


def _refuse_twice(code: str, seen: dict[str, set[str]]) -> None:
    if any(code in codes for codes in seen.values()):
        raise Unreadable(f"mã {code} đã có ở dòng trước")


def _raw(line: str) -> dict[str, Any]:
    raw = json.loads(unicodedata.normalize("NFC", line).replace("\\u0000", ""))
    if not isinstance(raw, dict):
        raise Unreadable("không phải một bản ghi")
    return raw


def _legal(path: Path) -> dict[str, tuple[str, str]]:
    if not path.exists():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {str(row["id"]): (str(row.get("code", row["id"])), str(row.get("name", ""))) for row in rows}


def _mark_vanished(seen: dict[str, set[str]], at: datetime) -> int:
    """Flag what a list held before and holds no longer; lists that the file does not contain stay alone."""
    count = 0
    for kind, codes in seen.items():
        gone = Procedure.objects.filter(kind=kind).exclude(code__in=codes)
        gone.filter(missing_since=None).update(missing_since=at)
        count += gone.count()
    return count
