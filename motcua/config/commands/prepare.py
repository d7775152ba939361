"""`motcua prepare`: all that must be done before the first page; a second time it finds nothing to do."""

import argparse
import importlib
import importlib.util
from typing import Any

from django.conf import settings
from django.utils import timezone

from .. import home, static
from . import migrate


def _call(module: str, name: str, *args: Any, **kwargs: Any) -> Any:
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        found = None
    return getattr(importlib.import_module(module), name)(*args, **kwargs) if found else None


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Migrate, collect static files, load units and starter catalogue, make the demo people."""
    migrate.run(arguments)
    static.collect(home.resolve())
    _call("motcua.agencies.starter", "load_units")
    _call("motcua.catalogue.starter", "load_starter", at=timezone.now())
    people = _call("motcua.config.demo", "ensure_people") if settings.DEMO else []
    return {"people": people or []}


def describe(answer: dict[str, Any]) -> str:
    """In words."""
    return f"Ready; {len(answer['people'])} demo accounts."
