"""The whole national catalogue, where it lies beside this checkout."""

from pathlib import Path

import pytest
from django.db import connection

from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Version
from motcua.catalogue.queries import Filters, search
from motcua.catalogue.starter import load_starter
from motcua.common.words import fold

from .making import LATER, NOON, form

SHARED = Path(__file__).parents[3] / "shared" / "data" / "procedures.jsonl.gz"


@pytest.mark.django_db
@pytest.mark.timeout(480)
def test_it_is_read_whole_and_found_by_its_names() -> None:
    if not SHARED.exists():
        pytest.skip("shared/data is not beside this checkout: the national catalogue was not imported")
    form()
    load_starter(at=NOON)
    believe_empty()

    first = import_procedures(SHARED, at=NOON)

    assert (first.total, first.skipped, first.vanished) == (4573, [], 0)
    with connection.cursor() as cursor:
        cursor.execute("analyze")  # nobody vacuums inside a test: the planner would take the tables for empty
    second = import_procedures(SHARED, at=LATER)
    assert (second.new, second.changed, second.unchanged) == (0, 0, 4573)
    disagreeing = Version.objects.filter(in_force_to=None, level=4, files_online=False)
    assert disagreeing.count() == 151
    assert search(Filters()).count == 4573
    for typed in ("khai sinh", "dang ky khai sinh", "Thủ tục đăng ký khai sinh"):
        assert search(Filters(words=typed)).rows[0].code == "1.001193"
    assert_names_find_themselves()


def believe_empty() -> None:
    """Leave the planner with what the autovacuum notes when it looks while nothing is there yet."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text,"
            " 'relpages', 500, 'reltuples', 0::real)"
            " from pg_class where relname like 'catalogue\\_%' and relkind = 'r'"
        )


def assert_names_find_themselves() -> None:
    """Every fortieth name, typed in full, with and without accents: its procedure is among the first five."""
    rows = Version.objects.filter(in_force_to=None).order_by("id").values_list("procedure__code", "name")
    missed = [
        (code, typed)
        for code, name in rows[::40]
        for typed in (name, fold(name))
        if code not in [row.code for row in search(Filters(words=typed)).rows[:5]]
    ]
    assert missed == []
