"""Every night all issued papers are compared with their hashes, a part at a time."""

import logging
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .keeping import swapped

log = logging.getLogger("motcua.papers")
AGAIN = RetryStrategy(max_attempts=5, exponential_wait=3)


@app.periodic(cron="30 19 * * *")  # 02:30 in Vietnam
@app.task(name="compare_papers", queue="duties", queueing_lock="compare_papers")
def compare_papers(timestamp: int) -> None:
    """Begin with the first paper."""
    app.configure_task("compare_part", queue="duties").defer(after=None)


@app.task(name="compare_part", queue="duties", retry=AGAIN)
def compare_part(after: str | None) -> None:
    """Compare a part and queue the next; what is wrong goes to the log, where operators look."""
    wrong, following = swapped(UUID(after) if after else None)
    for paper_id in wrong:
        log.error("the file of paper %s is not what was issued", paper_id)
    if following is not None:
        app.configure_task("compare_part", queue="duties").defer(after=str(following))
