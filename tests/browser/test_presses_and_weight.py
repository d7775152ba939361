"""Few presses, little to load: counted and weighed as a fresh browser does it."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from .conftest import PHONE, Enter
from .house import House
from .papers import BIRTH, a_picture
from .people import newcomer, sign_up
from .test_birth_on_line import fill_in
from .visitor import Visitor

MOST_BYTES = 60_000
PAGES = (
    "/",
    "/dich-vu-cong/",
    "/dich-vu-cong/?tu-khoa=khai+sinh",
    "/dich-vu-cong/1.001193/",
    "/nop-ho-so/1.001193/",
    "/tra-cuu/",
    "/huong-dan/",
    "/dang-ky/",
    "/dang-nhap/",
    "/quen-mat-khau/",
    "/can-bo/dang-nhap/",
)


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_a_first_load_is_light(chromium: Browser, house: House, path: str) -> None:
    context = chromium.new_context(viewport=PHONE)
    page, asked = context.new_page(), list[Request]()
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - it asks for a Python function
    page.goto(house.url + path, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    fetched = {one.url: one.sizes()["responseBodySize"] + one.sizes()["responseHeadersSize"] for one in asked}
    context.close()

    assert sum(fetched.values()) <= MOST_BYTES, json.dumps(fetched, indent=1)
    assert all(url.startswith(house.url) for url in fetched)


def search(visitor: Visitor, words: str) -> None:
    """From the home page."""
    visitor.open("/")
    visitor.presses = 0
    visitor.page.get_by_role("searchbox").first.fill(words)
    visitor.press("Tìm kiếm")


@pytest.mark.browser
@pytest.mark.parametrize("words", ["khai sinh", "ket hon", "chung thuc ban sao", "tam tru", "tro cap"])
def test_from_the_home_page_to_filing_is_three_presses(enter: Enter, words: str) -> None:
    visitor = enter()

    search(visitor, words)
    visitor.press("Nộp hồ sơ", within=visitor.page.locator("main"))

    assert "/nop-ho-so/" in visitor.page.url
    assert visitor.presses <= 3


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_registering_a_birth_is_twelve_presses(house: House, enter: Enter, tmp_path: Path) -> None:
    visitor = enter()
    sign_up(visitor, newcomer(), house)

    search(visitor, "khai sinh")
    visitor.press("Nộp hồ sơ", within=visitor.page.locator("main"))
    visitor.press("Bắt đầu")
    visitor.press("Tiếp tục")
    while "/phan/" in visitor.page.url:
        visitor.fill(BIRTH)
        visitor.press("Tiếp tục")
    visitor.page.get_by_label(re.compile("^Tải tệp lên: Giấy chứng sinh")).first.set_input_files(a_picture(tmp_path))
    visitor.press("Tiếp tục")
    visitor.page.get_by_label(re.compile("^Tôi cam đoan")).check()
    visitor.presses += 1
    visitor.press("Nộp hồ sơ")

    assert "/da-nop/" in visitor.page.url
    assert visitor.presses <= 12


@pytest.mark.browser
def test_a_draft_waits_on_the_server(house: House, enter: Enter) -> None:
    person = newcomer("Đỗ Văn Tâm")
    visitor, later = enter(), enter()
    sign_up(visitor, person, house)
    search(visitor, "khai sinh")
    visitor.press("Nộp hồ sơ", within=visitor.page.locator("main"))
    visitor.press("Bắt đầu")
    visitor.press("Tiếp tục")
    visitor.fill(BIRTH)
    visitor.press("Lưu và làm sau")

    later.open("/dang-nhap/")
    later.fill({"identifier": person.phone, "password": person.password})
    later.press("Đăng nhập", role="button")
    later.open("/ho-so/")
    later.press("Đăng ký khai sinh", within=later.page.locator("main"))

    kept = later.page.locator('[name="requester_residence"]').input_value()
    assert kept == BIRTH["requester_residence"]
    fill_in(later)
    assert "/giay-to/" in later.page.url
