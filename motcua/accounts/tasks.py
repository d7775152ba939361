"""Jobs of accounts."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.common import limits

from . import codes
from .sessions import SessionStore

LONGEST_WINDOW = timedelta(days=2)


@app.periodic(cron="17 * * * *")
@app.task(name="forget_codes_and_sessions", queue="upkeep")
def forget_codes_and_sessions(timestamp: int) -> None:
    """Delete sessions that ended, codes that nobody entered, and counts of attempts that no limit reads any more."""
    now = timezone.now()
    codes.forget_old(now)
    SessionStore.clear_expired()
    limits.forget_before(now - LONGEST_WINDOW)
