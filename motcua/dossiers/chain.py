"""The hash chain of a dossier's history, one function per format; a format never changes once it was used.

Format 1: the SHA-256 (hex) of the UTF-8 JSON array, without spaces and with non-ASCII letters as they are, of
[1, dossier, number, kind, action, source, target, at, actor, role, agency, facts, words_digest, previous_hash]:
ids as lower-case UUID text or null, statuses as integers or null, `at` as ISO 8601 in UTC with six decimals and
“Z”, `facts` as an object with sorted keys. `words_digest` is the SHA-256 (hex) of the salt followed by the UTF-8
JSON object of the words with sorted keys, and empty where a line has no words. `trail` holds the arithmetic.
"""

import secrets
from datetime import UTC, datetime
from typing import Any

from . import trail
from .models import HistoryLine
from .trail import FORMAT, words_digest

__all__ = ["FORMAT", "exported", "first_break", "hash_of", "moment_text", "new_salt", "row_of", "words_digest"]


def new_salt() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


def moment_text(at: datetime) -> str:
    """A moment as the chain writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _id(value: object | None) -> str | None:
    return None if value is None else str(value)


def row_of(line: HistoryLine) -> dict[str, Any]:
    """The row of a line as its hash covers it."""
    return {
        "format": line.format,
        "dossier": _id(line.dossier_id),
        "number": line.number,
        "kind": line.kind,
        "action": line.action,
        "source": line.source,
        "target": line.target,
        "at": moment_text(line.at),
        "actor": _id(line.actor_id),
        "role": line.role,
        "agency": _id(line.agency_id),
        "facts": line.facts,
        "words_digest": line.words_digest,
        "previous_hash": line.previous_hash,
    }


def hash_of(line: HistoryLine) -> str:
    """The hash that the line must carry.

    :raises ValueError: the line's format is unknown.
    """
    return trail.hash_of(row_of(line))


def exported(line: HistoryLine) -> dict[str, Any]:
    """The row as it leaves the house: with its hash, and its words and their salt where they are not erased."""
    words = line.words if hasattr(line, "words") else None
    return row_of(line) | {
        "hash": line.hash,
        "words": words.words if words else None,
        "salt": words.salt if words else None,
    }


def first_break(lines: list[HistoryLine]) -> int | None:
    """The number of the first line that does not fit the one before it; None when the chain is whole."""
    previous = ""
    for expected, line in enumerate(lines, start=1):
        if line.number != expected or line.previous_hash != previous or line.hash != hash_of(line):
            return expected
        previous = line.hash
    return None
