"""`motcua check`: what is missing or unsafe in this deployment, in words. Status 1 where something would not work."""

import argparse
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from .. import address
from ..environment import env, env_bool
from ..failures import CommandFailed

OLDEST_POSTGRESQL = 15
SIGN_OF_LIFE = timedelta(seconds=30)
Finding = tuple[str, str]


def run(arguments: argparse.Namespace) -> list[dict[str, str]]:
    """Django's own deployment checks and ours.

    :raises CommandFailed: one of them is an error.
    """
    findings = [*_of_django(), *_of_the_database(), *_of_the_deployment()]
    if errors := [text for level, text in findings if level == "error"]:
        raise CommandFailed("\n".join(errors))
    return [{"level": level, "text": text} for level, text in findings]


def _of_django() -> Iterator[Finding]:
    for message in checks.run_checks(include_deployment_checks=True):
        if not message.is_silenced():
            yield ("error" if message.level >= checks.ERROR else "warning", f"{message.msg} ({message.id})")


def _of_the_database() -> Iterator[Finding]:
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    version = connection.connection.info.server_version // 10000
    if version < OLDEST_POSTGRESQL:
        yield "error", f"PostgreSQL {version} is too old: {OLDEST_POSTGRESQL} or newer is needed."
    if env_bool("DATABASE_EMBEDDED", default=False):
        yield (
            "warning",
            "The embedded PostgreSQL is for trials and tests; it lags behind in security fixes. Set DATABASE_URL.",
        )
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "warning", "The tables are not up to date: motcua migrate."
    elif not ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - SIGN_OF_LIFE).exists():
        yield "warning", "No worker is running: messages wait until one is (motcua worker)."


def _of_the_deployment() -> Iterator[Finding]:
    here = address.from_environment()
    if settings.DEMO:
        yield "warning", "This is a demo: its accounts and passwords are printed. Set DEMO=0 before real people use it."
    if not here.is_loopback and not settings.SECURE:
        yield "error", f"PUBLIC_URL {here.public} is not https: passwords and papers would travel open."
    if not env("EMAIL_URL"):
        yield "warning", "E-mails go to files under outbox/email. Set EMAIL_URL to send them."
    yield "warning", "Text messages go to files under outbox/sms; there is no gateway yet."
    yield "warning", "There is no virus scanner: files leave only as downloads marked “chưa quét vi-rút”."


def describe(answer: list[dict[str, str]]) -> str:
    """One finding per line."""
    return "\n".join(f"{finding['level']}: {finding['text']}" for finding in answer) or "Nothing to remark."
