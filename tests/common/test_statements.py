"""Small questions in SQL."""

from motcua.common import statements


def test_rows_come_as_the_database_gives_them(db: None) -> None:
    assert statements.rows("select n, n * 2 from generate_series(1, %s) as n order by n", [2]) == [(1, 2), (2, 4)]
    assert statements.rows("select 1 where false", []) == []
