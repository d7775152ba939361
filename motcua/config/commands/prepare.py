"""`motcua prepare`: all that must be done before the first page; a second time it finds nothing to do."""

import argparse
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from motcua.agencies.starter import load_units
from motcua.catalogue.blanks import queue_missing
from motcua.catalogue.finding.listing import list_anew
from motcua.catalogue.finding.sayings import load_shipped
from motcua.catalogue.starter import load_starter
from motcua.catalogue.starter_reading import ShapeError
from motcua.eforms.definitions import load_forms

from .. import home, static
from ..catalogue_file import import_once
from ..demo import ensure_people
from ..environment import env
from ..failures import CommandFailed
from . import migrate


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Tables, static files, catalogue and, in a demo, the people."""
    tables_and_catalogue(arguments)
    if file := env("CATALOGUE"):
        import_once(Path(file))
    static.collect(home.resolve())
    return {"people": ensure_people() if settings.DEMO else []}


def tables_and_units(arguments: argparse.Namespace) -> None:
    """What every command that writes stands on."""
    migrate.run(arguments)
    if load_units():
        print("Loaded the administrative units", file=sys.stderr)


def tables_and_catalogue(arguments: argparse.Namespace) -> None:
    """The same with the shipped forms and procedures."""
    tables_and_units(arguments)
    at = timezone.now()
    try:
        load_forms(at=at)
        load_starter(at=at)
        load_shipped(at=at)
        list_anew(at=at)
        queue_missing()
    except ShapeError as mistake:
        raise CommandFailed(str(mistake)) from mistake


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    return f"Ready; {len(answer['people'])} roles of demo people."
