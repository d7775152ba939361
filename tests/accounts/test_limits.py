"""Limits count in the database, so every process sees the same number."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from motcua.accounts.limits import Limit
from motcua.common.errors import TooOften
from motcua.common.models import Attempt
from tests.accounts.citizens import AT

THREE = Limit("three", 3, 600)


@pytest.fixture
def three_counted(db: None) -> None:
    for _ in range(3):
        THREE.count("somebody", at=AT)


@pytest.mark.usefixtures("three_counted")
def test_the_fourth_is_refused_until_the_window_ends() -> None:
    with pytest.raises(TooOften) as refused:
        THREE.count("somebody", at=AT)

    assert refused.value.until == AT + timedelta(minutes=10)
    THREE.count("somebody", at=AT + timedelta(minutes=10))


@pytest.mark.usefixtures("three_counted")
def test_somebody_else_is_not_refused() -> None:
    THREE.count("somebody else", at=AT)
    Limit("other", 3, 600).count("somebody", at=AT)


@pytest.mark.usefixtures("three_counted")
def test_asking_for_room_counts_nothing() -> None:
    before = sum(row.count for row in Attempt.objects.all())

    with pytest.raises(TooOften):
        THREE.require_room("somebody", at=AT)
    THREE.require_room("somebody else", at=AT)

    assert sum(row.count for row in Attempt.objects.all()) == before


@pytest.mark.usefixtures("three_counted")
def test_the_table_names_nobody() -> None:
    assert not Attempt.objects.filter(key__contains="somebody").exists()


@pytest.mark.django_db(transaction=True)
def test_it_holds_across_connections() -> None:
    def count(_n: int) -> bool:
        try:
            THREE.count("somebody", at=AT)
        except TooOften:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(count, range(9))) == [False] * 6 + [True] * 3
