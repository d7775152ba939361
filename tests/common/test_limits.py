"""Limits hold across processes, reset with their window, and keep nobody's phone."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection

from motcua.common import limits
from motcua.common.limits import Limit
from motcua.common.models import Attempt

AT = datetime.fromisoformat("2026-11-19T09:01:00+07:00")
VIETNAM = 7 * 3600


def test_the_first_so_many_pass(db: None) -> None:
    allowed = [limits.allow("a", most=3, seconds=600, at=AT) for _ in range(5)]

    assert allowed == [True, True, True, False, False]


def test_the_next_window_begins_anew(db: None) -> None:
    for _ in range(4):
        limits.allow("a", most=3, seconds=600, at=AT)

    assert limits.allow("a", most=3, seconds=600, at=limits.window_end(AT, 600))


def test_other_keys_and_other_windows_are_not_counted(db: None) -> None:
    for _ in range(4):
        limits.allow("a", most=3, seconds=600, at=AT)

    assert limits.allow("b", most=3, seconds=600, at=AT)
    assert limits.allow("a", most=3, seconds=60, at=AT)


def test_peek_does_not_count(db: None) -> None:
    assert all(limits.peek("a", most=1, seconds=600, at=AT) for _ in range(3))
    limits.allow("a", most=1, seconds=600, at=AT)
    assert not limits.peek("a", most=1, seconds=600, at=AT)


def test_the_first_exceeded_limit_is_named_and_all_are_counted(db: None) -> None:
    narrow, wide = Limit("narrow", 1, 600), Limit("wide", 9, 600)

    assert limits.exceeded([wide, narrow], at=AT) is None
    assert limits.exceeded([wide, narrow], at=AT) == narrow


def test_a_forgiven_attempt_counts_for_nothing(db: None) -> None:
    limit = Limit("a", 1, 600)

    for _ in range(4):
        assert limits.exceeded([limit], at=AT) is None
        limits.forgive([limit], at=AT)


def test_a_day_ends_at_midnight_in_vietnam() -> None:
    day = Limit("a", 1, 86_400, VIETNAM)

    assert day.until(AT) == datetime.fromisoformat("2026-11-20T00:00:00+07:00")


def test_keys_are_kept_as_digests(db: None) -> None:
    limits.allow("phone:+84987654321", most=3, seconds=600, at=AT)

    assert "987654321" not in Attempt.objects.get().key


def test_old_counts_are_forgotten(db: None) -> None:
    limits.allow("a", most=3, seconds=600, at=AT)
    limits.allow("a", most=3, seconds=600, at=AT + timedelta(days=2))

    assert limits.forget_before(AT + timedelta(days=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_attempts_never_pass_together() -> None:
    allowed: list[bool] = []

    def attempt() -> None:
        allowed.append(limits.allow("a", most=5, seconds=600, at=AT))
        connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert allowed.count(True) == 5
