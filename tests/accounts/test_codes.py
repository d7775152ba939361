"""Codes by SMS: ten minutes, five tries, one use."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import Settings

from motcua.accounts import codes
from motcua.accounts.models import PhoneCode, Purpose
from motcua.common.ids import new_id
from tests.accounts.citizens import AT, PHONE
from tests.accounts.telephone import last_code, last_text, texts


def sent(instead: str = "") -> PhoneCode:
    return codes.send(Purpose.RESET, phone=PHONE, pending={}, at=AT, instead=instead)


def check(row: PhoneCode, typed: str, minutes: int = 0) -> PhoneCode:
    return codes.check(row.pk, purpose=Purpose.RESET, typed=typed, at=AT + timedelta(minutes=minutes))


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


@pytest.mark.django_db
def test_the_text_says_what_the_code_is_for_and_fits_one_sms(settings: Settings) -> None:
    sent()
    assert last_text(PHONE).startswith("Mot Cua: ma xac nhan cua ong/ba la ")

    settings.DEMO = True
    sent()
    assert last_text(PHONE).startswith("DEMO: Mot Cua: ma xac nhan")
    assert len(last_text(PHONE)) <= 160
    assert last_text(PHONE).isascii()


@pytest.mark.django_db
def test_the_code_is_stored_as_a_digest_only() -> None:
    row = sent()

    assert last_code(PHONE) not in str(PhoneCode.objects.filter(pk=row.pk).values()[0])


@pytest.mark.django_db
def test_the_right_code_fits_with_spaces_too_and_is_used_once() -> None:
    row = sent()
    code = last_code(PHONE)

    found = check(row, f" {code[:3]} {code[3:]} ", minutes=9)

    assert found == row
    assert codes.use_up(found)
    assert not codes.use_up(found)


@pytest.mark.django_db
def test_after_ten_minutes_it_is_too_old() -> None:
    row = sent()

    with pytest.raises(ValidationError, match="Mã đã quá 10 phút"):
        check(row, last_code(PHONE), minutes=10)


@pytest.mark.django_db
def test_after_five_wrong_tries_the_right_one_is_refused_too() -> None:
    row = sent()
    code = last_code(PHONE)

    for _ in range(5):
        with pytest.raises(ValidationError, match="Mã chưa đúng"):
            check(row, wrong(code))

    with pytest.raises(ValidationError, match="Đã ghi sai 5 lần"):
        check(row, code)


@pytest.mark.django_db(transaction=True)
def test_tries_are_counted_when_they_come_at_once() -> None:
    row = sent()
    code = last_code(PHONE)

    def try_one(_n: int) -> str:
        try:
            check(row, wrong(code))
        except ValidationError as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "right"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(try_one, range(8)))

    assert sorted(answers) == ["tries"] * 3 + ["wrong"] * 5


@pytest.mark.django_db
def test_a_code_is_for_its_purpose_only() -> None:
    row = sent()

    with pytest.raises(ValidationError, match="quá 10 phút"):
        codes.check(row.pk, purpose=Purpose.SIGN_UP, typed=last_code(PHONE), at=AT)
    with pytest.raises(ValidationError, match="quá 10 phút"):
        codes.check(new_id(), purpose=Purpose.RESET, typed=last_code(PHONE), at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", "000000", "123456"])
def test_no_code_fits_where_the_phone_was_told_something_else(typed: str) -> None:
    row = sent("Mot Cua: chuyen khac")

    assert last_text(PHONE) == "Mot Cua: chuyen khac"
    with pytest.raises(ValidationError, match="Mã chưa đúng"):
        check(row, typed)


@pytest.mark.django_db
def test_what_nobody_entered_is_forgotten_after_an_hour() -> None:
    sent()

    assert codes.forget_old(AT + timedelta(minutes=59)) == 0
    assert codes.forget_old(AT + timedelta(minutes=61)) == 1
    assert texts(PHONE) == 1
