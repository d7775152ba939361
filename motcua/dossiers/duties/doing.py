"""How a duty is done: candidates a part at a time, each written down once, several workers side by side."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from motcua.common.ids import new_id

from ..actions import Blocked, NotAllowed
from ..models import DeskDraft, Dossier, DossierQuerySet

PART = 500
TOLD = frozenset({"supplement_reminder", "result_uncollected", "draft_expires"})
"""Duties of which the person gets a message; the others show at the desk."""

NOTE = """
insert into dossiers_notice (id, dossier_id, duty, key, owed_at, done_at)
select * from unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[])
on conflict (dossier_id, duty, key) do nothing returning id, dossier_id
"""


@dataclass(frozen=True)
class Outcome:
    """What a duty did: to which dossier (no code: a draft, or none at all), and what came of it."""

    duty: str
    code: str | None
    outcome: str


class Owed(NamedTuple):
    """Something that fell due for a dossier, told apart from its like by a key."""

    dossier: Dossier
    key: str
    owed_at: datetime


class Draft(NamedTuple):
    """What a duty proposes: the action, and the fields of its form as they would be typed."""

    action: str
    typed: dict[str, str]


@dataclass
class Round:
    """One run of duties: as of which moment, and until when by the clock of the machine."""

    at: datetime
    ends: float | None = None

    def is_over(self) -> bool:
        """Whether the next part is left to another job."""
        return self.ends is not None and time.monotonic() >= self.ends


def parts(found: DossierQuerySet, turn: Round) -> Iterator[list[Dossier]]:
    """The candidates in the order of their ids, a part at a time, until the round is over."""
    last: UUID | None = None
    while not turn.is_over():
        rows = found.filter(pk__gt=last) if last else found
        part = list(rows.order_by("pk")[:PART])
        if part:
            yield part
            last = part[-1].pk
        if len(part) < PART:
            return


def note(duty: str, owed: Sequence[Owed], at: datetime) -> list[Dossier]:
    """Write down what was not yet, all in one statement; the dossiers of which it was new."""
    if not owed:
        return []
    ids = [new_id() for _ in owed]
    columns: list[Any] = [
        ids,
        [one.dossier.pk for one in owed],
        [duty] * len(owed),
        [one.key for one in owed],
        [one.owed_at for one in owed],
        [at] * len(owed),
    ]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(NOTE, columns)
            made = dict(cursor.fetchall())
        if duty in TOLD and made:
            jobs: list[dict[str, JSONValue]] = [{"event": "dossier.duty", "ids": {"notice": str(pk)}} for pk in made]
            app.configure_task("react", queue="reactions").batch_defer(*jobs)
    return [one.dossier for pk, one in zip(ids, owed, strict=True) if pk in made]


def drafted(duty: str, owed: Sequence[Owed], at: datetime, draft: Callable[[Dossier], Draft]) -> list[Dossier]:
    """A duty that lays a draft ready for the desk: noted and laid there in one, nobody's; officers' own stay."""
    with transaction.atomic():
        new = note(duty, owed, at)
        made = [(one, draft(one)) for one in new]
        DeskDraft.objects.bulk_create(
            [DeskDraft(dossier=one, action=laid.action, typed=laid.typed, saved_at=at) for one, laid in made],
            update_conflicts=True,
            unique_fields=("dossier", "action", "officer"),
            update_fields=("typed", "saved_at"),
        )
    return new


def noted(
    duty: str, found: DossierQuerySet, turn: Round, owed: Callable[[Dossier], Iterable[Owed]]
) -> Iterator[Outcome]:
    """A duty that is only written down and told."""
    for part in parts(found, turn):
        due = [one for dossier in part for one in owed(dossier) if one.owed_at <= turn.at]
        for dossier in note(duty, due, turn.at):
            yield Outcome(duty, dossier.code, "noted")


def moved(duty: str, found: DossierQuerySet, turn: Round, act: Callable[[Dossier], object]) -> Iterator[Outcome]:
    """A duty that is a verb of the lifecycle: one transaction each; who was faster is left alone."""
    for part in parts(found, turn):
        for dossier in part:
            code = dossier.code
            try:
                act(dossier)
            except NotAllowed:
                continue
            except Blocked as blocked:
                yield Outcome(duty, code, "; ".join(blocked.problems))
            else:
                yield Outcome(duty, code, "done")
