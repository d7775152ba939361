"""“Đăng nhập”: the pages."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.accounts.models import Account
from tests.accounts.citizens import NUMBER, PASSWORD, citizen
from tests.world import PASSWORD as WORLDS_PASSWORD
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE, WHO = "/dang-nhap/", "/dang-nhap/la-ai/"
WRONG = "Số định danh, số điện thoại hoặc mật khẩu chưa đúng"


def sign_in(client: Client, identifier: str = NUMBER, password: str = PASSWORD, **more: str) -> str:
    """Where it leads, or the page that says why not."""
    answer = client.post(PAGE, {"identifier": identifier, "password": password, **more})
    return answer.headers["Location"] if answer.status_code == 302 else answer.text


@pytest.mark.parametrize("identifier", ["087 190 001 001", "0987 000 001"])
def test_into_ones_dossiers(client: Client, world: World, identifier: str) -> None:
    citizen()

    assert sign_in(client, identifier) == "/ho-so/"
    assert "Lý Văn Sáu" in client.get("/tai-khoan/").text
    assert client.get(PAGE).headers["Location"] == "/ho-so/"


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/tai-khoan/", "/tai-khoan/"),
        ("https://evil.example/", "/ho-so/"),
        ("//evil.example/", "/ho-so/"),
        ("javascript:alert(1)", "/ho-so/"),
    ],
)
def test_only_a_page_of_ours_is_returned_to(client: Client, world: World, wanted: str, led: str) -> None:
    citizen()

    assert sign_in(client, next=wanted) == led


def test_known_or_not_the_refusal_is_the_same_page(world: World) -> None:
    citizen()
    pages = [
        re.sub(r'value="[^"]{64}"', "", sign_in(Client(), identifier, "mật-khẩu-sai").replace(identifier, ""))
        for identifier in (NUMBER, "087190009999", "0987 000 001", "0987 009 999", "không phải số", "chi")
    ]

    assert WRONG in pages[0]
    assert len(set(pages)) == 1


def test_empty_fields_are_named(client: Client, world: World) -> None:
    page = sign_in(client, "", "")

    assert "Ghi số định danh hoặc số điện thoại" in page
    assert "Ghi mật khẩu" in page


def test_too_many_failures_are_a_page_in_words(client: Client, world: World) -> None:
    for _ in range(10):
        sign_in(client, password="mật-khẩu-sai")

    answer = client.post(PAGE, {"identifier": NUMBER, "password": PASSWORD})

    assert answer.status_code == 429
    assert "Thử quá nhiều lần" in answer.text


def test_who_are_you(client: Client, world: World) -> None:
    citizen(id_number="087190004001", full_name="Lý Thị Tư")
    citizen(id_number="087190004002", full_name="Lý Văn Ba")
    citizen(id_number="087190004003", full_name="Lý Thị Năm", password="của riêng chị Năm")

    assert sign_in(client, "0987000001", next="/tai-khoan/") == WHO
    page = client.get(WHO).text
    assert "Ông/bà là ai?" in page
    assert "Lý Thị Năm" not in page
    assert not any(str(account.pk) in page for account in Account.objects.all())
    assert "Chọn tên ông/bà" in client.post(WHO, {}).text
    assert "Chọn một tên trong danh sách" in client.post(WHO, {"who": "2"}).text

    answer = client.post(WHO, {"who": "1"})

    assert answer.headers["Location"] == "/tai-khoan/"
    assert "Lý Thị Tư" in client.get("/tai-khoan/").text


def test_the_question_waits_five_minutes_and_is_asked_to_nobody_else(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen(id_number="087190004001")
    citizen(id_number="087190004002")
    sign_in(client, "0987000001")

    assert Client().get(WHO).headers["Location"] == PAGE
    assert Client().post(WHO, {"who": "0"}).headers["Location"] == PAGE
    later = timezone.now() + timedelta(minutes=6)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.post(WHO, {"who": "0"}).headers["Location"] == PAGE


def test_signing_out_is_a_press_not_a_link(client: Client, world: World) -> None:
    citizen()
    sign_in(client)

    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/").headers["Location"] == "/"
    assert client.get("/tai-khoan/").status_code == 302


def test_an_officer_leaves_to_the_desks_entrance(world: World) -> None:
    assert world.client(world.chi).post("/dang-xuat/").headers["Location"] == "/can-bo/dang-nhap/"


def test_the_front_entrance_is_shut_to_officers(client: Client, world: World) -> None:
    assert WRONG in sign_in(client, "chi", WORLDS_PASSWORD)
    assert WRONG in sign_in(client, world.chi.id_number, WORLDS_PASSWORD)


def test_an_officer_may_sign_in_as_a_citizen_beside(world: World) -> None:
    citizen()
    client = world.client(world.chi)
    assert client.get(PAGE).status_code == 200

    sign_in(client)

    assert "Lý Văn Sáu" in client.get("/tai-khoan/").text
    assert client.get("/can-bo/xac-minh/").status_code == 404
