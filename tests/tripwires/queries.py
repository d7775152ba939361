"""Traps in the ORM: what only works by luck fails here."""

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db.models import DateField, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler


def _rows_are_asked_without_order(query: Query) -> bool:
    """Whether a shuffle changes nothing but the order: no aggregate, no union, no DISTINCT, no subquery."""
    plain = query.default_cols or query.select
    return bool(plain) and not (query.subquery or query.combinator or query.distinct or query.group_by is not None)


def shuffle_unordered_rows(patch: pytest.MonkeyPatch) -> None:
    """PostgreSQL promises no order without ORDER BY; it only looks as if."""
    original = SQLCompiler._order_by_pairs

    def pairs(self: Any) -> Iterator[tuple[OrderBy, bool]]:
        ordered = False
        for pair in original(self):  # type: ignore[attr-defined] # the stubs say it returns nothing
            ordered = True
            yield pair
        if not ordered and _rows_are_asked_without_order(self.query):
            yield OrderBy(Random()), False

    patch.setattr(SQLCompiler, "_order_by_pairs", pairs)


def _caller() -> str:
    """The module that called the queryset's method; managers only pass the call on, and Django calls it itself."""
    frame = sys._getframe(2)
    while frame.f_back and frame.f_globals["__name__"] == "django.db.models.manager":
        frame = frame.f_back
    return str(frame.f_globals["__name__"])


def demand_locks_with_of(patch: pytest.MonkeyPatch) -> None:
    """`select_for_update()` without `of` also locks every joined row, and then two offices wait for each other."""
    original = QuerySet.select_for_update

    def select_for_update(
        self: Any, nowait: bool = False, skip_locked: bool = False, of: Any = (), no_key: bool = False
    ) -> Any:
        assert of or _caller().startswith("django."), "select_for_update() needs of=(…)"
        return original(self, nowait, skip_locked, of, no_key)

    patch.setattr(QuerySet, "select_for_update", select_for_update)


def refuse_moments_as_days(patch: pytest.MonkeyPatch) -> None:
    """Django cuts a datetime down to a date without a word, in whatever time zone it happens to be."""
    original = DateField.to_python

    def to_python(self: Any, value: Any) -> Any:
        assert not isinstance(value, datetime), f"{self} is a day; {value!r} is a moment"
        return original(self, value)

    patch.setattr(DateField, "to_python", to_python)


def arm(patch: pytest.MonkeyPatch) -> None:
    """Set all traps of this module."""
    shuffle_unordered_rows(patch)
    demand_locks_with_of(patch)
    refuse_moments_as_days(patch)
