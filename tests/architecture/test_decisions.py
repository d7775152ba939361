"""Decisions are numbered without a gap, say where they stand, and fit on a page."""

import re

from . import house

STATUS = re.compile(r"^Status: (proposed|accepted|superseded by \d{4})$")
FILES = [path for path in house.committed("docs/adr/*.md") if path.stem[:4].isdigit() and path.stem[:4] != "0000"]


def test_numbers_run_without_a_gap() -> None:
    numbers = [int(path.stem[:4]) for path in FILES]

    assert numbers == list(range(1, len(numbers) + 1))


def test_each_begins_with_its_number_title_and_status() -> None:
    odd = []
    for path in FILES:
        lines = path.read_text(encoding="utf-8").splitlines()
        if not (lines[0].startswith(f"# {path.stem[:4]} ") and STATUS.match(lines[2])):
            odd.append(path.name)

    assert odd == []


def test_each_fits_on_a_page() -> None:
    assert [path.name for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > 60] == []


def test_the_readme_is_short() -> None:
    assert len((house.ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100
