"""`motcua search`: what the public list finds for each line of standard input."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TextIO

from motcua.catalogue import queries

from . import prepare


def run(arguments: argparse.Namespace) -> None:
    """Answer each line as it comes: with `--json` an array of codes, `[]` where nothing is found."""
    prepare.tables_and_catalogue(arguments)
    out = sys.__stdout__ or sys.stdout
    for query in _lines(sys.stdin):
        rows = queries.search(queries.Filters(words=query)).rows if query.strip() else ()
        out.write(_told(rows, arguments.arrays))
        out.flush()


def _lines(stream: TextIO) -> Iterator[str]:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    for line in stream:
        yield line.rstrip("\r\n").replace("\0", "")


def _told(rows: tuple[queries.Row, ...], arrays: bool) -> str:
    if arrays:
        return json.dumps([row.code for row in rows]) + "\n"
    return "".join(f"{row.code}  {row.name}\n" for row in rows) + "\n"
