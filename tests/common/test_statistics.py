"""After a table was filled at once the planner knows how much it holds."""

from django.db import connection

from motcua.common import statistics
from motcua.common.models import Attempt
from tests.world import MONDAY

ESTIMATED = "select reltuples from pg_class where relname = 'common_attempt'"


def test_the_planner_knows_the_rows(db: None) -> None:
    Attempt.objects.bulk_create([Attempt(key=str(n), window=MONDAY, count=1) for n in range(500)])

    statistics.gather(Attempt)

    with connection.cursor() as cursor:
        cursor.execute(ESTIMATED)
        assert cursor.fetchone() == (500,)
