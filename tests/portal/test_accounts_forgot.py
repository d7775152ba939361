"""“Quên mật khẩu”: phone, code, new password."""

import re

import pytest
from django.test import Client

from motcua.accounts.models import Account
from tests.accounts.citizens import NUMBER, PASSWORD, PHONE, citizen
from tests.accounts.telephone import last_code, last_text
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
PHONE_PAGE, CODE, NEW = "/quen-mat-khau/", "/quen-mat-khau/ma/", "/quen-mat-khau/mat-khau-moi/"
FRESH = "mật khẩu mới tinh"


def prove(client: Client) -> str:
    client.post(PHONE_PAGE, {"phone": "0987 000 001"})
    return client.post(CODE, {"code": last_code(PHONE)}).headers["Location"]


def test_alone_on_a_phone(client: Client) -> None:
    account = citizen()
    assert prove(client) == NEW
    assert "Cho tài khoản của Lý Văn Sáu" in client.get(NEW).text

    answer = client.post(NEW, {"password": FRESH})

    assert answer.headers["Location"] == "/ho-so/"
    assert client.get("/tai-khoan/").status_code == 200
    assert Account.objects.get(pk=account.pk).check_password(FRESH)


def test_in_a_family_one_says_who_one_is(client: Client) -> None:
    for n, name in enumerate(("Lý Thị Tư", "Lý Văn Ba")):
        citizen(id_number=f"08719000400{n}", full_name=name)
    prove(client)
    assert "Chọn tên ông/bà" in client.post(NEW, {"password": FRESH}).text

    client.post(NEW, {"password": FRESH, "who": "0"})

    changed = {one.full_name: one.check_password(FRESH) for one in Account.objects.filter(phone=PHONE)}
    assert changed == {"Lý Văn Ba": True, "Lý Thị Tư": False}


def test_a_weak_one_is_refused(client: Client) -> None:
    citizen()
    prove(client)

    assert "Mật khẩu cần ít nhất 10 ký tự" in client.post(NEW, {"password": "ngắn"}).text
    assert "Mật khẩu không được là số định danh" in client.post(NEW, {"password": NUMBER}).text
    assert Account.objects.get(phone=PHONE).check_password(PASSWORD)


def test_the_same_pages_for_a_phone_without_an_account() -> None:
    pages = []
    for known in (False, True):
        if known:
            citizen()
        client = Client()
        answer = client.post(PHONE_PAGE, {"phone": "0987 000 001"})
        page = client.get(answer.headers["Location"]).text
        refusal = client.post(CODE, {"code": "000000"}).text
        pages.append((answer.status_code, *(re.sub(r'value="[^"]{64}"', "", text) for text in (page, refusal))))
        assert ("chua co tai khoan" in last_text(PHONE)) is not known

    assert pages[0] == pages[1]


def test_no_step_is_skipped(client: Client) -> None:
    citizen()

    assert client.get(CODE).headers["Location"] == PHONE_PAGE
    assert client.get(NEW).headers["Location"] == PHONE_PAGE
    client.post(PHONE_PAGE, {"phone": "0987 000 001"})
    assert client.post(NEW, {"password": FRESH}).headers["Location"] == PHONE_PAGE


def test_a_wrong_phone_a_wrong_code_and_too_many_codes(client: Client) -> None:
    citizen()
    assert "bắt đầu bằng 0" in client.post(PHONE_PAGE, {"phone": "12345"}).text
    client.post(PHONE_PAGE, {"phone": "0987 000 001"})
    wrong = f"{(int(last_code(PHONE)) + 1) % 10**6:06}"
    assert "Mã chưa đúng" in client.post(CODE, {"code": wrong}).text
    assert "Ghi mã 6 số" in client.post(CODE, {}).text

    for _ in range(2):
        client.post(CODE, {"again": "1"})
    answer = client.post(CODE, {"again": "1"})

    assert answer.status_code == 429
    assert "Đã gửi 3 mã trong 10 phút" in answer.text


def test_a_new_password_opens_again_what_was_locked(client: Client, world: World) -> None:
    citizen()
    prove(client)
    other = Client()
    other.post("/dang-nhap/", {"identifier": NUMBER, "password": PASSWORD})
    assert other.get("/tai-khoan/").status_code == 200

    client.post(NEW, {"password": FRESH})

    assert other.get("/tai-khoan/").status_code == 302
