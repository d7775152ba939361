"""Signing up: nothing is reserved until the code is entered, and a browser learns nothing about a number."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from motcua.accounts import signing_up
from motcua.accounts.models import Account, PhoneCode
from motcua.common.errors import TooOften
from tests.accounts.citizens import AT, NUMBER, PHONE, citizen, person
from tests.accounts.telephone import last_code, last_text, texts

pytestmark = pytest.mark.django_db


def begin(*, minutes: int = 0, password_hash: str = "hash", address: str = "203.0.113.1", **told: Any) -> UUID:
    at = AT + timedelta(minutes=minutes)
    return signing_up.begin(person(**told), password_hash=password_hash, address=address, at=at)


def confirm(pk: UUID, phone: str = PHONE) -> Account:
    return signing_up.confirm(pk, code=last_code(phone), at=AT)


def test_until_the_code_is_entered_there_is_no_account() -> None:
    pk = begin()
    assert not Account.objects.exists()

    account = confirm(pk)

    assert (account.id_number, account.phone, account.password) == (NUMBER, PHONE, "hash")
    assert not account.is_verified
    assert account.sort_key
    assert not PhoneCode.objects.exists()


def test_a_second_sign_up_replaces_the_unconfirmed_one() -> None:
    first = begin(full_name="Ghi Sai", password_hash="first")
    first_code = last_code(PHONE)
    second = begin(full_name="Ghi Đúng", password_hash="second")

    with pytest.raises(ValidationError, match="quá 10 phút"):
        signing_up.confirm(first, code=first_code, at=AT)

    assert confirm(second).full_name == "Ghi Đúng"
    assert Account.objects.get().password == "second"


def test_two_of_a_family_sign_up_side_by_side_on_one_phone() -> None:
    first = begin()
    first_code = last_code(PHONE)
    second = begin(id_number="087190001002", full_name="Em")

    signing_up.confirm(first, code=first_code, at=AT)
    confirm(second)

    assert Account.objects.filter(phone=PHONE).count() == 2


def test_anybody_may_type_a_number_and_the_true_owner_still_signs_up() -> None:
    for n in range(6):
        phone = f"+8498700030{n}"
        confirm(begin(phone=phone, full_name=f"Người {n}"), phone)

    owner = confirm(begin(full_name="Chủ Thật"))

    assert owner.id_number == NUMBER
    assert Account.objects.filter(id_number=NUMBER).count() == 7


def test_a_sixth_on_one_phone_is_told_by_sms_and_gets_no_code() -> None:
    for n in range(5):
        citizen(id_number=f"08719000300{n}")

    pk = begin(id_number="087190003009")

    assert "da co 5 tai khoan" in last_text(PHONE)
    assert signing_up.waiting_for(pk).phone == PHONE
    with pytest.raises(ValidationError, match="Mã chưa đúng"):
        signing_up.confirm(pk, code="000000", at=AT)


def test_who_has_an_account_is_told_by_sms_to_sign_in() -> None:
    citizen()

    pk = begin()

    assert "da co tai khoan voi so dien thoai nay" in last_text(PHONE)
    with pytest.raises(ValidationError, match="Mã chưa đúng"):
        signing_up.confirm(pk, code="000000", at=AT)


@pytest.mark.parametrize("text", [signing_up.FULL, signing_up.KNOWN])
def test_what_the_phone_is_told_fits_one_sms(text: str) -> None:
    assert len("DEMO: " + text) <= 160
    assert text.isascii()


def test_another_code_replaces_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    digits = iter([111111, 222222])
    monkeypatch.setattr("secrets.randbelow", lambda _most: next(digits))
    pk = begin()

    again = signing_up.again(pk, address="203.0.113.1", at=AT + timedelta(minutes=1))

    assert last_code(PHONE) == "222222"
    with pytest.raises(ValidationError, match="quá 10 phút"):
        signing_up.confirm(pk, code="111111", at=AT)
    assert signing_up.confirm(again, code="222222", at=AT).password == "hash"


def test_a_sign_up_that_is_over_is_gone() -> None:
    pk = begin()
    confirm(pk)

    with pytest.raises(signing_up.Gone):
        signing_up.again(pk, address="203.0.113.1", at=AT)
    with pytest.raises(signing_up.Gone):
        signing_up.waiting_for(pk)


def test_the_phone_filled_up_meanwhile() -> None:
    pk = begin()
    code = last_code(PHONE)
    for n in range(5):
        citizen(id_number=f"08719000300{n}")

    with pytest.raises(signing_up.Gone):
        signing_up.confirm(pk, code=code, at=AT)


def test_three_codes_in_ten_minutes_and_no_fourth() -> None:
    for n in range(3):
        begin(id_number=f"08719000300{n}")

    with pytest.raises(TooOften):
        begin(id_number="087190003009")

    assert texts(PHONE) == 3
    begin(id_number="087190003009", minutes=10)


def test_a_commune_behind_one_address_signs_up_sixty_in_ten_minutes() -> None:
    for n in range(60):
        begin(phone=f"+8498700{n:04}", id_number=f"0871900{n:05}")

    with pytest.raises(TooOften):
        begin(phone="+84987009999")
    begin(phone="+84987009999", address="203.0.113.2")
