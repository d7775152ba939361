"""Time and fee of a version in one line of a list, drawn when it is published so that lists read one table."""

from typing import Any

from . import content
from .pages import is_usable


def glance(said: content.Content) -> dict[str, Any]:
    """`time` {"unit", "low", "high"} and `fee` {"low", "high", "per"}; either is None where a person must read on."""
    return {"time": _time(said), "fee": _fee(said)}


def _time(said: content.Content) -> dict[str, Any] | None:
    rows = [row for case in said.cases for row in case.channels]
    units = {row.unit for row in rows}
    if len(units) != 1 or not all(is_usable(row.unit, row.amount) for row in rows):
        return None
    amounts = [row.amount or 1 for row in rows]
    return {"unit": rows[0].unit, "low": min(amounts), "high": max(amounts)}


def _fee(said: content.Content) -> dict[str, Any] | None:
    owed = [[fee for fee in row.fees if not fee.when] for case in said.cases for row in case.channels]
    if not owed or not all(owed) or any(fee.amount is None for fees in owed for fee in fees):
        return None
    per = {fee.per for fees in owed for fee in fees if fee.amount}
    if len(per) > 1:
        return None
    amounts = [amount for fees in owed for amount in _totals(fees)]
    return {"low": min(amounts), "high": max(amounts), "per": per.pop() if per else ""}


def _totals(fees: list[content.Fee]) -> list[int]:
    """Fees of different kinds add up; several of one kind are alternatives of the source."""
    amounts = [fee.amount or 0 for fee in fees]
    return [sum(amounts)] if len({fee.kind for fee in fees}) == len(fees) else amounts
