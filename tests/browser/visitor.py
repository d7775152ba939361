"""A person in front of a browser: presses what is written on it, and every page they come to is judged."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.tripwires import pages

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

BUILT = """() => [...document.querySelectorAll("head title, body, body *")].map(e => [
  e.tagName, e.className, e.getAttribute("role"), e.getAttribute("aria-describedby"), e.hidden, e.open, e.type,
  e.children.length || !!e.textContent.trim(),
].join(" ")).join("\\n")"""
JUDGED = set[tuple[int, str]]()


@dataclass
class Visitor:
    """Presses are counted; typing is not. Where scripts run, axe judges each state of each page."""

    page: Page
    url: str
    scripts: bool
    presses: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def _listen(self, message: Any) -> None:
        """A refused inline script, a missing file: whatever the browser complains of, but for pages that say no."""
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def open(self, path: str) -> None:
        """Type an address."""
        self.page.goto(self.url + path)
        self.judge()

    def press(self, name: str | re.Pattern[str], *, role: Any = None, within: Locator | None = None) -> None:
        """Press the button or link of that name."""
        self.presses += 1
        self.control(name, role=role, within=within).click()
        self.page.wait_for_load_state("load")
        self.judge()

    def control(self, name: str | re.Pattern[str], *, role: Any = None, within: Locator | None = None) -> Locator:
        """The first button of that accessible name, else the first link."""
        place = within or self.page.locator("body")
        kinds: list[Any] = [role] if role else ["button", "link"]
        for kind in kinds:
            found = place.get_by_role(kind, name=name, exact=True)
            if found.count():
                return found.first
        raise AssertionError(f"no {role or 'button or link'} {name!r} at {self.page.url}")

    def type(self, label: str, text: str) -> None:
        """Type into the field of that label."""
        self.page.get_by_label(label, exact=True).first.fill(text)

    def fill(self, answers: dict[str, str]) -> None:
        """Answer the questions of this page that are among `answers`, each by its stable name."""
        for name, value in answers.items():
            found = self.page.locator(f'[name="{name}"]')
            if not found.count():
                continue
            kind = found.first.evaluate("e => e.type")
            if kind in {"radio", "checkbox"}:
                self.page.locator(f'[name="{name}"][value="{value}"]').check()
            elif kind == "select-one":
                found.first.select_option(label=value)
            else:
                found.first.fill(value)

    def sees(self, text: str) -> None:
        """Whether the page says so.

        :raises AssertionError: it does not.
        """
        shown = self.page.locator("main").inner_text()
        assert text in shown, f"{text!r} is not at {self.page.url}:\n{shown}"

    def judge(self) -> None:
        """The rules of the house, nothing wider than the window, and axe without a finding."""
        found = pages.findings(self.page.content()) if not self.scripts else []
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append(f"{wide} px wider than the window")
        self.complaints += [f"{self.page.url}: {one}" for one in found]
        if self.scripts:
            self.complaints += [f"{self.page.url}: {one}" for one in self._axe()]

    def _axe(self) -> list[str]:
        """What axe finds; a page built like one that was judged at this width, whatever its words, is judged once."""
        built = (self.page.evaluate("innerWidth"), self.page.evaluate(BUILT))
        if built in JUDGED:
            return []
        JUDGED.add(built)
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        asked = {"runOnly": {"type": "tag", "values": RULES}}
        found = self.page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
        return [f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:160]})" for one in found]
