"""`motcua export-history CODE`: every row of a dossier's history, one JSON object a line."""

import argparse
import json
from typing import Any

from motcua.dossiers import chain
from motcua.dossiers.models import Dossier

from ..failures import CommandFailed


def run(arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """The rows, oldest first, with the words that are not erased."""
    dossier = Dossier.objects.filter(code=arguments.code).first()
    if dossier is None:
        raise CommandFailed(f"There is no dossier {arguments.code}.")
    return [chain.exported(line) for line in dossier.history.select_related("words").order_by("number")]


def describe(answer: list[dict[str, Any]]) -> str:
    """One JSON object a line, as `verify-history` reads them."""
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in answer)
