"""The history outside the database: rows as anyone can hash them, and whether they are whole. Pure, no Django.

docs/reference/history-format.md describes rows and roots so that an outsider writes a verifier of their own.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

FORMAT = 1
FIELDS = (
    *("format", "dossier", "number", "kind", "action", "source", "target", "at", "actor", "role", "agency"),
    *("facts", "words_digest", "previous_hash"),
)
"""What a row's hash covers, in this order."""
VIETNAM = timezone(timedelta(hours=7))

Row = Mapping[str, Any]


def canonical(value: object) -> bytes:
    """UTF-8 JSON without spaces, keys sorted, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def digest(value: object) -> str:
    """SHA-256 in hex of the canonical form."""
    return hashlib.sha256(canonical(value)).hexdigest()


def words_digest(salt: str, words: Mapping[str, str]) -> str:
    """What of the words goes into the chain."""
    return hashlib.sha256(salt.encode() + canonical(dict(words))).hexdigest()


def hash_of(row: Row) -> str:
    """The hash that a row must carry.

    :raises ValueError: its format is unknown.
    """
    if row.get("format") != FORMAT:
        raise ValueError(f"unknown format {row.get('format')!r}")
    return digest([row[name] for name in FIELDS])


def day_of(row: Row) -> str:
    """The day in Vietnam on which the row was written."""
    return datetime.fromisoformat(row["at"]).astimezone(VIETNAM).date().isoformat()


def mark(dossier: str, day: str) -> str:
    """Under which a dossier stands in the root of a day: nobody finds it who does not hold its id."""
    return digest([FORMAT, dossier, day])


def head(dossier: str, day: str, number: int, line_hash: str) -> str:
    """What the root of a day says of a dossier's last row on it."""
    return digest([FORMAT, dossier, day, number, line_hash])


def root_of(day: str, previous: str, leaves: Sequence[Sequence[Any]]) -> str:
    """The root of a day over its leaves [mark, number, head], sorted by mark, chained to the root before."""
    return digest([FORMAT, day, previous, leaves])


@dataclass
class Verdict:
    """What a look at an exported history found.

    `first_broken` is the number of the first row that was altered, removed, reordered or back-dated; `tail` says
    whether a cut end would have been seen: “judged”, “not_judged” (no roots, or rows newer than them), “cut”.
    `papers` are the issued papers that the rows name: row, kind, number, file, sha256.
    """

    rows: int = 0
    intact: bool = True
    first_broken: int | None = None
    why: str = ""
    tail: str = "not_judged"
    papers: list[dict[str, Any]] = field(default_factory=list)

    def broken(self, number: int, why: str) -> "Verdict":
        """The same, broken at a row."""
        self.intact, self.first_broken, self.why = False, number, why
        return self


def verify(lines: Iterable[str], roots: Iterable[str] | None = None) -> Verdict:
    """Look through exported rows, one JSON object a line; with the published roots also at the tail."""
    verdict = Verdict()
    rows: list[dict[str, Any]] = []
    for place, line in enumerate((line for line in lines if line.strip()), start=1):
        row = _read(line)
        verdict.rows = place
        wrong = _wrong(row, rows[-1] if rows else None, place)
        if wrong:
            return verdict.broken(*wrong)
        assert row is not None
        rows.append(row)
        if row["action"] == "paper_issued":
            verdict.papers.append(_paper(row))
    if not rows:
        return verdict.broken(1, "there is no row")
    return verdict if roots is None else _against(rows, roots, verdict)


def _paper(row: Row) -> dict[str, Any]:
    told = row["facts"] if isinstance(row["facts"], dict) else {}
    return {"row": row["number"], **{name: told.get(name) for name in ("kind", "number", "file", "sha256")}}


def _read(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) and all(name in row for name in (*FIELDS, "hash")) else None


def _wrong(row: dict[str, Any] | None, before: Row | None, place: int) -> tuple[int, str] | None:
    """The number of the row that is wrong, and why; None where this one follows."""
    if row is None:
        return place, "the row cannot be read"
    if row["number"] != place:
        return place, "a row was removed, added or moved"
    if row["hash"] != _hash(row):
        return place, "the row was altered"
    if row["previous_hash"] != (before["hash"] if before else ""):
        # Its own hash fits, so it is the row before that is no longer what it was.
        return max(place - 1, 1), "the row was altered"
    why = _strange(row, before)
    return (place, why) if why else None


def _hash(row: Row) -> str:
    """The hash the row must carry; empty where it cannot have one."""
    try:
        return hash_of(row)
    except (TypeError, ValueError):
        return ""


def _strange(row: Row, before: Row | None) -> str:
    """What is wrong with a row that fits the chain; empty where nothing is."""
    try:
        moment = datetime.fromisoformat(row["at"])
        back = moment.tzinfo is None or (before is not None and moment < datetime.fromisoformat(before["at"]))
    except (TypeError, ValueError):
        return "the row has no moment"
    words = row.get("words")
    if before and row["dossier"] != before["dossier"]:
        return "the row is of another dossier"
    if back:
        return "the row is dated before the one it follows"
    if words is None:
        return ""
    told = isinstance(words, dict) and words_digest(str(row.get("salt")), words) == row["words_digest"]
    return "" if told else "the words were altered"


def _against(rows: list[dict[str, Any]], roots: Iterable[str], verdict: Verdict) -> Verdict:
    """Hold the rows against the published roots, day by day."""
    dossier = rows[0]["dossier"]
    last: dict[str, Row] = {day_of(row): row for row in rows}
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(day_of(row), row["number"])
    previous: str | None = None
    days: list[str] = []
    for line in roots:
        if not line.strip():
            continue
        day, leaves, previous = _root(line, previous)
        if not day:
            return verdict.broken(0, "the roots themselves are broken")
        days.append(day)
        told = leaves.get(mark(dossier, day))
        found = _day_wrong(dossier, day, told, last.get(day), first.get(day))
        if found and day in last and told and told[0] > last[day]["number"] and last[day] is rows[-1]:
            verdict.tail = "cut"
            return verdict.broken(rows[-1]["number"] + 1, "rows are missing at the end")
        if found == "cut":
            verdict.tail = "cut"
            return verdict.broken(rows[-1]["number"] + 1, "rows are missing at the end")
        if found:
            return verdict.broken(first[day], found)
    rootless = [day for day in first if days and days[0] <= day <= days[-1] and day not in days]
    if rootless:
        return verdict.broken(first[min(rootless)], "the rows of this day were added later, or dated back")
    verdict.tail = "judged" if days and day_of(rows[-1]) <= days[-1] else "not_judged"
    return verdict


def _day_wrong(dossier: str, day: str, told: tuple[int, str] | None, row: Row | None, first: int | None) -> str:
    """What a day's root says against the rows; empty where they agree."""
    if told is None:
        return "" if row is None else "the rows of this day were added later, or dated back"
    if row is None:
        return "cut"
    if told != (row["number"], head(dossier, day, row["number"], row["hash"])):
        return "the rows of this day were altered"
    return ""


def _root(line: str, previous: str | None) -> tuple[str, dict[str, tuple[int, str]], str]:
    """A day's root read and checked: its day, leaves and hash; an empty day where it is broken."""
    try:
        raw = json.loads(line)
        leaves = raw["leaves"]
        fits = raw["root"] == root_of(raw["day"], raw["previous"], leaves)
        chained = previous is None or raw["previous"] == previous
        if not (fits and chained):
            return "", {}, ""
        return raw["day"], {one[0]: (one[1], one[2]) for one in leaves}, raw["root"]
    except (ValueError, KeyError, TypeError, IndexError):
        return "", {}, ""
