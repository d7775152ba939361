"""The list of doors: every address of the product and who may open it.

`python -m tests.architecture.access` writes docs/reference/access.md anew; `test_access.py` compares and tries it.
"""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

import django
from django.urls import URLPattern, URLResolver, get_resolver

from . import house

FILE = house.ROOT / "docs/reference/access.md"
OPENS, SIGN_IN, GONE = "opens", "sign-in", "404"
# Addresses below these name one person's draft, dossier or file.
PERSONAL = re.compile(
    r"^/(ban-nhap/<|ho-so/<|can-bo/ho-so/<|can-bo/giay/<|can-bo/giay-to/<|can-bo/to-khai/<|can-bo/so-theo-doi/<)"
)
HEAD = """# Who may open what

Written by `python -m tests.architecture.access`; `tests/architecture/test_access.py` compares it with the program
and tries each row.

Doors: **public** is open to anybody; the later steps of signing in or up send back to the first. **signed_in** asks for
a citizen's session. **officer** asks for a session of the desk, second factor included, and for one of the roles named
(any, where none is). Addresses of a draft, a dossier or a file belong to somebody: anybody else finds no such page.

- *Nobody* has not signed in. “sign-in” is a redirect to the sign-in page of that entrance.
- *A stranger* is a signed-in citizen who has nothing to do with the dossier.
- *Another agency* is an officer signed in at the desk of an agency that neither receives nor resolves the dossier.

| Address | Name | Door | Nobody | A stranger | Another agency |
|---|---|---|---|---|---|
"""


class Row(NamedTuple):
    """One address, its door, and what three people find there."""

    address: str
    name: str
    door: str
    nobody: str
    stranger: str
    another_agency: str


def row(address: str, name: str, door: str) -> Row:
    """What follows from an address and its door; the test shows that it does."""
    if door == "public":
        return Row(address, name, door, OPENS, OPENS, OPENS)
    kind = door.partition("(")[0]
    inside = GONE if PERSONAL.match(address) else OPENS
    if kind == "signed_in":
        return Row(address, name, door, SIGN_IN, inside, SIGN_IN)
    roles = set(re.findall(r"\w+", door.partition("(")[2]))
    holds = not roles or roles & {"intake", "returner", "cashier"}
    return Row(address, name, door, SIGN_IN, GONE, inside if holds else GONE)


def addresses(
    patterns: list[URLPattern | URLResolver], above: str = "/", space: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Address, name and door of every pattern below."""
    for pattern in patterns:
        address = above + str(pattern.pattern).replace("uuid:", "").replace("int:", "").replace("str:", "")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, address, inner)
        else:
            yield address, f"{space}{pattern.name or ''}", getattr(pattern.callback, "door", "")


def rows() -> list[Row]:
    """Every row, in the order of the addresses."""
    return sorted(row(*found) for found in addresses(get_resolver().url_patterns))


def text() -> str:
    """The whole page."""
    lines = [f"| `{one.address}` | {one.name} | {one.door} | {' | '.join(one[3:])} |\n" for one in rows()]
    return HEAD + "".join(lines)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings_for_types"
    django.setup()
    FILE.write_text(text(), encoding="utf-8")
