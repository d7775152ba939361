"""Browsers and the house they visit. Playwright keeps an event loop, so it lives only as long as one module."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer

from motcua.accounts.models import Account
from tests.world import World

from .chromium import FLAGS, chromium_path
from .clock import Clock, Come
from .house import House, open_house
from .people import Officers
from .visitor import Visitor

DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
WINDOWS = [
    pytest.param((DESKTOP, True), id="1280"),
    pytest.param((PHONE, True), id="390"),
    pytest.param((DESKTOP, False), id="1280-without-scripts"),
    pytest.param((PHONE, False), id="390-without-scripts"),
]
# The desktop with scripts and the phone without: each width and each way once, at half the time.
CORNERS = [WINDOWS[0], WINDOWS[-1]]
Window = tuple[ViewportSize, bool]
Enter = Callable[..., Visitor]


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """One installation for all journeys of this process."""
    with open_house() as opened:
        yield opened


@pytest.fixture(scope="session")
def officers(house: House) -> Officers:
    """The demo's officers and the sessions they have opened."""
    return Officers(house)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser per module; each visitor has a profile of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def enter(chromium: Browser, house: House) -> Iterator[Enter]:
    """Opens the window of a new visitor; at the end nobody may have anything to complain of."""
    opened: list[Visitor] = []

    def new(window: Window = (DESKTOP, True)) -> Visitor:
        size, scripts = window
        context = chromium.new_context(
            viewport=size, java_script_enabled=scripts, locale="vi-VN", reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        visitor = Visitor(context.new_page(), house.url, scripts)
        opened.append(visitor)
        return visitor

    yield new
    for visitor in opened:
        visitor.page.context.close()
    complaints = [complaint for visitor in opened for complaint in visitor.complaints]
    assert complaints == [], house.said()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    # Playwright keeps a loop in this thread; the database is asked by nobody else in it.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def come(clock: Clock, django_db_setup: None, live_server: LiveServer, world: World) -> Iterator[Come]:
    """Opens the window of somebody who has signed in: officers at a desk, citizens on a phone."""
    opened: list[Visitor] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)

        def new(who: Account | None) -> Visitor:
            size = DESKTOP if who and who.login else PHONE
            context = browser.new_context(viewport=size, locale="vi-VN", reduced_motion="reduce")
            context.set_default_timeout(20_000)
            if who:
                session = world.client(who).cookies[settings.SESSION_COOKIE_NAME].value
                context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
            opened.append(Visitor(context.new_page(), live_server.url, scripts=True))
            return opened[-1]

        yield new
        browser.close()
        connection.close()  # inside Playwright's loop Django keeps another one than outside
    assert [complaint for visitor in opened for complaint in visitor.complaints] == []
