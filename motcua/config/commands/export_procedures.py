"""`motcua export-procedures [FILE]`: every procedure in force, one JSON object a line, as the importer reads them."""

import argparse
import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from motcua.catalogue import exporting

from . import prepare


def run(arguments: argparse.Namespace) -> None:
    """Write them as they are read; a file is there whole or not at all."""
    prepare.tables_and_catalogue(arguments)
    with _opened(arguments.file) as out:
        for line in exporting.lines():
            out.write(f"{line}\n")


@contextmanager
def _opened(name: str) -> Iterator[IO[str]]:
    if name == "-":
        out = sys.__stdout__ or sys.stdout
        yield out
        out.flush()
        return
    path = Path(name)
    part = path.with_name(f".{path.name}.part")
    try:
        with (
            gzip.open(part, "wt", encoding="utf-8")
            if path.suffix == ".gz"
            else part.open("w", encoding="utf-8") as file
        ):
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
