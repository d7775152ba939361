"""Jobs of dossiers: the sweeps of the duties, and counting again after the calendar changed."""

from contextlib import suppress
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from . import duties
from .actions import recounting

AGAIN = RetryStrategy(max_attempts=5, exponential_wait=3)
AT_MOST = 4.0  # seconds; a worker that is asked to stop waits for its job


@app.periodic(cron="*/5 * * * *")
@app.task(name="sweep", queue="duties", queueing_lock="sweep")
def sweep(timestamp: int) -> None:
    """Queue every duty, each as a job of its own; one that still waits is not queued twice."""
    for word in duties.DUTIES:
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task("duty", queue="duties", queueing_lock=f"duty {word}", lock=f"duty {word}").defer(
                duty=word
            )


@app.task(name="duty", queue="duties", retry=AGAIN)
def attend(duty: str) -> None:
    """Do one duty as of now, for a few seconds at most; the next sweep goes on."""
    duties.run(duty, at=timezone.now(), seconds=AT_MOST)


@app.task(name="recount", queue="duties", retry=AGAIN)
def recount(agency: str | None, first: str, after: str | None) -> None:
    """Count a part of the open dossiers again, and queue the next part."""
    agency_id, day = UUID(agency) if agency else None, date.fromisoformat(first)
    following = recounting.recount_part(agency_id, day, at=timezone.now(), after=UUID(after) if after else None)
    if following is not None:
        recounting.queue(agency_id, day, at=timezone.now(), after=following)
