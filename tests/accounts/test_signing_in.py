"""Signing in: whose password fits, at the same cost for every number."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import check_password

from motcua.accounts import signing_in
from motcua.accounts.models import Account
from motcua.common.errors import TooOften
from tests.accounts.citizens import AT, NUMBER, PASSWORD, citizen
from tests.world import PASSWORD as WORLDS_PASSWORD
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "203.0.113.1"


def fitting(identifier: str, password: str = PASSWORD, *, minutes: int = 0, address: str = ADDRESS) -> list[Account]:
    return signing_in.fitting(identifier, password, address=address, at=AT + timedelta(minutes=minutes))


@pytest.mark.parametrize("identifier", ["087190001001", "087 190 001 001", "0987 000 001", "+84987000001"])
def test_id_number_and_phone_lead_to_the_account(identifier: str) -> None:
    account = citizen()

    assert fitting(identifier) == [account]
    assert fitting(identifier, "mật-khẩu-khác") == []


def test_of_a_family_on_one_phone_the_one_whose_password_fits() -> None:
    family = [citizen(id_number=f"08719000400{n}", password=f"mật khẩu số {n}") for n in range(5)]

    assert [fitting("0987 000 001", f"mật khẩu số {n}") for n in range(5)] == [[one] for one in family]


def test_equal_passwords_leave_the_choice() -> None:
    two = {citizen(id_number="087190004001"), citizen(id_number="087190004002")}
    citizen(id_number="087190004003", password="của riêng ai")

    assert set(fitting("0987000001")) == two


def test_a_squatted_number_still_opens_to_its_owner() -> None:
    owner = citizen()
    for n in range(4):
        citizen(phone=f"+8498700050{n}", password=f"kẻ chiếm số {n}", at=AT + timedelta(minutes=n))

    assert fitting(NUMBER) == [owner]


def test_a_closed_account_and_an_officer_stay_out(world: World) -> None:
    account = citizen()
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert fitting(NUMBER) == []
    assert fitting(world.chi.id_number, WORLDS_PASSWORD) == []


@pytest.mark.parametrize("there_are", [0, 1, 3, 5])
def test_every_number_costs_the_same_work(there_are: int) -> None:
    for n in range(there_are):
        citizen(id_number=f"08719000400{n}")

    with patch.object(signing_in, "check_password", wraps=check_password) as checked:
        fitting("0987 000 001", "mật-khẩu-sai")

    assert checked.call_count == 5


def test_a_name_nobody_could_have_costs_the_same_too() -> None:
    with patch.object(signing_in, "check_password", wraps=check_password) as checked:
        assert fitting("không phải số") == []

    assert checked.call_count == 5


def test_ten_failures_for_a_number_and_then_a_rest() -> None:
    account = citizen()
    for _ in range(10):
        fitting("0987 000 001", "mật-khẩu-sai")

    with pytest.raises(TooOften):
        fitting("0987000001")

    assert fitting(NUMBER) == [account], "the other name of the same person is still open"
    assert fitting("0987000001", minutes=15) == [account]


def test_who_signs_in_rightly_is_never_counted() -> None:
    citizen()

    for _ in range(30):
        assert fitting(NUMBER)


def test_one_address_may_fail_three_hundred_times() -> None:
    with patch.object(signing_in, "_whose", return_value=[]):
        for n in range(300):
            fitting(f"0871900{n:05}")

        with pytest.raises(TooOften):
            fitting("087199999999")
        assert fitting("087199999999", address="203.0.113.2") == []


def test_an_officer_by_login_and_password(world: World) -> None:
    def tried(login: str, password: str = WORLDS_PASSWORD) -> Account | None:
        return signing_in.officer_fitting(login, password, address=ADDRESS, at=AT)

    assert tried("chi") == tried("CHI") == world.chi
    assert tried("chi", "sai") is None
    assert tried("ai-do") is None
    assert tried(world.an.id_number) is None
    for _ in range(9):
        tried("chi", "sai")
    with pytest.raises(TooOften):
        tried("chi")
    assert tried("dung") == world.dung
