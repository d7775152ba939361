"""The look in Chromium: for everybody, on every width, light, and on paper."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import FilePayload, Page

from motcua.common.kit import ROOMS
from motcua.config import site
from tests.world import World

from .stage import Stage, drawn, stage, too_wide, violations

pytestmark = pytest.mark.browser
FIRST_LOAD = 60_000
WIDTHS = (1280, 1024, 768, 640, 390, 320)
# Tones stand above and below the letters: no line under 1.3. Small print is no print.
CRAMPED = """least => [...document.querySelectorAll("body *")].filter(e => {
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  if (!words || e.closest("[aria-hidden]")) return false;
  const s = getComputedStyle(e), size = parseFloat(s.fontSize);
  return parseFloat(s.lineHeight) / size < 1.299 || (size < least && e.closest("main"));
}).map(e => e.outerHTML.slice(0, 100))"""


def addresses() -> list[str]:
    return [reverse("portal:home"), reverse("portal:guide"), *(f"/kit?room={room}" for room in ROOMS)]


@pytest.fixture
def shown(world: World, demo: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """All pages of a staffed commune, drawn before the browser opens."""
    monkeypatch.setattr(site, "known", {})
    with stage(drawn(Client(), addresses())) as on:
        yield on


def faults(shown: Stage, address: str) -> list[str]:
    """Everything that would hinder somebody on a page, seen on a phone, a desktop and the widths between."""
    with shown.open(address, 390) as page:
        weight = sum(shown.fetched.values())
        found = [f"{weight} bytes at the first visit"] if weight > FIRST_LOAD else []
        found += [f"tight or small: {words}" for words in page.evaluate(CRAMPED, 14 if "desk" in address else 16)]
        found += [f"on a phone {words}" for words in violations(page)]
        found += [f"{pixels} px too wide at {width}" for width in WIDTHS if (pixels := too_wide(page, width)) > 0]
        page.set_viewport_size({"width": 1280, "height": 900})
        return found + violations(page) + shown.complaints


def test_nothing_hinders_anybody(shown: Stage) -> None:
    found = {address: faults(shown, address) for address in addresses()}

    assert {address: words for address, words in found.items() if words} == {}


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
