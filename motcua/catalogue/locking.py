"""One process publishes at a time."""

from typing import Final

from django.db import connection

LOCK: Final = 8_310_457_001
"""Key of the advisory lock."""


def one_at_a_time() -> None:
    """Wait for the lock of publishing and hold it until the transaction ends; taking it twice is taking it once."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
