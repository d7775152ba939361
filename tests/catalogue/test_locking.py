"""One process publishes at a time."""

import pytest
from django.db import connection, transaction

from motcua.catalogue.locking import LOCK, take_turn

HELD = """
    select count(*) from pg_locks
    where locktype = 'advisory' and granted and pid = pg_backend_pid() and objid = %s::bigint & 4294967295
"""


def held() -> int:
    with connection.cursor() as cursor:
        cursor.execute(HELD, [LOCK])
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_the_lock_is_held_until_the_transaction_ends_and_taken_twice_is_once() -> None:
    with transaction.atomic():
        take_turn()
        take_turn()
        assert held() == 1
    assert held() == 0
