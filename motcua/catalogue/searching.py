"""Finds procedures by publisher, level, field and words, with and without accents, in two statements."""

import time
import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from motcua.common.words import fold

from .folding import bare, folded, spaced
from .models import Field, Publisher, Version

ROWS: Final = 20
MOST: Final = 1000
MOST_WORDS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a person chose; empty means any. `bodies` are kinds of agency that resolve."""

    publisher: str = ""
    level: int | None = None
    field: str = ""
    words: str = ""
    bodies: frozenset[str] = frozenset()

    def any(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.publisher or self.level or self.field or self.words.strip())


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
    """One page of what was found. `count` stops at `MOST`; then `more_than_counted` is true."""

    rows: tuple[Row, ...]
    number: int
    count: int
    more_than_counted: bool
    has_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the filters offer: publishers and fields that have something in force."""

    publishers: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    fields_of: dict[str, frozenset[str]]

    def fields_for(self, publisher: str, chosen: str) -> tuple[tuple[str, str], ...]:
        """Fields of this publisher, and whatever is chosen already."""
        held = self.fields_of.get(publisher)
        if held is None:
            return self.fields
        return tuple(pair for pair in self.fields if pair[0] in held or pair[0] == chosen)


def search(filters: Filters, *, page: int = 1) -> Page:
    """One page of the procedures in force that fit, best first."""
    found = _matching(filters)
    number = max(page, 1)
    start = (number - 1) * ROWS
    count = found.order_by()[: MOST + 1].count()
    rows = (
        [_row(values) for values in _ranked(found, filters)[start : start + ROWS + 1].values(*_COLUMNS)]
        if count
        else []
    )
    return Page(
        rows=tuple(rows[:ROWS]),
        number=number,
        count=min(count, MOST),
        more_than_counted=count > MOST,
        has_next=len(rows) > ROWS,
    )


_COLUMNS: Final = ("id", "procedure__code", "name", "field__name", "level", "files_online", "glance")


def _row(values: dict[str, Any]) -> Row:
    return Row(
        version_id=values["id"],
        code=values["procedure__code"],
        name=values["name"],
        field_name=values["field__name"],
        level=values["level"],
        files_online=values["files_online"],
        glance=values["glance"],
    )


def _matching(filters: Filters) -> QuerySet[Version]:
    found = Version.objects.filter(in_force_to=None)
    if filters.publisher:
        found = found.filter(publisher=filters.publisher)
    if filters.level:
        found = found.filter(level=filters.level)
    if filters.field:
        found = found.filter(field=filters.field)
    if filters.bodies:
        found = found.filter(body__in=filters.bodies)
    for word in _words(filters):
        found = found.filter(folded_words__contains=f" {word}")
    return found


def _words(filters: Filters) -> list[str]:
    return list(dict.fromkeys(bare(folded(filters.words)).split()))[:MOST_WORDS]


def _ranked(found: QuerySet[Version], filters: Filters) -> QuerySet[Version]:
    words = _words(filters)
    if not words:
        return found.order_by(_commune_last_digit(), "sort_key", "id")
    return found.annotate(
        rank=_rank(filters.words, words),
        accents=_accents(filters.words),
        near=_commune_last_digit(),
        size=Length("name"),
    ).order_by("rank", "accents", "near", "size", "sort_key", "id")


def _rank(typed: str, words: list[str]) -> Case:
    """Whole name, then its beginning, a phrase in it, an everyday word, all words in it, all words anywhere."""
    phrase = bare(folded(typed))
    all_words = Q()
    for word in words:
        all_words &= Q(folded_name__contains=f" {word}")
    return Case(
        When(Q(folded_name=phrase) | Q(folded_name=f" thu tuc{phrase}"), then=Value(0)),
        When(folded_words__contains=f"|{phrase}|", then=Value(1)),
        When(folded_name__contains=phrase, then=Value(2)),
        When(all_words, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def _accents(typed: str) -> Case | Value:
    """Where accents were typed, names that carry the same ones come first."""
    if fold(typed) == " ".join(typed.lower().split()):
        return Value(0)
    return Case(
        When(plain_name__contains=bare(spaced(typed)), then=Value(0)), default=Value(1), output_field=IntegerField()
    )


def _commune_last_digit() -> Case:
    """What the commune does comes first: it is what people come for."""
    return Case(When(admin_levels__contains=["xa"], then=Value(0)), default=Value(1), output_field=IntegerField())


_KEPT_SECONDS: Final = 60.0
_kept: dict[str, tuple[float, Options]] = {}


def options() -> Options:
    """The choices of the filters, read at most once a minute in a process."""
    kept = _kept.get("options")
    now = time.monotonic()
    if kept is None or now - kept[0] > _KEPT_SECONDS:
        kept = (now, _read_options())
        _kept["options"] = kept
    return kept[1]


def forget_options() -> None:
    """Read the choices again at the next question."""
    _kept.clear()


def _read_options() -> Options:
    pairs = Version.objects.filter(in_force_to=None).values_list("publisher_id", "field_id").distinct()
    fields_of: dict[str, set[str]] = {}
    for publisher, field in pairs:
        fields_of.setdefault(publisher, set()).add(field)
    fields = set().union(*fields_of.values()) if fields_of else set()
    return Options(
        publishers=tuple(Publisher.objects.filter(code__in=fields_of).values_list("code", "name")),
        fields=tuple(Field.objects.filter(code__in=fields).values_list("code", "name")),
        fields_of={publisher: frozenset(held) for publisher, held in fields_of.items()},
    )
