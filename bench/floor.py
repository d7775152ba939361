"""The floor: what the same server must do at least. A view that does nothing, and one that writes a filing's rows raw.

The rows are read once from a real filing, so the floor writes what the product writes, whatever that comes to be.
"""

import itertools
import threading
import uuid
from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from motcua.common.ids import new_id

# Parents before children; each names how a row belongs to the dossier.
TABLES = (
    ("documents_storedfile", "id in (select file_id from dossiers_attachment where dossier_id = %s)"),
    ("dossiers_dossier", "id = %s"),
    ("dossiers_answerrevision", "dossier_id = %s"),
    ("dossiers_attachment", "dossier_id = %s"),
    ("dossiers_party", "dossier_id = %s"),
    ("dossiers_historyline", "dossier_id = %s"),
    ("dossiers_historywords", "line_id in (select id from dossiers_historyline where dossier_id = %s)"),
)
COUNT = """
insert into dossiers_codecounter (agency_id, day, last) values (%s, '2000-01-01', 1)
on conflict (agency_id, day) do update set last = dossiers_codecounter.last + 1 returning last
"""
JOB = """
insert into procrastinate_jobs (queue_name, task_name, priority, args) values ('floor', 'floor', 0, %s)
"""
numbers = itertools.count(1)
lock = threading.Lock()


class CountStatements:
    """Tells how many statements a request took, when it is asked to: counting costs, so timed requests do not ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "X-Count" not in request.headers:
            return self.get_response(request)
        told = []

        def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            told.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response.headers["X-Statements"] = str(len(told))
        if request.headers["X-Count"] == "say":
            print(f"\n{request.method} {request.path}: {len(told)}", *told, sep="\n    ", flush=True)
        return response


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """Nothing, through all the middleware."""
    return HttpResponse("bare")


class Pattern:
    """The rows of one real filing, ready to be written again under new ids."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "select id, resolving_agency_id from dossiers_dossier where status = 1 order by id desc limit 1"
            )
            dossier, self.agency = cursor.fetchone()
            self.rows = [(table, *self._read(cursor, table, where, dossier)) for table, where in TABLES]
            cursor.execute("select args::text from procrastinate_jobs order by id desc limit 1")
            (self.job,) = cursor.fetchone()
        self.ids = {row[0] for _, _, rows in self.rows for row in rows if isinstance(row[0], uuid.UUID)}

    @staticmethod
    def _read(cursor: Any, table: str, where: str, dossier: uuid.UUID) -> tuple[list[str], list[tuple[Any, ...]]]:
        cursor.execute("select column_name from information_schema.columns where table_name = %s", [table])
        names = sorted((name for (name,) in cursor.fetchall()), key=lambda name: name not in {"id", "line_id"})
        texts = ", ".join(f'"{name}"' for name in names)
        cursor.execute(f"select {texts} from {table} where {where}", [dossier])
        return names, cursor.fetchall()

    def write(self) -> None:
        """One statement per table, one for the code, one for the job."""
        fresh = {old: new_id() for old in self.ids}
        code = f"floor-{next(numbers)}-{threading.get_ident()}"
        with transaction.atomic(), connection.cursor() as cursor:
            for table, names, rows in self.rows:
                if rows:
                    one = f"({', '.join(['%s'] * len(names))})"
                    sql = f"insert into {table} ({', '.join(names)}) values {', '.join([one] * len(rows))}"
                    cursor.execute(
                        sql,
                        [
                            self._value(name, value, fresh, code)
                            for row in rows
                            for name, value in zip(names, row, strict=True)
                        ],
                    )
            cursor.execute(COUNT, [self.agency])
            cursor.execute(JOB, [self.job])

    @staticmethod
    def _value(name: str, value: Any, fresh: dict[uuid.UUID, uuid.UUID], code: str) -> Any:
        if name == "code":
            return code
        return fresh.get(value, value) if isinstance(value, uuid.UUID) else value


@cache
def pattern() -> Pattern:
    """Read on first use, before anything is timed."""
    return Pattern()


@login_not_required
def write(request: HttpRequest) -> HttpResponse:
    """The rows and the job of one filing."""
    with lock:
        found = pattern()
    found.write()
    return HttpResponse("written")
