"""`motcua verify-history FILE`: whether an exported history is whole. Needs neither database nor this installation.

Papers that the rows name are compared with the files of MOTCUA_HOME, where it holds them.
"""

import argparse
import hashlib
import re
import sys
from contextlib import ExitStack
from dataclasses import asdict
from typing import IO, Any

from motcua.dossiers.trail import verify

from .. import home
from ..failures import CommandFailed

FILE = re.compile(r"[0-9a-f]{32}")
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
        verdict = verify(rows, roots)
    for paper in verdict.papers:
        paper["on_disk"] = _on_disk(paper)
        if verdict.intact and paper["on_disk"] == "other":
            verdict.broken(paper["row"], "the paper's file is not what was issued")
    return asdict(verdict)


def _on_disk(paper: dict[str, Any]) -> str:
    """Whether the file of a paper lies here as it was issued: “same”, “other”, or “not_here”."""
    name = str(paper["file"] or "").replace("-", "")
    if not FILE.fullmatch(name):
        return "not_here"
    try:
        with (home.resolve().path / "files" / name[-2:] / name).open("rb") as opened:
            return "same" if hashlib.file_digest(opened, "sha256").hexdigest() == paper["sha256"] else "other"
    except OSError:
        return "not_here"


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
        same = sum(paper["on_disk"] == "same" for paper in answer["papers"])
        papers = f"{len(answer['papers'])} papers named, {same} compared with their files"
        return f"{answer['rows']} rows, the chain is whole; {tail}; {papers}."
    return f"Broken at row {answer['first_broken']}: {answer['why']}; {tail}."
