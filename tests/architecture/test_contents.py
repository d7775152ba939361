"""What is committed: text of ours, for anybody's machine."""

import re
import unicodedata
from pathlib import Path

from . import house

# Spelled so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        ("/" + "work/", "/" + "tmp/", "/" + "home/", "/" + "root/", "files.python" + "hosted", "registry.npm" + "js")
    )
)
BINARY = {".png", ".webp", ".woff2", ".ico"}


def texts() -> list[tuple[Path, str]]:
    return [(path, path.read_text(encoding="utf-8")) for path in house.committed() if path.suffix not in BINARY]


def test_no_path_of_a_machine_and_no_registry_is_named() -> None:
    found = [
        f"{house.called(path)}:{number}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if FOREIGN.search(line)
    ]

    assert found == []


def test_text_is_nfc_and_ends_its_lines_as_unix_does() -> None:
    odd = [house.called(path) for path, text in texts() if not unicodedata.is_normalized("NFC", text) or "\r" in text]

    assert odd == []


def test_pictures_are_small() -> None:
    """The guide's and the README's pictures, taken by the browser journey."""
    assert [
        house.called(path) for path in house.committed() if path.suffix in BINARY and path.stat().st_size > 150_000
    ] == []
