"""Pages drawn by Django and shown in Chromium, with no server and no network between them."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
HOST = "http://localhost"  # a secure address to the browser, and routed before it leaves it
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".webp": "image/webp"}


Pages = dict[str, tuple[bytes, dict[str, str]]]


class Stage:
    """A browser that sees the given pages as a fresh visitor does; it remembers what it fetched and complained of."""

    def __init__(self, browser: Browser, pages: Pages) -> None:
        self.browser = browser
        self.pages = pages
        self.fetched: dict[str, int] = {}
        self.complaints: list[str] = []

    def _answer(self, route: Route) -> None:
        address = route.request.url.removeprefix(HOST)
        path = urlsplit(address).path
        if address in self.pages:
            body, headers = self.pages[address]
        else:
            found = finders.find(path.removeprefix("/static/"))
            assert isinstance(found, str), f"nothing at {address}"
            body, headers = Path(found).read_bytes(), {"Content-Type": TYPES[Path(found).suffix]}
        self.fetched[address] = len(gzip.compress(body, 9))
        route.fulfill(body=body, headers=headers)

    @contextmanager
    def open(self, address: str, width: int) -> Iterator[Page]:
        """The page in a window of its own."""
        self.fetched, self.complaints = {}, []
        context = self.browser.new_context(viewport={"width": width, "height": 900}, locale="vi-VN")
        context.route("**/*", self._answer)
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(HOST + address, wait_until="load")
        try:
            yield page
        finally:
            context.close()


def drawn(client: Client, addresses: list[str]) -> Pages:
    """The pages as the server sends them; drawn first, since Django's ORM refuses to work beside Playwright's loop."""
    pages = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        pages[address] = response.content, dict(response.headers)
    return pages


@contextmanager
def stage(pages: Pages) -> Iterator[Stage]:
    """A browser and nothing else."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield Stage(browser, pages)
        finally:
            browser.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, one line per rule."""
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


def too_wide(page: Page, width: int) -> int:
    """By how many pixels the page scrolls sideways in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
