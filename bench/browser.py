"""A browser of few words: one connection, cookies, forms as the page has them. Every redirect is a request."""

import http.client
import secrets
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

Upload = tuple[str, str, bytes]


@dataclass
class Form:
    """A form with what stands in it."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    multipart: bool = False

    def filled(self, typed: dict[str, str]) -> list[tuple[str, str]]:
        """The fields to send: what stands there, what was typed instead.

        :raises KeyError: the page has no such field.
        """
        known = {name for name, _ in self.fields} | self.choices.keys()
        for name in typed:
            if name not in known:
                raise KeyError(name)
        return [(name, value) for name, value in self.fields if name not in typed] + list(typed.items())


class Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found: list[Form] = []
        self.form: Form | None = None
        self.select = self.area = ""
        self.selected: str | None = None
        self.first: str | None = None
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(urljoin(self.address, values.get("action") or self.address))
            self.form.multipart = values.get("enctype") == "multipart/form-data"
            if values.get("method", "").lower() == "post":
                self.found.append(self.form)
        elif self.form is not None:
            self._control(tag, values, self.form)

    def _control(self, tag: str, values: dict[str, str], form: Form) -> None:
        name, kind = values.get("name", ""), values.get("type", "text")
        if tag == "input" and kind == "file":
            form.files.append(name)
        elif tag == "input" and kind in {"radio", "checkbox"}:
            form.choices.setdefault(name, []).append(values.get("value", "on"))
            if "checked" in values:
                form.fields.append((name, values.get("value", "on")))
        elif tag == "input" and kind not in {"submit", "button"} and name:
            form.fields.append((name, values.get("value", "")))
        elif tag == "select":
            self.select, self.selected, self.first = name, None, None
        elif tag == "option" and self.select:
            self.first = values.get("value", "") if self.first is None else self.first
            self.selected = values.get("value", "") if "selected" in values else self.selected
        elif tag == "textarea":
            self.area, self.text = name, ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.form is not None and self.select:
            self.form.fields.append((self.select, self.selected if self.selected is not None else self.first or ""))
            self.select = ""
        elif tag == "textarea" and self.form is not None and self.area:
            self.form.fields.append((self.area, self.text.strip()))
            self.area = ""
        elif tag == "form":
            self.form = None


class Unexpected(Exception):
    """The server answered otherwise than the journey needs; the page is the message."""


@dataclass
class Page:
    """One answer."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    def form(self, part_of_action: str = "") -> Form:
        """The form that posts to an address with these words in it; else the last that posts.

        :raises Unexpected: the page has none.
        """
        reader = Forms(self.address)
        reader.feed(self.body.decode())
        fitting = [form for form in reader.found if part_of_action in form.action]
        if not fitting:
            raise Unexpected(f"no form for {part_of_action!r} at {self.address}: {self.body.decode()[:2000]}")
        return fitting[-1]


class Browser:
    """Keeps a connection, cookies, and a count of requests and statements."""

    def __init__(self, port: int, *, counting: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies: dict[str, str] = {}
        self.counting = counting
        self.requests = self.statements = 0

    def close(self) -> None:
        """Let the server stop at once."""
        self.connection.close()

    def get(self, path: str) -> Page:
        """Open an address and go where it leads."""
        return self._follow(self._send("GET", path))

    def send(self, form: Form, typed: dict[str, str], uploads: list[Upload] | None = None) -> Page:
        """Press the form's button and go where it leads."""
        fields = form.filled(typed)
        if form.multipart:
            body, kind = multipart(fields, uploads or [])
        else:
            body, kind = urlencode(fields).encode(), "application/x-www-form-urlencoded"
        return self._follow(self._send("POST", form.action, body, kind))

    def _follow(self, page: Page) -> Page:
        while page.status in {301, 302, 303}:
            page = self._send("GET", urljoin(page.address, page.headers["location"]))
        if page.status != http.HTTPStatus.OK:
            raise Unexpected(f"{page.status} at {page.address}: {page.body.decode(errors='replace')[:3000]}")
        return page

    def _send(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> Page:
        parts = urlsplit(path)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        if self.counting:
            headers["X-Count"] = self.counting
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = Page(path, answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        self.requests += 1
        self.statements += int(page.headers.get("x-statements", 0))
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return page


def multipart(fields: list[tuple[str, str]], uploads: list[Upload]) -> tuple[bytes, str]:
    """A form with files as browsers send it (RFC 7578)."""
    edge = secrets.token_hex(16)
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields
    ]
    for name, file, content in uploads:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        parts.append(head.encode() + b"Content-Type: image/png\r\n\r\n" + content + b"\r\n")
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
