"""How well and how fast the search finds: judged by questions of people, beside a plain ILIKE, at two sizes.

`python -m bench.finding` inside the measured installation; prints a JSON array. The national catalogue and the
questions lie beside a checkout; without them it says so.
"""

import csv
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import django

django.setup()

from django.db import connection  # noqa: E402 - models need settings that stand
from django.utils import timezone  # noqa: E402

from motcua.catalogue.finding import vocabulary  # noqa: E402
from motcua.catalogue.importing import import_procedures  # noqa: E402
from motcua.catalogue.models import Listing  # noqa: E402
from motcua.catalogue.queries import Filters, search  # noqa: E402
from motcua.common.words import fold  # noqa: E402

from .entry import Entry  # noqa: E402

DATA: Final = Path(__file__).resolve().parents[2] / "shared/data"
MANY: Final = 50_000
FIRST: Final = 5


def main() -> list[Entry]:
    """All entries; one that says why where there is nothing to judge by."""
    if not DATA.exists():
        return [Entry("search", 0, "", 0, 0, "shared/data is not beside this checkout: not measured")]

    import_procedures(DATA / "procedures.jsonl.gz", at=timezone.now())
    questions = _questions()
    entries = [*_quality(questions), _speed(questions, "search 4,573")]
    _grow()
    return [*entries, _speed(questions, "search 50,000")]


def _questions() -> list[tuple[str, set[str]]]:
    with (DATA / "search_queries_dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["query"], set(row["codes"].split("|"))) for row in rows if row["behavior"] == "answer"]


def _quality(questions: list[tuple[str, set[str]]]) -> Iterator[Entry]:
    bare = [(fold(query), codes) for query, codes in questions]
    for name, asked in (("as typed", questions), ("bare", bare)):
        ours, plain = _judge(asked, _found), _judge(asked, _plainly)
        for measure, value, floor in zip(("recall@5", "MRR"), ours, plain, strict=True):
            ratio = round(value / floor, 2) if floor else 0
            note = f"{len(asked)} questions {name}; beside it ILIKE"
            yield Entry(f"{measure} {name}", round(value, 3), "", round(floor, 3), ratio, note)


def _judge(questions: list[tuple[str, set[str]]], find: Callable[[str], list[str]]) -> tuple[float, float]:
    """Recall among the first five, and the mean of 1/rank."""
    hits = ranks = 0.0
    for query, codes in questions:
        place = next((place for place, code in enumerate(find(query), 1) if code in codes), 0)
        hits += 0 < place <= FIRST
        ranks += 1 / place if place else 0
    return hits / len(questions), ranks / len(questions)


def _found(query: str) -> list[str]:
    return [row.code for row in search(Filters(words=query)).rows]


def _plainly(query: str) -> list[str]:
    named = Listing.objects.filter(name__icontains=query).order_by("size", "code")
    return list(named.values_list("code", flat=True)[:20])


def _speed(questions: list[tuple[str, set[str]]], name: str) -> Entry:
    """The 95th of a hundred searches, with the counts of all filters: time in the database, beside an ILIKE."""

    def ours(query: str) -> object:
        return search(Filters(words=query), counting=True)

    for query, _codes in questions[:20]:
        ours(query)
    spent, floor = (_p95([_database(query, find) for query, _codes in questions]) for find in (ours, _plainly))
    note = f"p95 of {len(questions)} in the database; beside it ILIKE"
    return Entry(name, round(spent, 2), "ms", round(floor, 2), round(spent / floor, 2), note)


def _p95(spent: list[float]) -> float:
    return sorted(spent)[len(spent) * 95 // 100]


def _database(query: str, find: Callable[[str], object]) -> float:
    spent = _Spent()
    with connection.execute_wrapper(spent):
        find(query)
    return spent.milliseconds


class _Spent:
    """Adds up what statements take."""

    milliseconds = 0.0

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.milliseconds += (time.perf_counter() - began) * 1000


def _columns(cursor: Any, table: str, without: set[str]) -> list[str]:
    cursor.execute("select column_name from information_schema.columns where table_name = %s", [table])
    return [f'"{name}"' for (name,) in cursor.fetchall() if name not in without]


def _grow() -> None:
    """Local variants: every procedure again under codes of its own, until there are fifty thousand."""
    with connection.cursor() as cursor:
        columns = _columns(cursor, "catalogue_version", {"id", "procedure_id"})
        listed = _columns(cursor, "catalogue_listing", {"procedure_id", "version_id", "code"})
        cursor.execute("select count(*) from catalogue_listing")
        rounds = -(-MANY // cursor.fetchone()[0]) - 1
        cursor.execute(
            "create temp table grown as select l.procedure_id old, l.version_id said, l.code || '.H' || n code,"
            " gen_random_uuid() procedure, gen_random_uuid() version"
            " from catalogue_listing l cross join generate_series(1, %s) n order by n, l.code limit %s",
            [rounds, MANY - Listing.objects.count()],
        )
        kept = _columns(cursor, "catalogue_procedure", {"id", "code", "current_id"})
        cursor.execute(
            f"insert into catalogue_procedure (id, code, {', '.join(kept)}) select g.procedure, g.code,"
            f" {', '.join('p.' + name for name in kept)} from grown g join catalogue_procedure p on p.id = g.old"
        )
        names = ", ".join(columns)
        cursor.execute(
            f"insert into catalogue_version (id, procedure_id, {names}) select g.version, g.procedure,"
            f" {', '.join('v.' + name for name in columns)} from grown g join catalogue_version v on v.id = g.said"
        )
        names = ", ".join(listed)
        cursor.execute(
            f"insert into catalogue_listing (procedure_id, version_id, code, {names}) select g.procedure, g.version,"
            f" g.code, {', '.join('l.' + name for name in listed)}"
            " from grown g join catalogue_listing l on l.procedure_id = g.old"
        )
        vocabulary.count()
        cursor.execute("vacuum analyze catalogue_listing")


if __name__ == "__main__":
    print(json.dumps([asdict(one) for one in main()]))
