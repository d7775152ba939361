"""`motcua verify-pdf FILE`: its signatures, and what it is here. Status 0 whenever it can be read as a PDF."""

import argparse
import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from motcua.documents.models import PaperState
from motcua.documents.signing.keys import key_store
from motcua.documents.signing.verifying import NoPdf, signatures_of
from motcua.dossiers import queries

from ..failures import CommandFailed


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Judge the file; a paper that was never issued here is “unknown”."""
    try:
        content = Path(arguments.file).read_bytes()
    except OSError as unreadable:
        raise CommandFailed(f"{arguments.file}: {unreadable.strerror}") from unreadable
    try:
        found = [_told(asdict(one)) for one in signatures_of(content, key_store())]
    except NoPdf as wrong:
        raise CommandFailed(f"{arguments.file} cannot be read as a PDF: {wrong}") from wrong
    known = queries.known_file(hashlib.sha256(content).hexdigest())
    worth = known.state if known and known.state != PaperState.OWED else "unknown"
    return {"signatures": found, "issued_here": known is not None, "state": str(worth)}


def _told(signature: dict[str, Any]) -> dict[str, Any]:
    """Moments as ISO 8601 with their offset."""
    moments = {name: signature[name].isoformat() if signature[name] else None for name in ("signed_at", "timestamp")}
    return signature | moments


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    lines = [
        f"{one['signer']}: {'intact' if one['intact'] else 'BROKEN'}, {'trusted' if one['trusted'] else 'not trusted'}"
        for one in answer["signatures"]
    ]
    return "\n".join([*(lines or ["no signature"]), f"issued here: {answer['issued_here']}, state: {answer['state']}"])
