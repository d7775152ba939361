"""Making officers."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.accounts import authenticators, officers
from motcua.accounts.models import Account, Authenticator, Role, RoleHeld
from tests.world import BEGINNING, HANOI, PASSWORD, World

pytestmark = pytest.mark.django_db


def make(login: str, world: World) -> Account:
    roles = [(Role.INTAKE, world.agency()), (Role.HANDLER, world.agency())]
    return officers.make_officer(
        login=login, full_name="Đỗ Thị Kim", id_number="087190007777", password=PASSWORD, roles=roles, at=BEGINNING
    )


def test_an_officer_has_login_roles_and_no_verified_number(world: World) -> None:
    kim = make("Kim", world)

    assert kim.login == "kim"
    assert kim.is_officer
    assert not kim.is_verified
    assert kim.check_password(PASSWORD)
    assert {row.role for row in RoleHeld.objects.filter(account=kim)} == {"intake", "handler"}
    assert not Authenticator.objects.filter(account=kim).exists()


def test_a_login_is_given_once(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make("chi", world)


def test_a_role_counts_from_the_local_day(world: World) -> None:
    late = datetime(2026, 3, 3, 0, 30, tzinfo=HANOI)  # still 2 March in UTC

    row = officers.grant(world.ha, role=Role.MANAGER, agency=world.agency(), at=late)

    assert row.valid_from.isoformat() == "2026-03-03"


def test_the_demo_code_is_accepted_again_and_again(world: World) -> None:
    for _ in range(2):
        assert authenticators.accept(world.chi, code=officers.demo_code("chi", at=BEGINNING), at=BEGINNING)

    later = BEGINNING + timedelta(seconds=60)
    assert authenticators.accept(world.chi, code=officers.demo_code("chi", at=later), at=later)


def test_there_is_no_code_without_an_authenticator(world: World) -> None:
    make("kim", world)

    for login in ("kim", "ai-do", world.an.id_number):
        with pytest.raises(Authenticator.DoesNotExist):
            officers.demo_code(login, at=BEGINNING)


def test_the_secret_handed_over_is_the_one_that_counts(world: World) -> None:
    kim = make("kim", world)

    secret = officers.give_authenticator(kim, at=BEGINNING)

    assert secret == authenticators.secret(authenticators.start(kim))
    assert Authenticator.objects.get(account=kim).confirmed_at == BEGINNING
