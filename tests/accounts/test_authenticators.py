"""The second factor: RFC 6238, each code once, no secret in the database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from django.db import connection
from pytest_django import Settings

from motcua.accounts import authenticators
from motcua.accounts.models import Account, Authenticator
from tests.accounts.citizens import citizen

AT = datetime(2026, 3, 2, 1, 0, 10, tzinfo=UTC)  # ten seconds into a period


def code(account: Account, seconds: int = 0) -> str:
    return pyotp.TOTP(authenticators.secret(authenticators.start(account))).at(AT + timedelta(seconds=seconds))


def accept(account: Account, typed: str, seconds: int = 0) -> bool:
    return authenticators.accept(account, code=typed, at=AT + timedelta(seconds=seconds))


@pytest.mark.django_db
def test_the_code_of_any_ordinary_app_is_accepted_and_confirms() -> None:
    account = citizen()

    assert accept(account, code(account))
    assert Authenticator.objects.get(pk=account.pk).confirmed_at == AT


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "accepted"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off(seconds: int, accepted: bool) -> None:
    account = citizen()

    assert accept(account, code(account, seconds)) is accepted


@pytest.mark.django_db
def test_a_code_seen_over_the_shoulder_is_worthless() -> None:
    account = citizen()
    before, now, after = code(account, -30), code(account), code(account, 30)

    assert accept(account, now)
    assert not accept(account, now)
    assert not accept(account, before)
    assert accept(account, after, seconds=30)


@pytest.mark.django_db(transaction=True)
def test_of_two_presses_at_once_one_is_accepted() -> None:
    account = citizen()
    now = code(account)

    def press(_n: int) -> bool:
        try:
            return accept(account, now)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(press, range(4))) == [False, False, False, True]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", "000000x", "abcdef", "１２３４５６"])
def test_nonsense_is_refused(typed: str) -> None:
    account = citizen()
    authenticators.start(account)

    assert not accept(account, typed)
    assert not accept(citizen(phone="+84987000002"), "123456")


@pytest.mark.django_db
def test_the_row_alone_gives_no_code_away(settings: Settings) -> None:
    account = citizen()
    row = authenticators.start(account)
    secret = authenticators.secret(row)

    settings.SECRET_KEY = "the key of somebody who stole the table"

    assert secret not in str(Authenticator.objects.values().get())
    assert authenticators.secret(row) != secret


@pytest.mark.django_db
def test_a_new_server_key_keeps_the_devices(settings: Settings) -> None:
    account = citizen()
    typed = code(account)

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the next key"

    assert accept(account, typed)


@pytest.mark.django_db
def test_each_has_a_secret_of_their_own_and_keeps_it() -> None:
    one, other = (authenticators.start(citizen(phone=f"+8498700000{n}")) for n in (2, 3))

    assert authenticators.secret(one) != authenticators.secret(other)
    assert authenticators.start(one.account).nonce == one.nonce


@pytest.mark.django_db
def test_the_address_holds_the_secret_and_the_name() -> None:
    row = authenticators.start(citizen())

    found = pyotp.parse_uri(authenticators.address(row, name="chi", issuer="Mot Cua"))

    assert (found.secret, found.name, found.issuer) == (authenticators.secret(row), "chi", "Mot Cua")
