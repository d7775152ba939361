"""`motcua lifecycle`: the table by which dossiers live, for people and for programs. It asks no database."""

import argparse
import importlib
import os
from typing import Any

import django

NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


def run(arguments: argparse.Namespace) -> list[dict[str, Any]] | str:
    """The rows, or with --page the text of docs/reference/lifecycle.md."""
    settings = {"DJANGO_SETTINGS_MODULE": "motcua.config.settings", "DATABASE_URL": NOWHERE, "SECRET_KEY": "unused"}
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    django.setup()
    diagram = importlib.import_module("motcua.dossiers.diagram")  # models need settings that stand
    answer: list[dict[str, Any]] | str = diagram.page() if arguments.page else diagram.rows()
    return answer


def describe(answer: list[dict[str, Any]] | str) -> str:
    """The page as it is; the rows one a line."""
    if isinstance(answer, str):
        return answer.rstrip("\n")
    return "\n".join(f"{row['action']:22} {row['from'] or '-'} -> {row['to']}" for row in answer)
