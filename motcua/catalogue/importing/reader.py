"""Reads a file of the national catalogue and publishes what is new or changed, or only says what it would do."""

import gzip
import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua.catalogue.finding import vocabulary
from motcua.catalogue.forms import Forms
from motcua.catalogue.models import (
    Case,
    CaseChannel,
    Difference,
    Fee,
    Listing,
    Paper,
    Procedure,
    SourceRecord,
    Stage,
    Version,
)
from motcua.catalogue.publishing import Offer, plan, publish_all
from motcua.common import statistics

from .ours import read_ours
from .record import OURS, Book, Unreadable, read_code, read_record, shared_names
from .staging import Doubt, FieldChange, changes_of

CHUNK: Final = 250
MOST_CHANGES: Final = 5000
Progress = Callable[[int, int], None]


@dataclass(slots=True, kw_only=True)
class Summary:
    """What an import did, or with `dry_run` would do. `skipped` says why, line by line.

    `vanished` procedures stay published. `changes` holds at most `MOST_CHANGES`.
    """

    dry_run: bool = False
    total: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    flagged: int = 0
    differences: int = 0
    skipped: list[str] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """One line that could be read, as it stood and as an offer."""

    line: str
    offer: Offer


class Reading:
    """One pass over a file."""

    def __init__(self, path: Path, *, dry_run: bool) -> None:
        self.lines = _lines(path)
        self.forms = Forms()
        self.book = Book(
            form_id=self.forms.of(None),
            legal=_legal(path.with_name("legal_docs.json")),
            shared_names=shared_names(_readable(self.lines)),
        )
        self.summary = Summary(total=len(self.lines), dry_run=dry_run)
        self.seen: dict[str, set[str]] = {}

    def chunks(self) -> Iterator[list[_Read]]:
        """The lines that can be read, a chunk at a time."""
        for start in range(0, len(self.lines), CHUNK):
            yield list(self._chunk(start))

    def _chunk(self, start: int) -> Iterator[_Read]:
        for place, line in enumerate(self.lines[start : start + CHUNK], start + 1):
            try:
                raw = _raw(line)
                code, kind = read_code(raw), _kind(raw)
                _refuse_twice(code, self.seen)
                content = self._content(raw)
            except (Unreadable, json.JSONDecodeError) as problem:
                self.summary.skipped.append(f"dòng {place}: {problem}")
            except (AttributeError, KeyError, TypeError) as problem:
                self.summary.skipped.append(f"dòng {place}: không đúng cấu trúc ({problem})")
            else:
                self.seen.setdefault(kind, set()).add(code)
                yield _Read(_kept(line, raw), Offer(code=code, content=content, kind=kind))

    def _content(self, raw: dict[str, Any]) -> Any:
        ours = raw.get(OURS, {})
        return read_ours(ours["content"], self.forms) if "content" in ours else read_record(raw, self.book)

    def stage(self, offers: list[Offer]) -> None:
        """Say what the offers change and what is doubtful about them."""
        found = self.summary
        for planned in plan(offers, origin="imported"):
            setattr(found, planned.state, getattr(found, planned.state) + 1)
            if len(found.changes) < MOST_CHANGES:
                found.changes += changes_of(planned)
        for offer in offers:
            found.flagged += bool(offer.content.flags)
            for why in {flag["why"] for flag in offer.content.flags}:
                found.doubts.setdefault(why, Doubt()).add(offer.code)


def import_procedures(path: Path, *, at: datetime, progress: Progress | None = None, dry_run: bool = False) -> Summary:
    """Publish the procedures of a file of JSON lines, plain or gzip; with `dry_run` nothing is written.

    :param progress: called with how many lines are done and how many there are.
    :raises OSError: the file cannot be read.
    """
    reading = Reading(path, dry_run=dry_run)
    summary, done = reading.summary, 0
    for chunk in reading.chunks():
        offers = [read.offer for read in chunk]
        reading.stage(offers)
        if not dry_run:
            publish_all(offers, origin="imported", at=at)
            _keep_records(chunk, at)
        done = min(done + CHUNK, len(reading.lines))
        if progress:
            progress(done, len(reading.lines))
    if not dry_run and (summary.new or summary.changed):
        statistics.gather(Procedure, Version, Listing, Case, CaseChannel, Fee, Paper, Stage, SourceRecord)
        vocabulary.count()
    summary.gone = _vanished(reading.seen, at, write=not dry_run)
    summary.vanished = len(summary.gone)
    summary.differences = Difference.objects.filter(decided_at=None).count()
    return summary


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [line for line in file if line.strip()]


def _readable(lines: list[str]) -> Iterator[dict[str, Any]]:
    """Every line that holds a record; what is wrong with the others is told when their turn comes."""
    for line in lines:
        with suppress(Unreadable, json.JSONDecodeError):
            yield _raw(line)


def _kind(raw: dict[str, Any]) -> str:
    """The list that holds it; an exported record that no list holds says so with an empty one."""
    return str(raw["kind"])[:32] if "kind" in raw else "chuan"


def _refuse_twice(code: str, seen: dict[str, set[str]]) -> None:
    if any(code in codes for codes in seen.values()):
        raise Unreadable(f"mã {code} đã có ở dòng trước")


def _clean(line: str) -> str:
    return unicodedata.normalize("NFC", line.strip()).replace("\\u0000", "")


def _raw(line: str) -> dict[str, Any]:
    raw = json.loads(_clean(line))
    if not isinstance(raw, dict):
        raise Unreadable("không phải một bản ghi")
    if not isinstance(raw.get(OURS, {}), dict):
        raise Unreadable(f"{OURS} không đúng cấu trúc")
    return raw


def _kept(line: str, raw: dict[str, Any]) -> str:
    """The line as it stood, unless it hides what the database cannot hold."""
    clean = _clean(line)
    return clean if clean == line.strip() else json.dumps(raw, ensure_ascii=False)


def _legal(path: Path) -> dict[str, tuple[str, str]]:
    if not path.exists():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {str(row["id"]): (str(row.get("code", row["id"])), str(row.get("name", ""))) for row in rows}


def _keep_records(chunk: list[_Read], at: datetime) -> None:
    """Keep the lines that are new or differ from what was read last."""
    lines = {read.offer.code: (read.line, hashlib.sha256(read.line.encode()).hexdigest()) for read in chunk}
    held = Procedure.objects.filter(code__in=lines).values_list("code", "pk", "source_record__digest")
    fresh = [
        SourceRecord(procedure_id=pk, line=lines[code][0], digest=lines[code][1], read_at=at)
        for code, pk, digest in held
        if digest != lines[code][1]
    ]
    SourceRecord.objects.bulk_create(
        fresh,
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["procedure"],
        update_fields=["line", "digest", "read_at"],
    )


def _vanished(seen: dict[str, set[str]], at: datetime, *, write: bool) -> list[str]:
    """Flag what a list held before and holds no longer; lists that the file does not contain stay alone."""
    gone: list[str] = []
    for kind, codes in seen.items():
        if not kind:
            continue
        missing = Procedure.objects.filter(kind=kind).exclude(code__in=codes)
        if write:
            missing.filter(missing_since=None).update(missing_since=at)
        gone += missing.order_by("code").values_list("code", flat=True)
    return gone
