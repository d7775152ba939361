"""`motcua import-procedures FILE`: read the national catalogue beside the starter catalogue."""

import argparse
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.utils import translation

from motcua.catalogue.flags import WORDS
from motcua.catalogue.importing import Summary

from ..catalogue_file import import_file
from . import prepare

MOST_TOLD = 40


def run(arguments: argparse.Namespace) -> Summary:
    """Import; what was confirmed or shipped stays, the imported value lies beside it as a difference.

    With `--dry-run` only say what an import would do.
    """
    prepare.tables_and_catalogue(arguments)
    return import_file(Path(arguments.file), dry_run=getattr(arguments, "dry_run", False))


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    head = "Nothing was written. An import would do this:\n" if answer["dry_run"] else ""
    return head + "\n".join(_lines(answer))


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    yield "{total} lines read: {new} new, {changed} changed, {unchanged} unchanged; {flagged} with a flag.".format(
        **answer
    )
    yield "{vanished} are no longer in the file; {differences} differences wait for a decision.".format(**answer)
    yield from _part("Changed, field by field:", _changes(answer["changes"]))
    with translation.override("vi"):
        doubts = [
            f"  {doubt['count']:5}  {WORDS[why]} ({', '.join(doubt['examples'])})"
            for why, doubt in sorted(answer["doubts"].items(), key=lambda item: -item[1]["count"])
        ]
    yield from _part("Doubtful, kept as words for a person to look at:", doubts)
    yield from _part("No longer in the file:", [f"  {code}" for code in answer["gone"]])
    yield from _part(f"{len(answer['skipped'])} lines could not be read:", answer["skipped"])


def _changes(changes: list[dict[str, Any]]) -> list[str]:
    told = []
    for code, parts in groupby(changes, key=lambda change: change["code"]):
        told.append(f"  {code}")
        told += [f"    {part['name']} ({part['field']}): {part['before']!r} → {part['after']!r}" for part in parts]
    return told


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from lines[:MOST_TOLD]
    if len(lines) > MOST_TOLD:
        yield f"  … and {len(lines) - MOST_TOLD} lines more; --json tells all"
