"""A forgotten password."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from motcua.accounts import resetting, signing_in
from motcua.accounts.models import Session
from motcua.common.errors import TooOften
from tests.accounts.citizens import AT, PASSWORD, PHONE, citizen
from tests.accounts.telephone import last_code, last_text, texts

pytestmark = pytest.mark.django_db
ADDRESS = "203.0.113.1"


def test_the_code_leads_to_the_accounts_of_the_phone() -> None:
    family = {citizen(id_number=f"08719000400{n}") for n in range(3)}

    pk = resetting.begin(PHONE, address=ADDRESS, at=AT)

    assert resetting.phone_of(pk) == PHONE
    assert set(resetting.confirm(pk, code=last_code(PHONE), at=AT)) == family
    assert resetting.phone_of(pk) == ""


def test_a_phone_without_an_account_is_told_so_by_sms_only() -> None:
    pk = resetting.begin(PHONE, address=ADDRESS, at=AT)

    assert resetting.phone_of(pk) == PHONE
    assert "chua co tai khoan" in last_text(PHONE)
    with pytest.raises(ValidationError, match="Mã chưa đúng"):
        resetting.confirm(pk, code="000000", at=AT)


def test_a_newer_code_replaces_the_older() -> None:
    citizen()
    first = resetting.begin(PHONE, address=ADDRESS, at=AT)
    resetting.begin(PHONE, address=ADDRESS, at=AT)

    assert resetting.phone_of(first) == ""


def test_signing_up_and_resetting_share_the_limit_of_a_phone() -> None:
    for _ in range(3):
        resetting.begin(PHONE, address=ADDRESS, at=AT)

    with pytest.raises(TooOften):
        resetting.begin(PHONE, address=ADDRESS, at=AT + timedelta(minutes=9))
    assert texts(PHONE) == 3


def test_a_new_password_ends_every_session() -> None:
    account, other = citizen(), citizen(id_number="087190004001")
    for key, one in (("a" * 32, account), ("b" * 32, account), ("c" * 32, other)):
        Session.objects.create(session_key=key, session_data="", expire_date=AT, account=one)

    resetting.set_password(account, password="mật khẩu mới tinh")

    assert [row.account for row in Session.objects.all()] == [other]
    assert signing_in.fitting("0987000001", "mật khẩu mới tinh", address=ADDRESS, at=AT) == [account]
    assert signing_in.fitting("0987000001", PASSWORD, address=ADDRESS, at=AT) == [other]
