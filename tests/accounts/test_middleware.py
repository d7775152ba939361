"""Who is asking, and what happens when the hour has run out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from motcua.accounts.models import Session
from tests.world import World

pytestmark = pytest.mark.django_db
OWN = "/tai-khoan/"


def idle(minutes: int) -> None:
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=60 - minutes))


def test_a_new_password_ends_the_sessions_of_the_old_one(world: World) -> None:
    client = world.client(world.an)
    world.an.set_password("mật khẩu mới tinh")
    world.an.save()

    answer = client.get(OWN)

    assert answer.status_code == 302
    assert answer.cookies["sessionid"].value == ""


def test_a_session_survives_the_change_of_the_servers_key(world: World, settings: Settings) -> None:
    client = world.client(world.an)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the next key"

    assert client.get(OWN).status_code == 200


def test_after_an_idle_hour_the_sign_in_page_says_why(world: World) -> None:
    client = world.client(world.an)
    idle(61)

    answer = client.get(OWN, follow=True)

    assert "Đã tự đăng xuất sau 60 phút không dùng" in answer.text
    assert "Đăng nhập để làm tiếp, bản nháp còn nguyên" in answer.text


def test_who_never_signed_in_is_not_told_that(world: World) -> None:
    assert "Đã tự đăng xuất" not in world.client().get(OWN, follow=True).text


def test_reading_after_fifty_minutes_keeps_the_session_for_another_hour(world: World) -> None:
    client = world.client(world.an)
    idle(50)

    assert client.get(OWN).status_code == 200
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=59)


def test_a_press_after_the_hour_comes_back_to_its_form(world: World) -> None:
    client = world.client(world.an)
    idle(61)
    form = "http://testserver/tai-khoan/mat-khau/"

    answer = client.post("/tai-khoan/dang-xuat-noi-khac/", headers={"Referer": form})

    assert answer.headers["Location"] == "/dang-nhap/?next=%2Ftai-khoan%2Fmat-khau%2F&het-gio=1"


def test_another_sites_page_is_not_where_one_comes_back_to(client: Client) -> None:
    answer = client.post("/tai-khoan/mat-khau/", headers={"Referer": "https://evil.example/tai-khoan/"})

    assert answer.headers["Location"] == "/dang-nhap/?next=%2Ftai-khoan%2Fmat-khau%2F"


def test_the_cookie_dies_with_the_browser_and_no_script_reads_it(world: World) -> None:
    told = {"identifier": world.an.id_number, "password": "một-mật-khẩu-dài"}

    cookie = world.client().post("/dang-nhap/", told).cookies["sessionid"]

    assert cookie["max-age"] == cookie["expires"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_what_a_session_showed_is_kept_by_no_browser(world: World) -> None:
    assert world.client(world.an).get(OWN).headers["Cache-Control"] == "private, no-store"


def test_a_page_for_everybody_says_nothing_of_keeping(world: World) -> None:
    assert "Cache-Control" not in world.client().get("/huong-dan/").headers
