"""Every page that a test opens is read: language, title, one heading, no inline code, no English, nothing left over."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from django.http import HttpRequest, HttpResponse

ENGLISH = re.compile(
    r"\b(?:Log ?in|Log ?out|Sign ?in|Sign ?up|Sign ?out|Username|Password|E-mail address|Remember me|Submit|Search|"
    r"Save|Cancel|Close|Next|Previous|Required|Optional|Invalid|Error|Forbidden|Not Found|Server Error|Bad Request|"
    r"Please|Welcome|Yes|This field|Enter a|Select a|Choose|Ensure|valid|already exists|too short|too common|CSRF|"
    r"Skip to|Menu|Home|Back|None|True|False|undefined|NaN)\b"
)
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|%\([a-z_]+\)[sd]")
INVISIBLE = {"script", "style", "template"}
DATA = {"application/json", "application/ld+json"}


class Reading(HTMLParser):
    """What there is to say about one page."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: list[str] = []
        self.language = self.title = ""
        self.headings = 0
        self.open: list[str] = []
        self.posting = self.has_token = False
        self.ids: set[str] = set()
        self.text: list[str] = []
        self.foreign = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element's attributes."""
        values = {name: value or "" for name, value in attrs}
        self.look_at_attributes(tag, values)
        if tag in {"title", "script", "style", "template"}:
            self.open.append(tag)
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "h1":
            self.headings += 1
        elif tag == "form":
            self.posting, self.has_token = values.get("method", "").lower() == "post", False
        elif values.get("name") == "csrfmiddlewaretoken":
            self.has_token = True

    def look_at_attributes(self, tag: str, values: dict[str, str]) -> None:
        """Nothing inline, since the Content-Security-Policy refuses it; no id twice; attributes hold words too."""
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA):
            self.findings.append(f"an inline <{tag}>")
        for name, value in values.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.findings.append(f"inline code in {name}={value!r}")
        if identifier := values.get("id"):
            if identifier in self.ids:
                self.findings.append(f"the id {identifier!r} twice")
            self.ids.add(identifier)
        self.text += [values[name] for name in ("alt", "title", "aria-label", "placeholder") if name in values]

    def handle_endtag(self, tag: str) -> None:
        """A form that posts has shown its token by now."""
        if tag == "form" and self.posting and not self.has_token:
            self.findings.append("a form that posts without a CSRF token")
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Collect what is read aloud."""
        if self.open and self.open[-1] == "title":
            self.title += data.strip()
        if not (self.open and self.open[-1] in INVISIBLE):
            self.text.append(data)


def findings(html: str) -> list[str]:
    """What is wrong with a page, in words; empty when nothing is."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    found = list(reading.findings)
    text = "\n".join(reading.text)
    if reading.language not in {"vi", "en"}:
        found.append("no language")
    if not reading.title:
        found.append("no title")
    if reading.headings != 1:
        found.append(f"{reading.headings} first-level headings")
    if "csrfmiddlewaretoken" in text:
        found.append("a token as text")
    found += [f"left over: {match}" for match in LEFT_OVER.findall(text)]
    if reading.language == "vi":
        found += [f"English: {match}" for match in ENGLISH.findall(text)]
    return found


class BadPage(AssertionError):
    """A page broke a rule of the house; the findings are the message."""


class ReadablePages:
    """Reads each whole page on its way out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            response.streaming
            or not response.headers.get("Content-Type", "").startswith("text/html")
            or not response.content
        ):
            return response
        if found := findings(response.content.decode()):
            raise BadPage(f"{request.method} {request.path}: {'; '.join(found)}")
        return response
