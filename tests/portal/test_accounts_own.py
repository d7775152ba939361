"""“Tài khoản”: one's own data."""

import re

import pytest
from django.test import Client

from motcua.accounts.models import Account, Session
from motcua.notifications.models import Message
from tests.accounts.citizens import PASSWORD, citizen
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
OWN = "/tai-khoan/"
EMAIL, NUMBER, SECRET = (OWN + part for part in ("thu-dien-tu/", "so-dinh-danh/", "mat-khau/"))


def link_in_the_mail() -> str:
    mail = Message.objects.filter(channel="email").order_by("owed_at", "pk").reverse()[0]
    found = re.search(r"/thu-dien-tu/\S+/", mail.text)
    assert found
    return found[0]


def test_the_page_masks_the_number_and_says_how_to_be_verified(world: World) -> None:
    page = world.client(citizen()).get(OWN).text

    assert "••• ••• ••• 001" in page
    assert "087190001001" not in page
    assert "Mang căn cước đến quầy" in page


def test_the_verified_one_reads_since_when(world: World) -> None:
    page = world.client(world.an).get(OWN).text

    assert "Cán bộ đã xem căn cước ngày 05/01/2026" in page
    assert NUMBER not in page
    assert world.client(world.an).get(NUMBER).status_code == 404


def test_an_address_is_changed_confirmed_by_its_link_and_taken_away(world: World) -> None:
    account = citizen()
    client = world.client(account)

    page = client.post(EMAIL, {"email": "sau@example.vn"}, follow=True).text
    assert "Đã gửi liên kết" in page
    assert "chưa xác nhận" in page
    link = link_in_the_mail()
    assert "Nhận tin về hồ sơ ở sau@example.vn" in Client().get(link).text
    assert "chưa xác nhận" in client.get(OWN).text
    assert "Đã xác nhận địa chỉ thư điện tử" in Client().post(link).text
    assert "đã xác nhận" in client.get(OWN).text

    client.post(EMAIL, {"email": ""})
    assert Account.objects.get(pk=account.pk).email == ""
    assert "không dùng được nữa" in Client().get(link).text
    assert Client().post(link).status_code == 404


def test_a_wrong_address_is_refused(world: World) -> None:
    assert "thiếu dấu @" in world.client(citizen()).post(EMAIL, {"email": "sau"}).text


def test_twelve_digits_follow_the_old_nine(world: World) -> None:
    account = citizen(id_number="341234567")
    client = world.client(account)
    assert "Ghi số định danh 12 số" in client.get(OWN).text

    assert "ông/bà ghi 9 số" in client.post(NUMBER, {"id_number": "341234567"}).text
    answer = client.post(NUMBER, {"id_number": "087 190 001 001", "next": "/nop-ho-so/1.001193/"})

    assert answer.headers["Location"] == "/nop-ho-so/1.001193/"
    assert Account.objects.get(pk=account.pk).id_number == "087190001001"
    assert "31/12/2024" not in client.get(OWN).text


def test_a_new_password_keeps_this_browser_and_ends_the_others(world: World) -> None:
    account = citizen()
    here, there = world.client(account), world.client(account)

    assert "Mật khẩu đang dùng chưa đúng" in here.post(SECRET, {"old": "sai", "new": "mật khẩu mới tinh"}).text
    assert "ít nhất 10 ký tự" in here.post(SECRET, {"old": PASSWORD, "new": "ngắn"}).text
    page = here.post(SECRET, {"old": PASSWORD, "new": "mật khẩu mới tinh"}, follow=True).text

    assert "Đã đổi mật khẩu" in page
    assert there.get(OWN).status_code == 302
    assert here.get(OWN).status_code == 200
    assert Account.objects.get(pk=account.pk).check_password("mật khẩu mới tinh")


def test_signing_out_elsewhere(world: World) -> None:
    account = citizen()
    here, there = world.client(account), world.client(account)
    out = "/tai-khoan/dang-xuat-noi-khac/"

    assert "Đã đăng xuất ở 1 nơi khác" in here.post(out, follow=True).text
    assert there.get(OWN).status_code == 302
    assert "Không có nơi nào khác" in here.post(out, follow=True).text
    assert here.get(out).status_code == 405


def test_the_pages_are_ones_own_only(client: Client) -> None:
    for page in (OWN, EMAIL, NUMBER, SECRET):
        assert client.get(page).headers["Location"].startswith("/dang-nhap/?next=")
    assert not Session.objects.exists()
