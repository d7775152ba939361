"""What an installation starts with: the units of today, and in a demo two staffed communes of one province."""

import csv
import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from django.db import transaction

from motcua.common import statistics

from . import actions
from .models import Agency, LoadedTable
from .official import DATA
from .tables import PLACES, FormerFact, write_former_provinces, write_former_units, write_units

EDITION = "1"
"""Changes when the code makes other rows of the same file, so that databases load it again."""

DEMO_PROVINCE, DEMO_COMMUNE, OTHER_COMMUNE = "82", "30073", "30037"
DEMO_PHONE = "02773000000"
MIDDLE = (Decimal("10.4442"), Decimal("105.857"))  # of xã Thanh Mỹ, since the made-up address is on no map
DEMO_BODIES = 8  # two of the province, three of each commune


def load_units() -> bool:
    """Write the shipped units of today, the 63 former provinces and the demo province's former units.

    Tells whether the database lacked any of them.
    When nothing is new this is one statement.
    """
    loaded = dict(LoadedTable.objects.values_list("name", "sha256"))
    news = [
        _load("units.csv", loaded, _write_units, also="former_provinces.csv"),
        _load("former_provinces.csv", loaded, _write_former_provinces),
        _load("former_units.csv", loaded, _write_former_units),
    ]
    if any(news):
        statistics.gather(*PLACES)
    return any(news)


def _load(name: str, loaded: dict[str, str], write: Callable[[Path], None], *, also: str = "") -> bool:
    """Load a file whose edition, with that of the other that it is read with, is new."""
    path = DATA / name
    read_with = (DATA / also).read_bytes() if also else b""
    digest = hashlib.sha256(EDITION.encode() + path.read_bytes() + read_with).hexdigest()
    if loaded.get(name) == digest:
        return False
    with transaction.atomic():
        write(path)
        LoadedTable.objects.update_or_create(name=name, defaults={"sha256": digest})
    return True


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write_units(path: Path) -> None:
    write_units(_rows(path), _rows(DATA / "former_provinces.csv"))


def _write_former_provinces(path: Path) -> None:
    write_former_provinces(_rows(path))


def _write_former_units(path: Path) -> None:
    write_former_units(
        FormerFact(
            code=row["code"],
            kind=row["kind"],
            name=row["name"],
            district=row["district"],
            province=row["province"],
            unit=row["unit"],
            succession=row["succession"],
            is_default=row["is_default"] == "1",
            also_heard_as=row["also_heard_as"],
        )
        for row in _rows(path)
    )


def load_demo_agencies(*, at: datetime) -> bool:
    """Staff the demo's province, xã Thanh Mỹ and one other commune of it; whether anything was new.

    Addresses and phone are made up and say so. When all of them stand this is one statement.
    """
    units = (DEMO_PROVINCE, DEMO_COMMUNE, OTHER_COMMUNE)
    if Agency.objects.filter(unit__in=units, valid_to=None).count() >= DEMO_BODIES:
        return False
    with transaction.atomic():
        _set_up_demo(at)
    return True


def _set_up_demo(at: datetime) -> None:
    actions.set_up_province(DEMO_PROVINCE, at=at, phone=DEMO_PHONE, address="Phường Cao Lãnh (địa chỉ minh họa)")
    own = actions.set_up_commune(DEMO_COMMUNE, at=at, phone=DEMO_PHONE, address="Ấp 1, xã Thanh Mỹ (địa chỉ minh họa)")
    actions.set_up_commune(OTHER_COMMUNE, at=at, phone=DEMO_PHONE, address="Ấp 1, xã Tháp Mười (địa chỉ minh họa)")
    Agency.objects.filter(pk=own.centre.pk).update(room="Phòng 1, tầng trệt", latitude=MIDDLE[0], longitude=MIDDLE[1])
    Agency.objects.filter(pk=own.police.pk).update(room="Phòng trực", address="Ấp 2, xã Thanh Mỹ (địa chỉ minh họa)")
