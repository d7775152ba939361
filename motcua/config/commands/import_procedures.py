"""`motcua import-procedures FILE`: read the national catalogue beside the starter catalogue."""

import argparse
from pathlib import Path
from typing import Any

from motcua.catalogue.importing import Summary

from ..catalogue_file import import_file
from . import prepare


def run(arguments: argparse.Namespace) -> Summary:
    """Import; what was confirmed or shipped stays, the imported value lies beside it as a difference."""
    prepare.tables_and_catalogue(arguments)
    return import_file(Path(arguments.file))


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    lines = [
        "{total} lines read: {new} new, {changed} changed, {unchanged} unchanged; {flagged} with a flag.".format(
            **answer
        ),
        "{vanished} are no longer in the file; {differences} differences wait for a decision.".format(**answer),
    ]
    if answer["skipped"]:
        lines += [f"{len(answer['skipped'])} lines could not be read:", *answer["skipped"]]
    return "\n".join(lines)
