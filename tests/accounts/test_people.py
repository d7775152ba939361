"""Accounts of citizens: who may share what, and what the desk saw."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from motcua.accounts import people
from motcua.accounts.models import Account, Verification
from tests.accounts.citizens import AT, NUMBER, PHONE, citizen, person
from tests.world import World


def numbered(n: int) -> str:
    return f"08719000200{n}"


@pytest.mark.django_db
def test_five_share_a_phone_and_a_sixth_does_not() -> None:
    for n in range(5):
        people.open_account(person(id_number=numbered(n)), password_hash="!", at=AT)

    with pytest.raises(people.PhoneIsFull):
        people.open_account(person(id_number=numbered(5)), password_hash="!", at=AT)

    assert Account.objects.filter(phone=PHONE).count() == 5


@pytest.mark.django_db(transaction=True)
def test_seven_at_the_same_moment_are_five_in_the_end() -> None:
    def sign_up(n: int) -> bool:
        try:
            people.open_account(person(id_number=numbered(n)), password_hash="!", at=AT)
        except people.PhoneIsFull:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(7) as pool:
        opened = list(pool.map(sign_up, range(7)))

    assert opened.count(True) == 5
    assert Account.objects.filter(phone=PHONE).count() == 5


@pytest.mark.django_db
def test_the_same_number_is_not_opened_twice_on_one_phone() -> None:
    people.open_account(person(), password_hash="!", at=AT)

    with pytest.raises(people.AlreadyHasAccount):
        people.open_account(person(full_name="Ai Đó"), password_hash="!", at=AT)


@pytest.mark.django_db
def test_the_desk_verifies_and_what_it_saw_is_kept(world: World) -> None:
    account = citizen()

    people.verify(account, by=world.chi, card_number=NUMBER, seen="Thẻ căn cước", at=AT)

    row = Verification.objects.get(account=account)
    assert Account.objects.get(pk=account.pk).verified_at == AT
    assert (row.officer, row.at, row.seen) == (world.chi, AT, "Thẻ căn cước")


@pytest.mark.django_db
def test_squatters_never_keep_the_true_owner_from_being_verified(world: World) -> None:
    squatters = [citizen(phone=f"+8498700020{n}") for n in range(4)]
    owner = citizen()

    people.verify(owner, by=world.chi, card_number=NUMBER, seen="Thẻ căn cước", at=AT)

    with pytest.raises(people.NumberTaken, match="đã thuộc một tài khoản đã xác minh"):
        people.verify(squatters[0], by=world.chi, card_number=NUMBER, seen="Thẻ căn cước", at=AT)
    assert not Account.objects.get(pk=squatters[0].pk).is_verified


@pytest.mark.django_db
@pytest.mark.parametrize("card_number", ["087190009999", "341234567"])
def test_another_card_verifies_nobody(world: World, card_number: str) -> None:
    account = citizen()

    with pytest.raises(ValidationError, match="khác số của tài khoản"):
        people.verify(account, by=world.chi, card_number=card_number, seen="Thẻ căn cước", at=AT)

    assert not Verification.objects.filter(account=account).exists()


@pytest.mark.django_db
def test_no_officer_verifies_themselves(world: World) -> None:
    own = citizen(id_number=world.chi.id_number)

    with pytest.raises(ValidationError, match="Không tự xác minh cho mình"):
        people.verify(own, by=world.chi, card_number=own.id_number, seen="Thẻ căn cước", at=AT)
    people.verify(own, by=world.giang, card_number=own.id_number, seen="Thẻ căn cước", at=AT)


@pytest.mark.django_db
def test_an_old_card_is_followed_by_the_twelve_digits_of_the_new_one(world: World) -> None:
    account = citizen(id_number="341234567")

    people.verify(account, by=world.chi, card_number=NUMBER, seen="Thẻ căn cước", at=AT)

    assert Account.objects.get(pk=account.pk).id_number == NUMBER


@pytest.mark.django_db
def test_a_person_writes_the_twelve_digits_until_the_desk_has_seen_them(world: World) -> None:
    account = citizen(id_number="341234567")

    people.replace_old_number(account, id_number=NUMBER)
    people.verify(account, by=world.chi, card_number=NUMBER, seen="Thẻ căn cước", at=AT)

    assert account.id_number == NUMBER
    with pytest.raises(ValidationError, match="Mang căn cước đến quầy"):
        people.replace_old_number(account, id_number="087190009999")


@pytest.mark.django_db
def test_a_new_address_is_unconfirmed_and_the_same_one_stays_confirmed() -> None:
    account = citizen(email="sau@example.vn")
    account.email_confirmed_at = AT

    people.change_email(account, email="sau@example.vn")
    assert account.email_confirmed_at == AT

    people.change_email(account, email="khac@example.vn")
    assert account.email_confirmed_at is None
