"""Tables that keep their rows refuse to change them, all of them named in the migrations."""

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from motcua.common.append_only import append_only

KEPT = "select tgrelid::regclass::text from pg_trigger where tgname like '%%\\_rows\\_stay'"


@pytest.fixture
def table(db: None) -> str:
    with connection.cursor() as cursor:
        cursor.execute("create table kept (n int)")
        cursor.execute(str(append_only("kept").sql))
        cursor.execute("insert into kept values (1)")
    return "kept"


@pytest.mark.parametrize("sql", ["update kept set n = 2", "delete from kept", "truncate kept"])
def test_rows_stay(table: str, sql: str) -> None:
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_history_and_looks_are_kept(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(KEPT)
        kept = {name for (name,) in cursor.fetchall()}

    assert {"dossiers_historyline", "dossiers_look"} <= kept
