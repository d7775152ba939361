"""What people say, as data: shipped in a file, kept by managers, read by every search from the database."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import yaml
from django.db import transaction

from motcua.catalogue import edition
from motcua.catalogue.models import LifeEvent, Loading, Saying, SayingKind
from motcua.common.words import fold

from . import vocabulary
from .spelling import pairs, words_of

DATA: Final = Path(__file__).parent.parent / "data"
READER: Final = "1"
"""Counts up when the same files are read differently."""


def terms_meant(means: str) -> list[str]:
    """The terms that words of the catalogue, or codes of procedures, are looked for by."""
    words = [fold(word) for word in words_of(means)]
    joined = [pair for pair in pairs(words) if "." not in pair]
    return list(dict.fromkeys((*words, *joined)))


def saying(said: str, means: str = "", *, kind: str = SayingKind.MEANS, keeps: bool = False) -> Saying:
    """The unsaved row of something that people say.

    :raises ValueError: nothing is said.
    """
    words = words_of(said)
    if not words:
        raise ValueError(f"{said!r} holds no word")
    key = " ".join(words if kind == SayingKind.SHORT else (fold(word) for word in words))
    terms = terms_meant(means) if kind == SayingKind.MEANS else []
    return Saying(key=key, said=" ".join(words), kind=kind, means=means, keeps=keeps, terms=terms)


def load_shipped(*, at: datetime, folder: Path = DATA) -> bool:
    """Bring the shipped sayings and life events into the database where the files say something new.

    What managers removed stays removed, what they wrote stays theirs.
    """
    files = [folder / name for name in ("sayings.yaml", "life_events.yaml")]
    digest = hashlib.sha256(READER.encode() + b"\0".join(path.read_bytes() for path in files)).hexdigest()
    if Loading.objects.filter(name="sayings", digest=digest).exists():
        return False
    told, events = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in files)
    with transaction.atomic():
        _write_sayings(list(_shipped(told)))
        _write_events(events)
        Loading.objects.update_or_create(name="sayings", defaults={"digest": digest, "at": at})
        vocabulary.count()
        edition.turn(at=at)
    return True


def _shipped(told: dict[str, Any]) -> Iterable[Saying]:
    for row in told["means"]:
        for said in row["said"]:
            yield saying(said, row["means"], keeps=row.get("keeps", False))
    for said in told["fillers"]:
        yield saying(said, kind=SayingKind.FILLER)
    for said, means in told["shorts"].items():
        yield saying(str(said), means, kind=SayingKind.SHORT)


def _write_sayings(rows: list[Saying]) -> None:
    for row in rows:
        row.shipped = True
    ours = Saying.objects.filter(shipped=True)
    stand = {(row.key, row.said, row.kind) for row in rows}
    gone = [row.pk for row in ours if (row.key, row.said, row.kind) not in stand]
    Saying.objects.filter(pk__in=gone).delete()
    written = set(Saying.objects.filter(shipped=False).values_list("key", "said", "kind"))
    Saying.objects.bulk_create(
        [row for row in rows if (row.key, row.said, row.kind) not in written],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["key", "said", "kind"],
        update_fields=["means", "keeps", "terms"],
    )


def _write_events(told: list[dict[str, Any]]) -> None:
    changed = set(LifeEvent.objects.filter(shipped=False).values_list("slug", flat=True))
    rows = [LifeEvent(**row, position=place, shipped=True) for place, row in enumerate(told)]
    LifeEvent.objects.filter(shipped=True).exclude(slug__in=[row.slug for row in rows]).delete()
    LifeEvent.objects.bulk_create(
        [row for row in rows if row.slug not in changed],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["name", "summary", "position", "codes"],
    )
