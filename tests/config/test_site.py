"""Every page knows the installation in words."""

from datetime import date

import pytest
from django.db import OperationalError
from django.utils import translation

from motcua.config import site
from tests.world import World


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "known", {})


def test_the_home_desk_speaks_for_the_installation(world: World, demo: None) -> None:
    known = site.current_site()

    assert (known.demo, known.phone) == (True, "02773000000")
    assert known.place == "xã Thanh Mỹ, tỉnh Đồng Tháp"
    assert "07:00–11:30" in known.hours


def test_it_is_read_once_a_minute(world: World, django_assert_num_queries: object) -> None:
    site.current_site()

    with django_assert_num_queries(0):  # type: ignore[operator]
        site.current_site()


def test_each_language_keeps_its_own_words(world: World) -> None:
    with translation.override("en"):
        assert site.current_site().hours.startswith("Monday to Friday")
    assert site.current_site().hours.startswith("Thứ Hai đến thứ Sáu")
    with translation.override("en"):
        assert site.current_site().hours.startswith("Monday to Friday")


def test_without_a_database_it_is_what_was_known_last(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    known = site.current_site()
    monkeypatch.setattr(site, "KEPT", -1)
    monkeypatch.setattr(site, "home_desk", away)

    assert site.current_site() == known


def test_without_a_database_from_the_start_it_still_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "home_desk", away)

    assert (site.current_site().name, site.current_site().phone) == ("Một Cửa", "")


def away(_on: date) -> None:
    raise OperationalError("the connection is closed")


def test_before_any_desk_is_set_up_pages_still_stand(db: None) -> None:
    assert site.current_site().phone == ""
