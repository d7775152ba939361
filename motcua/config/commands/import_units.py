"""`motcua import-units FILE`: read the old administrative units and what became of them."""

import argparse
from pathlib import Path

from motcua.agencies.importing import Imported, WrongFile, import_units
from motcua.agencies.starter import load_units

from ..failures import CommandFailed
from ..progress import progress_bar
from . import migrate


def run(arguments: argparse.Namespace) -> Imported:
    """Import on top of the units of today, which are shipped."""
    migrate.run(arguments)
    load_units()
    with progress_bar("Old units") as progress:
        try:
            return import_units(Path(arguments.file), progress=progress)
        except (OSError, UnicodeDecodeError, WrongFile) as mistake:
            raise CommandFailed(f"{arguments.file} cannot be read: {mistake}") from mistake


def describe(answer: dict[str, object]) -> str:
    """In words."""
    unplaced = answer["unplaced"]
    lines = [f"{answer['rows']} lines read; {answer['former_units']} old units, {answer['successions']} successions."]
    if isinstance(unplaced, tuple | list) and unplaced:
        lines += [f"{len(unplaced)} lines name a unit of today that is unknown and were left out:", *map(str, unplaced)]
    return "\n".join(lines)
