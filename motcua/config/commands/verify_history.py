"""`motcua verify-history FILE`: whether an exported history is whole. Needs neither database nor this installation."""

import argparse
import sys
from contextlib import ExitStack
from dataclasses import asdict
from typing import IO, Any

from motcua.dossiers.trail import verify

from ..failures import CommandFailed

TAILS = {
    "judged": "the end was compared with the published roots",
    "not_judged": "whether rows are missing at the end was not judged",
    "cut": "rows are missing at the end",
}


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read the rows, and the roots where they are given; “-” is standard input."""
    with ExitStack() as stack:
        rows = _open(arguments.file, stack)
        roots = _open(arguments.roots, stack) if arguments.roots else None
        return asdict(verify(rows, roots))


def _open(path: str, stack: ExitStack) -> IO[str]:
    if path == "-":
        return sys.stdin
    try:
        return stack.enter_context(open(path, encoding="utf-8", errors="replace"))  # noqa: PTH123  text of a stranger
    except OSError as unreadable:
        raise CommandFailed(f"{path}: {unreadable.strerror}") from unreadable


def status(answer: dict[str, Any]) -> int:
    """1 for anything that is not whole."""
    return 0 if answer["intact"] else 1


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    tail = TAILS[answer["tail"]]
    if answer["intact"]:
        return f"{answer['rows']} rows, the chain is whole; {tail}."
    return f"Broken at row {answer['first_broken']}: {answer['why']}; {tail}."
