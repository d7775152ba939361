"""The guide explains and shows."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from motcua.portal.views import guide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_pictures() -> None:
    guide.pictures.cache_clear()


def test_explains_levels_benefits_and_five_steps(client: Client) -> None:
    page = client.get("/huong-dan/").content.decode()

    for words in ("Mức độ 1", "Mức độ 2", "Mức độ 3", "Mức độ 4", "một phần", "toàn trình", "Vì sao nên nộp trên mạng"):
        assert words in page
    for title, said, _about in guide.STEPS:
        assert str(title) in page
        assert str(said) in page


def test_shows_the_pictures_that_there_are(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finders, "find", lambda name: name if name.endswith("step-2.webp") else None)

    page = client.get("/huong-dan/").content.decode()

    assert page.count("<img src=") == 2  # the logo and the one picture
    assert str(guide.STEPS[1][2]).replace('"', "&#34;") in page


def test_every_page_leads_here(client: Client) -> None:
    assert 'href="/huong-dan/"' in client.get("/").content.decode()
