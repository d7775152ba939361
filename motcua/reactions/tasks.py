"""One job per event, safe to run twice; and the rescue of jobs whose worker died."""

import asyncio
import logging

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .table import REACTIONS

log = logging.getLogger(__name__)
AGAIN = RetryStrategy(max_attempts=12, exponential_wait=3)
STALLED_AFTER = 25  # seconds without a heartbeat; heartbeats come every 10


@app.task(name="react", queue="reactions", retry=AGAIN)
def react(event: str, ids: dict[str, str]) -> None:
    """Run every reaction to `event`, in the table's order."""
    for reaction in REACTIONS.get(event, ()):
        reaction(ids["line"])


@app.periodic(cron="*/15 * * * * *")
@app.task(name="rescue", queue="rescue", queueing_lock="rescue", pass_context=False)
def rescue(timestamp: int) -> None:  # noqa: ARG001  the schedule passes its moment
    """Take up jobs whose worker died in the middle: Procrastinate alone would leave them running for ever."""
    rescued = asyncio.run(take_up_stalled(STALLED_AFTER))
    if rescued:
        log.warning("took up %d stalled jobs", rescued)


async def take_up_stalled(seconds_without_heartbeat: int) -> int:
    """Queue stalled jobs again; returns how many. With 0 seconds every job without a living worker counts."""
    async with app.open_async():
        stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=seconds_without_heartbeat))
        for job in stalled:
            await app.job_manager.retry_job(job)
    return len(stalled)
