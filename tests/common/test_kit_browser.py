"""The look in Chromium: for everybody, on every width, light, and on paper."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from playwright.sync_api import FilePayload, Page
from pytest_django import DjangoDbBlocker

from motcua.common.kit import ROOMS
from motcua.config import site
from tests.world import enter

from .stage import Stage, drawn, stage, too_wide, violations

pytestmark = pytest.mark.browser
FIRST_LOAD = 60_000
WIDTHS = (1024, 768, 640, 320)
LINE_HEIGHT = """() => [...document.querySelectorAll("body *")].filter(e => {
  const s = getComputedStyle(e);
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  return words && !e.closest("[aria-hidden]") && parseFloat(s.lineHeight) / parseFloat(s.fontSize) < 1.299;
}).map(e => e.outerHTML.slice(0, 100))"""
SMALL = """least => [...document.querySelectorAll("main *")].filter(e => {
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  return words && parseFloat(getComputedStyle(e).fontSize) < least;
}).map(e => e.outerHTML.slice(0, 100))"""


def addresses() -> list[str]:
    return [reverse("portal:home"), reverse("portal:guide"), *(f"/kit?room={room}" for room in ROOMS)]


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """All pages of a staffed commune, drawn once for the whole module."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(site, "_known", None)
        patch.setattr(settings, "DEMO", True)
        enter()
        pages = drawn(Client(), addresses())
        transaction.set_rollback(True)
    with stage(pages) as on:
        yield on


def said(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Only the pages about which there is something to say."""
    return {address: words for address, words in found.items() if words}


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_hinders_anybody(shown: Stage, width: int) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, width) as page:
            found[address] = violations(page) + shown.complaints

    assert said(found) == {}


def test_no_page_scrolls_sideways(shown: Stage) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, 1280) as page:
            found[address] = [f"{too_wide(page, width)} px at {width}" for width in WIDTHS if too_wide(page, width) > 0]

    assert said(found) == {}


def test_tones_have_room_and_citizens_read_nothing_small(shown: Stage) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, 390) as page:
            found[address] = page.evaluate(LINE_HEIGHT) + page.evaluate(SMALL, 14 if "desk" in address else 16)

    assert said(found) == {}


def test_a_first_visit_is_light(shown: Stage) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, 390):
            weight = sum(shown.fetched.values())
            found[address] = [f"{weight} bytes"] if weight > FIRST_LOAD else []

    assert said(found) == {}


def pages_of_paper(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))


def test_the_guide_prints_on_one_sheet(shown: Stage) -> None:
    with shown.open(reverse("portal:guide"), 1280) as page:
        assert pages_of_paper(page) == 1


def test_a_code_is_copied_with_one_press(shown: Stage) -> None:
    with shown.open("/kit?room=done", 390) as page:
        # Chromium offers its clipboard to secure addresses only; what counts is what would be copied.
        page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async t => { window.copied = t }}})"
        )
        page.reload(wait_until="load")
        page.get_by_role("button", name="Chép mã").click()

        assert page.get_by_role("button", name="Đã chép").is_visible()
        assert page.evaluate("window.copied") == "H20.30073-261120-0007"


def test_chosen_files_are_named_before_they_are_sent(shown: Stage) -> None:
    with shown.open("/kit?room=citizen", 390) as page:
        scan = FilePayload(name="chung-sinh.jpg", mimeType="image/jpeg", buffer=b"x" * 52_000)
        page.get_by_label("Tải tệp lên: Giấy chứng sinh").set_input_files([scan])

        assert page.get_by_text("chung-sinh.jpg · 52\u00a0kB").is_visible()


def test_the_summary_of_errors_leads_to_the_field(shown: Stage) -> None:
    with shown.open("/kit?room=question", 390) as page:
        page.get_by_role("link", name="Ngày sinh phải là hôm nay").click()

        assert page.evaluate("document.activeElement.name") == "birth-day"
