"""Sessions: one statement for row and account, sixty idle minutes, no write for reading."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from motcua.accounts.models import Account, Session
from motcua.accounts.sessions import SessionStore
from tests.accounts.citizens import citizen

pytestmark = pytest.mark.django_db


def stored(account: Account | None = None) -> SessionStore:
    session = SessionStore()
    session["word"] = "từ"
    if account:
        session[SESSION_KEY] = str(account.pk)
    session.create()
    return session


def used(session: SessionStore, *, minutes_ago: int) -> None:
    """As if it was used last that long ago."""
    ends_at = timezone.now() + timedelta(minutes=60 - minutes_ago)
    Session.objects.filter(session_key=session.session_key).update(expire_date=ends_at)


def reopened(session: SessionStore) -> SessionStore:
    again = SessionStore(session.session_key)
    again.get("word")
    return again


def test_one_statement_brings_data_and_account(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    account = citizen()
    session = stored(account)

    with django_assert_num_queries(1):
        again = SessionStore(session.session_key)
        assert again["word"] == "từ"
        assert again.account == account
        assert again.account.created_at == account.created_at
        assert again.account.birth_on == account.birth_on


def test_a_session_of_nobody_has_no_account() -> None:
    again = reopened(stored())

    assert again["word"] == "từ"
    assert again.account is None
    assert not again.ran_out


def test_an_unknown_key_is_an_empty_session(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        again = SessionStore("k" * 32)
        assert again.is_empty() or dict(again.items()) == {}

    assert again.session_key is None
    assert not again.ran_out


def test_after_sixty_idle_minutes_it_is_over_and_says_so() -> None:
    session = stored(citizen())
    used(session, minutes_ago=60)

    again = reopened(session)

    assert again.ran_out
    assert again.account is None
    assert dict(again.items()) == {}


def test_an_hour_counts_from_the_last_use() -> None:
    session = stored(citizen())
    used(session, minutes_ago=55)

    reopened(session).prolong(timezone.now())
    row = Session.objects.get(session_key=session.session_key)

    assert row.expire_date > timezone.now() + timedelta(minutes=59)


@pytest.mark.parametrize(("minutes_ago", "writes"), [(0, 0), (9, 0), (11, 1), (59, 1)])
def test_it_is_prolonged_at_most_every_ten_minutes(minutes_ago: int, writes: int) -> None:
    session = stored(citizen())
    used(session, minutes_ago=minutes_ago)
    again = reopened(session)

    with CaptureQueriesContext(connection) as queries:
        again.prolong(timezone.now())
        again.prolong(timezone.now())

    assert len(queries) == writes


def test_flushing_forgets_the_account_too() -> None:
    session = reopened(stored(citizen()))

    session.flush()

    assert session.account is None
    assert not Session.objects.exists()


def test_what_has_ended_is_cleared() -> None:
    old, young = stored(citizen()), stored()
    used(old, minutes_ago=61)

    SessionStore.clear_expired()

    assert [row.session_key for row in Session.objects.all()] == [young.session_key]
