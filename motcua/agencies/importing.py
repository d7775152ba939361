"""Importing the table of old units and their successors, as the statistics office publishes it."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from motcua.common import statistics

from .models import AdministrativeUnit, FormerUnit, Succession
from .tables import PLACES, FormerFact, write_former_units

Progress = Callable[[int, int], None]
"""Called with the rows read so far and their total."""

COLUMNS = (
    "old_province",
    "old_district_code",
    "old_district",
    "old_ward_code",
    "old_ward",
    "new_ward_code",
    "kind",
    "is_default",
)
KINDS = {"phường": "phường", "xã": "xã", "thị trấn": "thị trấn", "thi trấn": "thị trấn", "huyện": "huyện"}
_KIND = re.compile(rf"({'|'.join(KINDS)})\s+(.+)", re.IGNORECASE)


class WrongFile(ValueError):
    """The file is not the table of old and new units."""


@dataclass(frozen=True)
class Imported:
    """What the database holds after an import, and the lines that could not be placed."""

    rows: int
    former_units: int
    successions: int
    unplaced: tuple[str, ...]


def import_units(path: Path, *, progress: Progress = lambda _done, _total: None) -> Imported:
    """Write every former unit of the file and whom it passed to; the same file again changes nothing.

    A line whose unit of today is unknown is left out and told. A unit that had no communes (island districts)
    is kept under its district's code and name.

    :raises WrongFile: a column is missing, or the file is empty.
    """
    rows = _read(path)
    today = set(AdministrativeUnit.objects.filter(valid_to=None).values_list("code", flat=True))
    facts, unplaced = [], []
    for number, row in enumerate(rows, 1):
        if row["new_ward_code"] in today:
            facts.append(_fact(row))
        else:
            unplaced.append(f"{number + 1}: {row['old_ward_code']} {row['old_ward']} → {row['new_ward_code']}")
        if not number % 500:
            progress(number, len(rows))
    with transaction.atomic():
        write_former_units(facts, keep_heard=True)
    statistics.gather(*PLACES)
    progress(len(rows), len(rows))
    return Imported(len(rows), FormerUnit.objects.count(), Succession.objects.count(), tuple(unplaced))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := set(COLUMNS) - set(reader.fieldnames or ()):
            raise WrongFile(f"{path.name} has no column {', '.join(sorted(missing))}")
        rows = list(reader)
    if not rows:
        raise WrongFile(f"{path.name} has no rows")
    return rows


def _fact(row: dict[str, str]) -> FormerFact:
    kind, name = _split(row["old_ward"] or row["old_district"])
    return FormerFact(
        code=row["old_ward_code"] or row["old_district_code"],
        kind=kind,
        name=name,
        district=_small(row["old_district"]),
        province=_small(row["old_province"]),
        unit=row["new_ward_code"],
        succession=row["kind"],
        is_default=row["is_default"] == "1",
    )


def _split(full_name: str) -> tuple[str, str]:
    """Kind and name; a name without a kind keeps none, since guessing one would state what the source does not."""
    found = _KIND.fullmatch(full_name.strip())
    return (KINDS[found[1].lower()], found[2]) if found else ("", full_name.strip())


def _small(full_name: str) -> str:
    """“huyện Tháp Mười” from “Huyện Tháp Mười”."""
    return full_name[:1].lower() + full_name[1:]
