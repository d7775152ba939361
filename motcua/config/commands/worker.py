"""`motcua worker`: run queued jobs until SIGTERM, and take up those whose worker died."""

import argparse
import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager

import psycopg
from procrastinate import App
from procrastinate.contrib.django import app as django_app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException

from ..failures import CommandFailed

# Every worker holds this advisory lock, shared, for as long as it lives: the server itself lets go of a dead one's.
ALIVE = 0x6D6F7463
RESCUE_EVERY = 20.0
SILENT_FOR = 30.0
CONCURRENCY = 4
log = logging.getLogger(__name__)


def run(arguments: argparse.Namespace) -> None:
    """Work until asked to stop; a job under way is finished first."""
    with alone_or_not() as alone:
        asyncio.run(_work(alone=alone))


async def _work(*, alone: bool) -> None:
    with own_connections() as app:
        async with app.open_async():
            # Where no other worker lives, a job that is being done is being done by nobody.
            await rescue(app, silent_for=0 if alone else SILENT_FOR)
            async with _rescuing(app):
                await app.run_worker_async(concurrency=CONCURRENCY, install_signal_handlers=True)


def own_connections() -> AbstractContextManager[App]:
    """The same jobs through connections of the worker's own, apart from Django's."""
    connector = django_app.connector
    if not isinstance(connector, DjangoConnector):
        raise CommandFailed("Jobs are not queued through Django's database connection.")
    return django_app.replace_connector(connector.get_worker_connector())


async def rescue(app: App, *, silent_for: float) -> int:
    """Queue again the jobs of workers that gave no sign of life for so many seconds; how many."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent_for))
    for job in stalled:
        await app.job_manager.retry_job(job)
    return len(stalled)


@asynccontextmanager
async def _rescuing(app: App) -> AsyncIterator[None]:
    async def again_and_again() -> None:
        while True:
            await asyncio.sleep(RESCUE_EVERY)
            try:
                await rescue(app, silent_for=SILENT_FOR)
            except ConnectorException:
                log.warning("The database did not answer; stalled jobs are looked for again in a moment.")

    task = asyncio.create_task(again_and_again())
    try:
        yield
    finally:
        task.cancel()


@contextmanager
def alone_or_not() -> Iterator[bool]:
    """Whether no other worker lives; from then on the others know of us."""
    with psycopg.connect(**connector_params(), autocommit=True) as connection:
        alone = connection.execute("SELECT pg_try_advisory_lock(%s)", [ALIVE]).fetchone() == (True,)
        connection.execute("SELECT pg_advisory_lock_shared(%s)", [ALIVE])
        if alone:
            connection.execute("SELECT pg_advisory_unlock(%s)", [ALIVE])
        try:
            yield alone
        finally:
            connection.close()
