"""Small questions asked on every press, in SQL that is written once: building them anew costs more than asking."""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of the answer."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
