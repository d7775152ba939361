"""`motcua duties --at MOMENT`: every duty as of that moment, on the data of `seed-demo` and on no other."""

import argparse
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from motcua.dossiers import duties

from .. import demo_dossiers
from ..failures import CommandFailed


def run(arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """What each duty did to which dossier."""
    if not settings.DEMO or not demo_dossiers.is_alone():
        raise CommandFailed("Duties run at a chosen moment only on the data of `motcua seed-demo`.")
    return [asdict(outcome) for outcome in duties.run_all(at=_moment(arguments.at))]


def _moment(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise CommandFailed(f"--at is no moment like 2026-02-20T08:00: {text}") from wrong
    return read if read.tzinfo else read.replace(tzinfo=timezone.get_default_timezone())


def describe(answer: list[dict[str, Any]]) -> str:
    """One outcome a line."""
    return "\n".join(f"{row['duty']}: {row['code'] or '-'}: {row['outcome']}" for row in answer) or "Nothing was due."
