"""`motcua due`: when a term ends, and why. No database unless a case names an agency."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
from typing import Any, Self

from motcua.deadlines import STANDARD, VIETNAM, Calendar, Due, due

from ..failures import CommandFailed

UNITS = ("hour", "working_day", "day", "month", "same_day")
Answer = dict[str, Any]


class Agencies:
    """The calendars of agencies by code; the database is opened at the first one that is named."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._opened = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def calendar(self, code: str | None, at: datetime) -> Calendar:
        """The calendar of an agency; the standard week where none is named.

        :raises ValueError: no agency carries the code.
        """
        if not code:
            return STANDARD
        if not self._opened:
            # Without an agency this command starts in a tenth of the time: Django stays asleep.
            self._stack.enter_context(import_module("motcua.config.agency_calendars").opened())
            self._opened = True
        found: Calendar = import_module("motcua.agencies.by_code").calendar_with_code(code, at)
        return found


def run(arguments: argparse.Namespace) -> Any:
    """One case from the options; with --jsonl each line of standard input is one, each answer one line."""
    with Agencies() as agencies:
        if arguments.jsonl:
            for answer in answers(sys.stdin.buffer, agencies):
                sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
                sys.stdout.flush()
            return []
        if not arguments.at or not arguments.unit:
            raise CommandFailed("Say --at and --unit, or --jsonl for many cases.")
        case = {"at": arguments.at, "amount": arguments.amount, "unit": arguments.unit, "agency": arguments.agency}
        try:
            return answer_of(case, agencies)
        except (ValueError, TypeError) as wrong:
            raise CommandFailed(str(wrong)) from wrong


def answers(lines: Iterable[bytes], agencies: Agencies) -> Iterator[Answer]:
    """One answer for each line, in their order; what cannot be read is told on its line."""
    for line in lines:
        try:
            yield answer_of(_case(line), agencies)
        except (ValueError, TypeError, OverflowError, RecursionError) as wrong:
            # What was typed may come back in the words, half a character too.
            said = str(wrong).encode(errors="replace").decode()
            yield {"due_at": None, "error": said or "cannot be read"}


def _case(line: bytes) -> dict[str, Any]:
    case = json.loads(line)
    if not isinstance(case, dict):
        raise TypeError("a case is an object")
    return case


def answer_of(case: dict[str, Any], agencies: Agencies) -> Answer:
    """Count one case.

    :raises ValueError: a moment, an amount, a unit, an agency or a pause that cannot be.
    """
    at, unit, agency = moment(case.get("at")), case.get("unit"), case.get("agency")
    if unit not in UNITS:
        raise ValueError(f"no such unit: {unit}")
    amount = case.get("amount")
    if amount is None and unit != "same_day":
        raise ValueError("an amount is missing")
    if agency is not None and not isinstance(agency, str):
        raise ValueError("an agency is named by its code")
    found = due(
        at,
        amount=amount if amount is not None else 0,
        unit=unit,
        calendar=agencies.calendar(agency, at),
        pauses=pauses(case.get("pauses")),
    )
    return {"due_at": local(found.due_at), "explanation": explanation(found)}


def moment(text: object) -> datetime:
    """A moment as written: an offset is converted, without one it is local; seconds are dropped.

    :raises ValueError: it is none; TypeError where it is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"not a moment: {text!r}")
    read = datetime.fromisoformat(text)
    local_time = read.replace(tzinfo=VIETNAM) if read.tzinfo is None else read.astimezone(VIETNAM)
    return local_time.replace(second=0, microsecond=0)


def pauses(raw: object) -> list[tuple[datetime, datetime | None]]:
    """Pairs of moments; the second may be null.

    :raises ValueError: they are no pairs.
    """
    if raw is None:
        return []
    if not isinstance(raw, list) or not all(isinstance(one, list) and len(one) == 2 for one in raw):
        raise ValueError("pauses are pairs [from, to] with to null while it is open")
    return [(moment(began), None if ended is None else moment(ended)) for began, ended in raw]


def local(at: datetime | None) -> str | None:
    """Local time to the minute, without an offset."""
    return at.strftime("%Y-%m-%dT%H:%M") if at else None


def explanation(found: Due) -> list[dict[str, Any]]:
    """Each day as data."""
    return [asdict(day) | {"date": day.date.isoformat()} for day in found.explanation]


def describe(answer: Answer) -> str:
    """In words, for people."""
    end = answer["due_at"]
    said = f"Hạn: {end[11:]} ngày {end[8:10]}/{end[5:7]}/{end[:4]}" if end else "Chưa có hạn"
    return "\n".join([said, *(f"- {day['vi']}" for day in answer["explanation"])])
