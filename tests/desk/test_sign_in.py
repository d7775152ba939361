"""The second entrance: password, then the authenticator; no page of the desk before both."""

import re
from datetime import timedelta

import pyotp
import pytest
from django.test import Client
from django.utils import timezone

from motcua.accounts import authenticators
from motcua.accounts.models import Account, Authenticator
from motcua.accounts.officers import demo_code
from tests.world import PASSWORD, World

pytestmark = pytest.mark.django_db
ENTRANCE, CODE, ENROL, INSIDE = "/can-bo/dang-nhap/", "/can-bo/ma/", "/can-bo/cai-dat-ma/", "/can-bo/xac-minh/"


def first_factor(client: Client, login: str = "chi", password: str = PASSWORD, **more: str) -> str:
    """Where it leads, or the page that says why not."""
    answer = client.post(ENTRANCE, {"login": login, "password": password, **more})
    return answer.headers["Location"] if answer.status_code == 302 else answer.text


def code_of(login: str) -> str:
    return demo_code(login, at=timezone.now())


@pytest.fixture
def fresh(world: World) -> Account:
    """An officer who never set up an authenticator."""
    Authenticator.objects.filter(account=world.chi).delete()
    return world.chi


def test_password_then_code_then_the_desk(client: Client, world: World) -> None:
    assert first_factor(client) == CODE
    assert client.get(INSIDE).headers["Location"] == f"{ENTRANCE}?next=%2Fcan-bo%2Fxac-minh%2F"

    assert client.post(CODE, {"code": code_of("chi")}).headers["Location"] == "/can-bo/"

    assert client.get(INSIDE).status_code == 200
    assert client.get(ENTRANCE).headers["Location"] == "/can-bo/"


def test_the_page_wanted_is_opened_in_the_end(client: Client, world: World) -> None:
    first_factor(client, next=INSIDE)
    assert client.post(CODE, {"code": code_of("chi")}).headers["Location"] == INSIDE

    other = Client()
    first_factor(other, "dung", next="https://evil.example/")
    assert other.post(CODE, {"code": code_of("dung")}).headers["Location"] == "/can-bo/"


def test_known_or_not_the_refusal_is_the_same(world: World) -> None:
    def refusal(login: str, password: str) -> str:
        return re.sub(r'value="[^"]*"', "", first_factor(Client(), login, password))

    pages = {refusal("chi", "sai"), refusal("ai-do", "sai"), refusal(world.an.id_number, PASSWORD)}

    assert len(pages) == 1
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in pages.pop()


def test_a_wrong_code_and_a_used_one_are_refused(client: Client, world: World) -> None:
    code = code_of("chi")
    first_factor(client)
    client.post(CODE, {"code": code})

    other = Client()
    first_factor(other)
    assert "Mã chưa đúng hoặc đã dùng" in other.post(CODE, {"code": code}).text
    assert "Mã chưa đúng hoặc đã dùng" in other.post(CODE, {"code": "abc"}).text
    assert "Ghi mã 6 số" in other.post(CODE, {}).text
    assert other.get(INSIDE).status_code == 302


def test_five_wrong_codes_and_a_rest(client: Client, world: World) -> None:
    first_factor(client)
    for _ in range(5):
        client.post(CODE, {"code": "000000x"})

    assert client.post(CODE, {"code": code_of("chi")}).status_code == 429


def test_the_code_is_asked_for_ten_minutes(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first_factor(client)
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert client.get(CODE).headers["Location"] == ENTRANCE
    assert client.post(CODE, {"code": code_of("chi")}).headers["Location"] == ENTRANCE


def test_nobody_gets_a_code_page_without_the_password(client: Client, world: World) -> None:
    assert client.get(CODE).headers["Location"] == ENTRANCE
    assert client.get(ENROL).headers["Location"] == ENTRANCE
    assert world.client(world.an).get(CODE).headers["Location"] == ENTRANCE


def test_without_an_authenticator_one_is_set_up_first(client: Client, fresh: Account) -> None:
    assert first_factor(client, next=INSIDE) == ENROL
    page = client.get(ENROL).text
    secret = authenticators.secret(authenticators.start(fresh))
    assert secret in page.replace(" ", "")
    assert f"otpauth://totp/Mot%20Cua:chi?secret={secret}" in page
    assert 'src="data:image/svg+xml' in page
    assert client.get(CODE).headers["Location"] == ENROL
    assert "Mã chưa đúng" in client.post(ENROL, {"code": "abc"}).text

    answer = client.post(ENROL, {"code": pyotp.TOTP(secret).at(timezone.now())})

    assert answer.headers["Location"] == INSIDE
    assert client.get(INSIDE).status_code == 200


def test_once_set_up_the_secret_is_shown_to_nobody(client: Client, world: World) -> None:
    first_factor(client)

    assert client.get(ENROL).headers["Location"] == CODE


def test_a_closed_account_stays_half_way(client: Client, world: World) -> None:
    first_factor(client)
    Account.objects.filter(pk=world.chi.pk).update(is_active=False)

    assert client.post(CODE, {"code": code_of("chi")}).headers["Location"] == ENTRANCE
    assert "chưa đúng" in first_factor(Client())


def test_an_idle_hour_is_told_at_the_desk_too(client: Client, world: World) -> None:
    assert "Đã tự đăng xuất" in client.get(ENTRANCE, {"het-gio": "1"}).text
    assert "Đã tự đăng xuất" not in client.get(ENTRANCE).text


def test_leaving(world: World) -> None:
    client = world.client(world.chi)

    assert client.get("/can-bo/dang-xuat/").status_code == 405
    assert client.post("/can-bo/dang-xuat/").headers["Location"] == ENTRANCE
    assert client.get(INSIDE).status_code == 302
