"""Finds procedures by what people say and by filters; see ADR 0040."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from motcua.common.kept import Kept
from motcua.common.words import fold

from .finding import ranking, vocabulary
from .finding.spelling import words_of
from .finding.understanding import understand
from .models import LifeEvent, Listing, Version

ROWS: Final = 20
MOST_PAGES: Final = 2500
SUGGESTED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a person chose; empty means any. `bodies` are kinds of agency that resolve."""

    words: str = ""
    publisher: str = ""
    field: str = ""
    level: int | None = None
    service_class: str = ""
    audience: str = ""
    admin_level: str = ""
    channel: str = ""
    free: bool = False
    bodies: frozenset[str] = frozenset()
    by_name: bool = False

    @property
    def narrowed(self) -> dict[str, Any]:
        """The filters that are set, by the name of each."""
        names = ("publisher", "field", "level", "service_class", "audience", "admin_level", "channel", "free")
        found = {name: value for name in names if (value := getattr(self, name))}
        return {**found, "bodies": tuple(sorted(self.bodies))} if self.bodies else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list."""

    version_id: uuid.UUID
    code: str
    name: str
    field_name: str
    level: int
    files_online: bool
    glance: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what was found; `counts` tells per filter how many each choice would leave, where asked for."""

    rows: tuple[Row, ...]
    number: int
    count: int
    has_next: bool
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Names of publishers and fields that have something in force, in Vietnamese order."""

    publishers: dict[str, str]
    fields: dict[str, str]
    fields_of: dict[str, frozenset[str]]


def search(filters: Filters, *, page: int = 1, counting: bool = False) -> Page:
    """One page of the procedures in force that fit, best first.

    Words are understood in two or three statements, ranked and counted in one. Names of fields come from `options`.
    """
    number = min(max(page, 1), MOST_PAGES)
    asked = understand(filters.words) if words_of(filters.words) else None
    wanted = ranking.Wanted(
        filters.narrowed,
        offset=(number - 1) * ROWS,
        limit=ROWS + 1,
        by_name=filters.by_name,
        counting=counting and asked is not None,
    )
    found = ranking.rank(asked, filters.words, wanted)
    if not found.rows and number > 1:
        return search(filters, counting=counting)
    counts = found.counts if asked else _counts_of_all(tuple(filters.narrowed.items())) if counting else {}
    return Page(
        rows=_rows(found.rows[:ROWS]),
        number=number,
        count=found.count,
        has_next=len(found.rows) > ROWS,
        counts=counts,
    )


def codes_found(words: str, most: int = 200) -> list[str]:
    """The codes of what fits the words, best first; for lists that filter otherwise."""
    if not words_of(words):
        return []
    return [row["code"] for row in ranking.rank(understand(words), words, ranking.Wanted({}, limit=most)).rows]


def suggest(typed: str) -> tuple[Row, ...]:
    """The best few for words that are being typed: the last one may go on."""
    if not words_of(typed):
        return ()
    found = ranking.rank(understand(typed, begun=True), typed, ranking.Wanted({}, limit=SUGGESTED))
    return _rows(found.rows)


def near(typed: str) -> tuple[Row, ...]:
    """Procedures whose words look like those typed, where nothing was found."""
    words = vocabulary.alike(words_of(typed))
    return _rows(ranking.rank(understand(" ".join(words)), "", ranking.Wanted({}, limit=5)).rows) if words else ()


def listed(codes: Sequence[str]) -> tuple[Row, ...]:
    """The procedures in force among these codes, in the order given."""
    held = Listing.objects.filter(code__in=codes).values(
        *("code", "version_id", "name", "field_id", "level", "files_online", "glance")
    )
    by_code = {row["code"]: row | {"version_id": str(row["version_id"])} for row in held}
    return _rows([by_code[code] for code in codes if code in by_code])


def same_named(rows: Sequence[Row]) -> dict[str, str]:
    """The rows of a list whose name another row has too: who carries each out, by code; mostly there are none."""
    times = Counter(fold(row.name) for row in rows)
    ids = {row.version_id: row.code for row in rows if times[fold(row.name)] > 1}
    found = Version.objects.filter(pk__in=ids).values_list("pk", "executing") if ids else ()
    return {ids[pk]: executing for pk, executing in found}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in a life; `codes` in the order they come."""

    slug: str
    name: str
    summary: str
    codes: tuple[str, ...]


@Kept
def life_events() -> tuple[Event, ...]:
    """All of them, in their order; read at most once a minute in a process."""
    return tuple(
        Event(slug, name, summary, tuple(codes))
        for slug, name, summary, codes in LifeEvent.objects.exclude(codes=[]).values_list(
            "slug", "name", "summary", "codes"
        )
    )


def counts_of_all() -> dict[str, dict[str, int]]:
    """How many procedures each choice of each filter holds."""
    return _counts_of_all(())


@Kept
def _counts_of_all(narrowed: tuple[tuple[str, Any], ...]) -> dict[str, dict[str, int]]:
    """The counts of the list that no words narrow, counted at most once a minute in a process."""
    return ranking.rank(None, "", ranking.Wanted(dict(narrowed), limit=0, counting=True)).counts


def _rows(found: list[dict[str, Any]]) -> tuple[Row, ...]:
    names = options().fields
    return tuple(
        Row(
            version_id=uuid.UUID(row["version_id"]),
            code=row["code"],
            name=row["name"],
            field_name=names.get(row["field_id"], ""),
            level=row["level"],
            files_online=row["files_online"],
            glance=row["glance"],
        )
        for row in found
    )


@Kept
def options() -> Options:
    """The choices of the filters, read at most once a minute in a process: every pair that has something in force."""
    columns = ("publisher__sort_key", "publisher_id", "publisher__name", "field__sort_key", "field_id", "field__name")
    pairs = list(Listing.objects.order_by().values_list(*columns).distinct())
    fields_of: dict[str, set[str]] = {}
    for _key, publisher, _name, _field_key, field, _field_name in pairs:
        fields_of.setdefault(publisher, set()).add(field)
    return Options(
        publishers={code: name for _key, code, name in sorted({pair[:3] for pair in pairs})},
        fields={code: name for _key, code, name in sorted({pair[3:] for pair in pairs})},
        fields_of={publisher: frozenset(held) for publisher, held in fields_of.items()},
    )
