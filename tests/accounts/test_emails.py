"""An e-mail address counts after its link was opened and confirmed."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import translation
from pytest_django import Settings

from motcua.accounts import emails, people
from motcua.accounts.models import Account
from motcua.common.errors import TooOften
from motcua.notifications.models import Message
from tests.accounts.citizens import AT, citizen

pytestmark = pytest.mark.django_db


def key_for(account: Account) -> str:
    keys: list[str] = []

    def link(key: str) -> str:
        keys.append(key)
        return f"https://mot-cua.example.vn/thu-dien-tu/{key}/"

    emails.ask(account, link=link, at=AT)
    return keys[0]


def test_the_mail_holds_name_and_link() -> None:
    account = citizen(email="sau@example.vn")

    key = key_for(account)

    mail = Message.objects.get(channel="email")
    assert (mail.address, mail.kind) == ("sau@example.vn", "confirm_email")
    assert mail.subject == "Xác nhận địa chỉ thư điện tử"
    assert mail.text.startswith("Kính gửi ông/bà Lý Văn Sáu,")
    assert f"https://mot-cua.example.vn/thu-dien-tu/{key}/" in mail.text


def test_it_is_vietnamese_though_the_page_was_english() -> None:
    with translation.override("en"):
        key_for(citizen(email="sau@example.vn"))

    mail = Message.objects.get(channel="email")
    assert mail.subject == "Xác nhận địa chỉ thư điện tử"
    assert mail.text.startswith("Kính gửi ông/bà Lý Văn Sáu,")


def test_a_demo_says_so(settings: Settings) -> None:
    settings.DEMO = True

    key_for(citizen(email="sau@example.vn"))

    assert Message.objects.get(channel="email").subject.startswith("DEMO: ")


def test_opening_confirms_nothing_and_the_button_does() -> None:
    account = citizen(email="sau@example.vn")
    key = key_for(account)

    assert emails.address_of(key) == "sau@example.vn"
    assert Account.objects.get(pk=account.pk).email_confirmed_at is None
    assert emails.confirm(key, at=AT)
    assert emails.confirm(key, at=AT + timedelta(days=1))
    assert Account.objects.get(pk=account.pk).email_confirmed_at == AT


def test_a_link_for_the_address_before_confirms_nothing() -> None:
    account = citizen(email="sau@example.vn")
    key = key_for(account)
    people.change_email(account, email="khac@example.vn")

    assert emails.address_of(key) == ""
    assert not emails.confirm(key, at=AT)


def test_a_changed_or_old_link_confirms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_for(citizen(email="sau@example.vn"))

    assert not emails.confirm(key[:-1] + ("A" if key[-1] != "A" else "B"), at=AT)
    assert not emails.confirm(signing.dumps(["x", "y"], salt="another"), at=AT)
    monkeypatch.setattr(emails, "LIFETIME", timedelta(seconds=-1))
    assert not emails.confirm(key, at=AT)


def test_five_mails_an_hour() -> None:
    account = citizen(email="sau@example.vn")
    for _ in range(5):
        key_for(account)

    with pytest.raises(TooOften):
        key_for(account)


def test_the_link_does_not_carry_the_address() -> None:
    key = key_for(citizen(email="sau@example.vn"))

    told = signing.loads(key, salt=emails.SALT)
    assert "sau" not in "".join(told)
