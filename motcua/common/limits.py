"""How often something may be tried: counts in PostgreSQL, so a limit holds across processes."""

import hashlib
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import Sum

from .models import Attempt

COUNT_ONE = """
insert into common_attempt (key, "window", count) values (%s, %s, 1)
on conflict (key, "window") do update set count = common_attempt.count + 1
returning count
"""


def window_start(at: datetime, seconds: int) -> datetime:
    """Start of the fixed window of `seconds` that holds `at`."""
    return datetime.fromtimestamp(at.timestamp() // seconds * seconds, UTC)


def window_end(at: datetime, seconds: int) -> datetime:
    """The moment from which trying again is allowed."""
    return window_start(at, seconds) + timedelta(seconds=seconds)


def _hidden(key: str) -> str:
    """Keys carry phones and addresses; the table keeps only their digest."""
    return hashlib.blake2b(key.encode(), digest_size=20).hexdigest()


def allow(key: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Count one attempt and say whether it is within `most` per window of `seconds`."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, [_hidden(key), window_start(at, seconds)])
        row = cursor.fetchone()
    return bool(row and row[0] <= most)


def peek(key: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Say whether another attempt would be allowed, without counting one."""
    counted = Attempt.objects.filter(key=_hidden(key), window=window_start(at, seconds)).aggregate(Sum("count"))
    return (counted["count__sum"] or 0) < most


def forget_before(moment: datetime) -> int:
    """Delete counts whose window began before `moment`; returns how many."""
    deleted, _ = Attempt.objects.filter(window__lt=moment).delete()
    return deleted
