"""Finds procedures by publisher, level, field and words, with and without accents, in two statements."""

import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import (
    BooleanField,
    Case,
    Count,
    ExpressionWrapper,
    IntegerField,
    OrderBy,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Left, Length

from motcua.common.kept import Kept
from motcua.common.words import fold

from .folding import bare, folded, spaced
from .models import Version

ROWS: Final = 20
MOST_PAGES: Final = 5000
MOST_WORDS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a person chose; empty means any. `bodies` are kinds of agency that resolve."""

    publisher: str = ""
    level: int | None = None
    field: str = ""
    words: str = ""
    bodies: frozenset[str] = frozenset()


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
    """One page of what was found."""

    rows: tuple[Row, ...]
    number: int
    count: int
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
    """One page of the procedures in force that fit, best first, in one statement."""
    number = min(max(page, 1), MOST_PAGES)
    start = (number - 1) * ROWS
    found = _ranked(_matching(filters), filters)
    rows = list(found.values(*_COLUMNS, "total")[start : start + ROWS + 1])
    if not rows and number > 1:
        return search(filters, page=1)
    return Page(
        rows=tuple(_row(values) for values in rows[:ROWS]),
        number=number,
        count=rows[0]["total"] if rows else 0,
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
    by_name = Left("sort_key", 200)
    if not words:
        return found.annotate(total=_counted(found)).order_by(_commune_first(), by_name, "id")
    return found.annotate(
        total=Window(Count("*")), rank=_rank(filters.words, words), accents=_accents(filters.words), size=Length("name")
    ).order_by("rank", "accents", _commune_first(), "size", by_name, "id")


def _counted(found: QuerySet[Version]) -> Subquery:
    """How many there are, counted once beside the rows that an index gives in their order."""
    return Subquery(found.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("*")).values("n"))


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


def _commune_first() -> OrderBy:
    """What the commune does comes first: it is what people come for."""
    return OrderBy(ExpressionWrapper(Q(admin_levels__contains=["xa"]), BooleanField()), descending=True)


@Kept
def options() -> Options:
    """The choices of the filters, read at most once a minute in a process.

    One statement for both lists: every pair of publisher and field that has something in force.
    """
    columns = ("publisher__sort_key", "publisher_id", "publisher__name", "field__sort_key", "field_id", "field__name")
    pairs = list(Version.objects.filter(in_force_to=None).order_by().values_list(*columns).distinct())
    fields_of: dict[str, set[str]] = {}
    for _key, publisher, _name, _field_key, field, _field_name in pairs:
        fields_of.setdefault(publisher, set()).add(field)
    return Options(
        publishers=tuple((code, name) for _key, code, name in sorted({pair[:3] for pair in pairs})),
        fields=tuple((code, name) for _key, code, name in sorted({pair[3:] for pair in pairs})),
        fields_of={publisher: frozenset(held) for publisher, held in fields_of.items()},
    )
