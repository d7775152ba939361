"""The pictures of the guide and of the README, taken from the running product.

`python -m tests.browser.pictures` takes them anew; `test_pictures.py` shows that they still can be taken.
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .chromium import FLAGS, chromium_path
from .house import House, open_house

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "motcua/portal/static/portal/guide"
HOME = ROOT / "docs/images/home.png"
# The window is a telephone's; the five pictures and the page together stay under the 60 kB of a first load.
WIDTH, HEIGHT, SCALE, QUALITY = 390, 520, 0.75, 5


def _take(page: Page, path: Path) -> None:
    """WebP of what is in the window."""
    session = page.context.new_cdp_session(page)
    window = {"x": 0, "y": page.evaluate("window.scrollY"), "width": WIDTH, "height": HEIGHT, "scale": SCALE}
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": window})
    path.write_bytes(base64.b64decode(shot["data"]))


def _show(page: Page, selector: str) -> None:
    """Bring the part that matters under the upper edge."""
    page.locator(selector).first.evaluate(
        "e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 16)"
    )


def take_guide(browser: Browser, house: House, folder: Path) -> None:
    """One picture for each of the five steps."""
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce")
    page = context.new_page()
    seeded = house.seeded()
    person = next(one for one in seeded["people"] if one["role"] == "citizen")
    paths = {row["status"]: row["path"] for row in seeded["dossiers"] if row["owner_login"] == person["login"]}
    page.goto(f"{house.url}/dang-nhap/")
    page.locator('[name="identifier"]').fill(person["login"])
    _show(page, "h1")
    _take(page, folder / "step-1.webp")
    page.locator('[name="password"]').fill(person["password"])
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_load_state()
    page.goto(f"{house.url}/dich-vu-cong/?tu-khoa=khai+sinh")
    _show(page, "#found")
    _take(page, folder / "step-2.webp")
    draft = house.url + paths[0].split("/phan/")[0]
    page.goto(f"{draft}/giay-to/")
    _show(page, "h1")
    _take(page, folder / "step-3.webp")
    page.goto(f"{draft}/kiem-tra/")
    page.get_by_role("button", name="Nộp hồ sơ", exact=True).evaluate(
        "e => window.scrollTo(0, e.getBoundingClientRect().bottom + window.scrollY - window.innerHeight + 40)"
    )
    _take(page, folder / "step-4.webp")
    page.goto(house.url + paths[4])
    _show(page, "h1")
    _take(page, folder / "step-5.webp")
    context.close()


def take_home(browser: Browser, house: House, path: Path) -> None:
    """The home page for the README."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": 1100, "height": 720}, locale="vi-VN")
    page.goto(f"{house.url}/")
    page.screenshot(path=path)
    page.close()


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


if __name__ == "__main__":
    with open_house() as opened, _browser() as running:
        take_guide(running, opened, GUIDE)
        take_home(running, opened, HOME)
