"""The reader's language: chosen by a press, kept in a cookie, never guessed from the browser."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.world import MARITAL

pytestmark = pytest.mark.usefixtures("world")
PAGES = ("/", "/dich-vu-cong/", f"/dich-vu-cong/{MARITAL}/", "/huong-dan/", "/tra-cuu/", "/dang-ky/", "/dang-nhap/")
PLACES = ("/can-bo/dang-nhap/", *PAGES)


def choose(client: Client, language: str, after: str = "/") -> Any:
    return client.post("/ngon-ngu/", {"language": language, "next": after})


@pytest.mark.parametrize("path", PLACES)
def test_the_switch_keeps_the_choice_and_comes_back_to_the_page(client: Client, path: str) -> None:
    answer = choose(client, "en", f"{path}?tu-khoa=khai+sinh")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?tu-khoa=khai+sinh")
    kept = answer.cookies["django_language"]
    assert (kept.value, kept["httponly"], kept["samesite"]) == ("en", True, "Lax")
    assert int(kept["max-age"]) > 60 * 60 * 24 * 300


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)", "https:example.com"],
)
def test_it_never_leads_to_another_site(client: Client, elsewhere: str) -> None:
    assert choose(client, "en", elsewhere).headers["Location"] == "/"


@pytest.mark.parametrize("language", ["fr", "", "../en"])
def test_a_language_that_is_not_ours_changes_nothing(client: Client, language: str) -> None:
    choose(client, language)

    assert client.get("/").headers["Content-Language"] == "vi"


def test_opening_the_address_changes_nothing(client: Client) -> None:
    answer = client.get("/ngon-ngu/", {"language": "en"})

    assert answer.status_code == 302
    assert "django_language" not in answer.cookies


def test_without_the_page_s_token_nothing_is_chosen() -> None:
    client = Client(enforce_csrf_checks=True)

    assert choose(client, "en").status_code == 403


@pytest.mark.parametrize("path", PLACES)
def test_a_browser_that_prefers_english_gets_vietnamese_until_its_reader_chooses(client: Client, path: str) -> None:
    page = client.get(path, headers={"Accept-Language": "en-GB,en;q=0.9"})

    assert page.headers["Content-Language"] == "vi"
    assert '<html lang="vi"' in page.text
    assert re.search(r'<button[^>]* value="en" lang="en">English</button>', page.text)


@pytest.mark.parametrize("path", PLACES)
def test_an_english_page_says_so_and_offers_vietnamese(client: Client, path: str) -> None:
    choose(client, "en")

    page = client.get(path)

    assert page.headers["Content-Language"] == "en"
    assert '<html lang="en"' in page.text
    assert re.search(r'<button[^>]* value="vi" lang="vi">Tiếng Việt</button>', page.text)
    assert re.search(f'name="next" value="{path}"', page.text)


def test_the_way_back_to_vietnamese(client: Client) -> None:
    choose(client, "en")
    choose(client, "vi")

    assert "Ông/bà cần làm giấy tờ gì?" in client.get("/").text


def test_english_speaks_of_days_hours_numbers_and_money_in_english(client: Client) -> None:
    vietnamese = client.get("/").text
    choose(client, "en")
    english = client.get("/").text

    assert "thứ Hai" in vietnamese or "Thứ Hai" in vietnamese
    assert "Monday to Friday" in english
    assert "hứ Hai" not in english
    assert "What do you need to get done?" in english
