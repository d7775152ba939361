"""The hash chain of a dossier's history, one function per format; a format never changes once it was used.

Format 1: the SHA-256 (hex) of the UTF-8 JSON array, without spaces and with non-ASCII letters as they are, of
[1, dossier, number, kind, action, source, target, at, actor, role, agency, facts, words_digest, previous_hash]:
ids as lower-case UUID text or null, statuses as integers or null, `at` as ISO 8601 in UTC with six decimals and
“Z”, `facts` as an object with sorted keys. `words_digest` is the SHA-256 (hex) of the salt followed by the UTF-8
JSON object of the words with sorted keys, and empty where a line has no words.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from .models import HistoryLine

FORMAT = 1


def new_salt() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def words_digest(salt: str, words: Mapping[str, str]) -> str:
    """What of the words goes into the chain."""
    return hashlib.sha256(salt.encode() + _canonical(dict(words))).hexdigest()


def moment_text(at: datetime) -> str:
    """A moment as the chain writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _id(value: object | None) -> str | None:
    return None if value is None else str(value)


def hash_of(line: HistoryLine) -> str:
    """The hash that the line must carry.

    :raises ValueError: the line's format is unknown.
    """
    if line.format != FORMAT:
        raise ValueError(f"unknown format {line.format}")
    row: list[Any] = [
        line.format,
        _id(line.dossier_id),
        line.number,
        line.kind,
        line.action,
        line.source,
        line.target,
        moment_text(line.at),
        _id(line.actor_id),
        line.role,
        _id(line.agency_id),
        line.facts,
        line.words_digest,
        line.previous_hash,
    ]
    return hashlib.sha256(_canonical(row)).hexdigest()


def first_break(lines: list[HistoryLine]) -> int | None:
    """The number of the first line that does not fit the one before it; None when the chain is whole."""
    previous = ""
    for expected, line in enumerate(lines, start=1):
        if line.number != expected or line.previous_hash != previous or line.hash != hash_of(line):
            return expected
        previous = line.hash
    return None
