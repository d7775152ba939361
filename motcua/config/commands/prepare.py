"""`motcua prepare`: all that must be done before the first page; a second time it finds nothing to do."""

import argparse
from typing import Any

from . import migrate


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Migrate."""
    migrate.run(arguments)
    return {"people": []}


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    return f"Ready; {len(answer['people'])} demo accounts."
