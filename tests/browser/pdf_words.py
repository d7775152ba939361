"""What a PDF of ours says, read through the character maps of its fonts: no program of the system is needed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

FONT_OR_TEXT = re.compile(rb"(/\w+) [\d.]+ Tf|\(")
INSIDE = re.compile(rb"\\.|[()]", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LISTED = re.compile(rb"<(\w{4})> <(\w+)>")


def _plain(found: "re.Match[bytes]") -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else NAMED.get(sign, sign)


def _letters(font: Any) -> dict[bytes, str]:
    """Glyph to letters, as the font's own map lists them."""
    told = font["/ToUnicode"].data.partition(b"endcodespacerange")[2]
    return {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in LISTED.findall(told)}


def _shown(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each font that is taken and each string that is shown; a pair of brackets inside a string stands as it is."""
    at = 0
    while found := FONT_OR_TEXT.search(content, at):
        at, depth = found.end(), 0 if found[1] else 1
        while depth:
            sign = INSIDE.search(content, at)
            assert sign is not None
            at, depth = sign.end(), depth + {b"(": 1, b")": -1}.get(sign[0], 0)
        yield found[1] or b"", b"" if found[1] else content[found.end() : at - 1]


def _said(page: Any) -> Iterator[str]:
    listed = page["/Resources"]["/Font"]
    fonts = {name.encode(): _letters(listed[name]) for name in listed}
    letters: dict[bytes, str] = {}
    for font, text in _shown(page["/Contents"].data):
        if font:
            letters = fonts[font]
        glyphs = ESCAPED.sub(_plain, text)
        yield "".join(letters.get(glyphs[at : at + 2], "") for at in range(0, len(glyphs), 2))


def _leaves(node: Any) -> Iterator[Any]:
    if "/Kids" not in node:
        yield node
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid.get_object())


def words_of(pdf: Path) -> str:
    """The text in the order of the content, without spaces and breaks: a line ends where the page does."""
    with pdf.open("rb") as opened:
        pages = list(_leaves(PdfFileReader(opened).root["/Pages"]))
        return "".join("".join(part for page in pages for part in _said(page)).split())
