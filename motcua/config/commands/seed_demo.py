"""`motcua seed-demo`: people, drafts and dossiers in every state, so that outside tools can try us as a black box."""

import argparse
from typing import Any

from ..demo_dossiers import seed
from . import prepare


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Make what is missing; a second time nothing is made twice and the answer is the same."""
    prepare.tables_and_catalogue(arguments)
    return seed()


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    return f"{len(answer['people'])} roles of people and {len(answer['dossiers'])} dossiers; --json names them."
