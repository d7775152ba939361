"""Reasons that offices gave, per procedure and paper: a list that grows from use."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

from .models import KnownReason

SHORT, MOST_OFFERED = 80, 8

LEARN = """
insert into dossiers_knownreason (id, procedure_id, about, short, plain, ground, uses, used_at)
values (%s, %s, %s, %s, %s, %s, 1, %s)
on conflict (procedure_id, about, plain) do update
set uses = dossiers_knownreason.uses + 1, used_at = excluded.used_at,
    ground = case when excluded.ground = '' then dossiers_knownreason.ground else excluded.ground end
"""


class Given(Protocol):
    """A reason as it was given."""

    @property
    def subject(self) -> str:
        """What it is about: the paper, the question, the action."""

    @property
    def reason(self) -> str:
        """What the person reads."""

    @property
    def ground(self) -> str:
        """The article, if any."""

    @property
    def short(self) -> str:
        """What the officer reads in the list; empty means the beginning of the reason."""


def learn(procedure_id: UUID, given: Sequence[Given], at: datetime) -> None:
    """Remember what was said, or that it was said again."""
    with connection.cursor() as cursor:
        for one in given:
            short = (one.short or one.reason)[:SHORT]
            values: list[Any] = [KnownReason().pk, procedure_id, one.subject[:400], short, one.reason, one.ground, at]
            cursor.execute(LEARN, values)


def known(procedure_id: UUID, about: Collection[str]) -> dict[str, list[KnownReason]]:
    """The reasons known for each subject, the most used first, a few of each."""
    found: dict[str, list[KnownReason]] = {}
    for reason in KnownReason.objects.filter(procedure=procedure_id, about__in=about).order_by("about", "-uses", "id"):
        offered = found.setdefault(reason.about, [])
        if len(offered) < MOST_OFFERED:
            offered.append(reason)
    return found
