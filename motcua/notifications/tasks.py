"""Jobs of notifications."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import actions

AGAIN = RetryStrategy(max_attempts=12, exponential_wait=3)


@app.task(name="deliver", queue="messages", retry=AGAIN)
def deliver(reason: str) -> None:
    """Send what is owed for `reason`."""
    actions.deliver(reason, at=timezone.now())
