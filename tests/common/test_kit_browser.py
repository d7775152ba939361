import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from motcua.common.kit import ROOMS

from .stage import Stage, stage, too_wide, violations

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("demo")]
FIRST_LOAD = 60_000
LINE_HEIGHT = """() => [...document.querySelectorAll("body *")].filter(e => {
  const s = getComputedStyle(e);
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  return words && parseFloat(s.lineHeight) / parseFloat(s.fontSize) < 1.3;
}).map(e => e.outerHTML.slice(0, 100))"""
SMALL = """least => [...document.querySelectorAll("main *")].filter(e => {
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  return words && parseFloat(getComputedStyle(e).fontSize) < least;
}).map(e => e.outerHTML.slice(0, 100))"""


def addresses() -> list[str]:
    return [reverse("portal:home"), reverse("portal:guide"), *(f"/kit?room={room}" for room in ROOMS)]


@pytest.fixture
def shown(db: None, client: Client) -> Iterator[Stage]:
    with stage(client, addresses()) as on:
        yield on


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_hinders_anybody(shown: Stage, width: int) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, width) as page:
            found[address] = violations(page) + shown.complaints

    assert {address: said for address, said in found.items() if said} == {}


@pytest.mark.parametrize("width", [320, 640, 768, 1024])
def test_no_page_scrolls_sideways(shown: Stage, width: int) -> None:
    found = {}
    for address in addresses():
        with shown.open(address, width) as page:
            found[address] = too_wide(page)

    assert {address: pixels for address, pixels in found.items() if pixels > 0} == {}


def test_tones_have_room_and_citizens_read_nothing_small(shown: Stage) -> None:
    tight, small = {}, {}
    for address in addresses():
        with shown.open(address, 390) as page:
            tight[address] = page.evaluate(LINE_HEIGHT)
            small[address] = page.evaluate(SMALL, 14 if "desk" in address else 16)

    assert {address: said for address, said in tight.items() if said} == {}
    assert {address: said for address, said in small.items() if said} == {}


def test_a_first_visit_is_light(shown: Stage) -> None:
    weights = {}
    for address in addresses():
        with shown.open(address, 390):
            weights[address] = sum(shown.fetched.values())

    assert {address: weight for address, weight in weights.items() if weight > FIRST_LOAD} == {}


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
        page.reload(wait_until="networkidle")
        page.get_by_role("button", name="Chép mã").click()

        assert page.get_by_role("button", name="Đã chép").is_visible()
        assert page.evaluate("window.copied") == "H20.30073-261120-0007"


def test_chosen_files_are_named_before_they_are_sent(shown: Stage) -> None:
    with shown.open("/kit?room=citizen", 390) as page:
        scan = {"name": "chung-sinh.jpg", "mimeType": "image/jpeg", "buffer": b"x" * 52_000}
        page.get_by_label("Tải tệp lên: Giấy chứng sinh").set_input_files([scan])

        assert page.get_by_text("chung-sinh.jpg · 52\u00a0kB").is_visible()


def test_the_summary_of_errors_leads_to_the_field(shown: Stage) -> None:
    with shown.open("/kit?room=question", 390) as page:
        page.get_by_role("link", name="Ngày sinh phải là hôm nay").click()

        assert page.evaluate("document.activeElement.name") == "birth-day"
