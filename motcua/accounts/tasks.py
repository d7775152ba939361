"""Jobs of accounts."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import codes
from .sessions import SessionStore


@app.periodic(cron="17 * * * *")
@app.task(name="forget_codes_and_sessions", queue="upkeep")
def forget_codes_and_sessions(timestamp: int) -> None:
    """Delete sessions that ended and codes that nobody entered."""
    codes.forget_old(timezone.now())
    SessionStore.clear_expired()
