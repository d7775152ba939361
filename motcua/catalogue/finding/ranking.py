"""Ranks what fits in the database and counts what each filter would leave, in one statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from motcua.common.words import fold

from .spelling import words_of
from .understanding import Asked

MOST_CANDIDATES: Final = 600
"""Listings that are weighed: those that hold the rarest terms asked for."""
TAIL: Final = 0.35
"""What scores less than this share of the best is not told."""
USUAL_SIZE, LENGTH = 16, 0.45
"""Words of a usual name, and how much a longer one counts against itself (BM25's b)."""
LABELS: Final = "'{0.15,0.35,0.9,1}'"
"""What a term counts in the field's name, in other names, in everyday words, in the name itself."""
ROW: Final = "code, version_id, name, field_id, level, service_class, files_online, glance"
REST: Final = "sort_key, spelled, size, body, publisher_id, audiences, admin_levels, channels, free"
FACETS: Final = {
    "publisher": "publisher_id",
    "field": "field_id",
    "level": "level::text",
    "service_class": "service_class",
    "audience": "unnest(audiences)",
    "admin_level": "unnest(admin_levels)",
    "channel": "unnest(channels)",
    "free": "case when free then 'free' end",
}
CONDITIONS: Final = {
    "publisher": "publisher_id = %(publisher)s",
    "field": "field_id = %(field)s",
    "level": "level = %(level)s",
    "service_class": "service_class = %(service_class)s",
    "audience": "audiences @> array[%(audience)s]::varchar[]",
    "admin_level": "admin_levels @> array[%(admin_level)s]::varchar[]",
    "channel": "channels @> array[%(channel)s]::varchar[]",
    "free": "free",
    "bodies": "body = any(%(bodies)s)",
}
"""Every name and condition here is a constant; what people type goes in as parameters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The part of what was found that is asked for."""

    narrowed: Mapping[str, Any]
    offset: int = 0
    limit: int = 20
    by_name: bool = False
    counting: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The rows asked for, how many there are, and per filter what each choice would leave."""

    rows: list[dict[str, Any]]
    count: int
    counts: dict[str, dict[str, int]]


def rank(asked: Asked | None, typed: str, wanted: Wanted) -> Found:
    """What fits the words, best first; without words everything in its usual order."""
    if asked is not None and not asked.weights:
        return Found([], 0, {})
    parameters: dict[str, Any] = {"limit": wanted.limit, "offset": wanted.offset}
    source = _scored(asked, parameters) if asked else "kept as not materialized (select * from catalogue_listing)"
    order = "sort_key, code" if wanted.by_name else _order(asked, typed, parameters)
    chosen = _where(wanted.narrowed)
    counts = _counting(wanted.narrowed) if wanted.counting else "'{}'::json"
    statement = f"""
        with {source}
        select (select coalesce(json_agg(row_to_json(page)), '[]') from (
                select {ROW} from kept {chosen} order by {order} limit %(limit)s offset %(offset)s) page),
            (select count(*) from kept {chosen}),
            {counts}"""  # noqa: S608
    for name, value in wanted.narrowed.items():
        parameters[name] = list(value) if isinstance(value, tuple) else value
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows, count, counted = cursor.fetchone()
    return Found(_plain(rows), count, _plain(counted))


def _plain(told: Any) -> Any:
    return json.loads(told) if isinstance(told, str) else told


def _scored(asked: Asked, parameters: dict[str, Any]) -> str:
    """Listings that hold the rarest terms, weighed by all terms."""
    order = sorted(asked.weights, key=lambda term: (-asked.weights[term], term))
    weighed = []
    for place, term in enumerate(order):
        parameters[f"t{place}"] = _lexeme(term)
        weighed.append(f"{asked.weights[term]:.4f} * ts_rank({LABELS}, words, %(t{place})s::tsquery)")
    parameters["any"] = " | ".join(_lexeme(term) for term in _rarest(order, asked.documents))
    length = f"({1 - LENGTH} + {LENGTH} * least(size, 40) / {USUAL_SIZE}.0)"
    return f"""
        found as materialized (
            select {ROW}, {REST}, ({" + ".join(weighed)}) * worth / {length} as score
            from catalogue_listing where words @@ %(any)s::tsquery),
        kept as materialized (select * from found where score >= {TAIL} * (select max(score) from found))
    """  # noqa: S608


def _rarest(order: list[str], documents: Mapping[str, int]) -> list[str]:
    """The weightiest terms that fit into so many candidates, and always one."""
    chosen, held = order[:1], documents[order[0]]
    for term in order[1:]:
        if held + documents[term] <= MOST_CANDIDATES:
            chosen.append(term)
            held += documents[term]
    return chosen


def _lexeme(term: str) -> str:
    return f"'{term[:-2]}':*" if term.endswith(":*") else f"'{term}'"


def _order(asked: Asked | None, typed: str, parameters: dict[str, Any]) -> str:
    """Between equals the accents typed decide, then the shorter name; without words what is worth most comes first."""
    if asked is None:
        return "worth desc, sort_key, code"
    marked = [word for word in words_of(typed) if word != fold(word)][:12]
    parameters["marked"] = [f"% {word} %" for word in marked]
    accents = "(select count(*) from unnest(%(marked)s::text[]) mark where spelled like mark) desc," if marked else ""
    return f"round(score::numeric, 4) desc, {accents} size, sort_key, code"


def _where(narrowed: Mapping[str, Any], without: str = "") -> str:
    conditions = [CONDITIONS[name] for name in narrowed if name != without]
    return f"where {' and '.join(conditions)}" if conditions else ""


def _counting(narrowed: Mapping[str, Any]) -> str:
    """Per filter the counts of its choices under all other filters."""
    parts = [f"'{name}', ({_counted(choice, _where(narrowed, name))})" for name, choice in FACETS.items()]
    return f"json_build_object({', '.join(parts)})"


def _counted(choice: str, where: str) -> str:
    return f"""
        select coalesce(json_object_agg(choice, n), '{{}}') from (
            select choice, count(*) n from (select {choice} choice from kept {where}) one
            where choice is not null group by 1) counted"""  # noqa: S608
