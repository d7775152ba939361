"""One job per event, safe to run twice. Jobs whose worker died are taken up again by the worker itself."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.common.events import publish
from motcua.documents import issuing

from .table import REACTIONS

AGAIN = RetryStrategy(max_attempts=12, exponential_wait=3)


@app.task(name="react", queue="reactions", retry=AGAIN)
def react(event: str, ids: dict[str, str]) -> None:
    """Run every reaction to `event`, in the table's order; it carries one id, of the row that it is about."""
    [about] = ids.values()
    for reaction in REACTIONS.get(event, ()):
        reaction(about, timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="draw_waiting", queue="duties", queueing_lock="draw_waiting")
def draw_waiting(timestamp: int) -> None:
    """Come back to papers that wait for a key, or whose job was given up."""
    for paper_id in issuing.waiting(at=timezone.now()):
        publish("paper.owed", paper=str(paper_id))
