"""One process publishes at a time."""

from typing import Final

from django.db import connection

LOCK: Final = 8_310_457_001
"""Key of the advisory lock."""


def take_turn() -> None:
    """Wait until nobody else publishes, and hold that until the transaction ends; twice is as good as once.

    Who decides by the version in force reads it after this, and locks rows of the catalogue only after this.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
