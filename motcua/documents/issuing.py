"""Papers owed, numbered, replaced and revoked. Drawing and signing are `drawing`'s."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from motcua.agencies.models import Agency

from .kinds import KINDS
from .models import IssuedPaper, new_typed

PATIENCE = timedelta(minutes=2)
NEXT = """
insert into documents_papercounter (agency_id, kind, year, last) values (%s, %s, %s, 1)
on conflict (agency_id, kind, year) do update set last = documents_papercounter.last + 1 returning last
"""


class Order(NamedTuple):
    """A paper to be owed: its kind, what it replaces, and data that is known beforehand.

    What it replaces is out of force at once, or with `holds` only when the new one is drawn: see `take_the_place`.
    `typed`: it bears a short code that the counter can type.
    """

    kind: str
    replaces: IssuedPaper | None = None
    data: dict[str, Any] = {}
    holds: bool = False
    typed: bool = False


def owe(agency: Agency, orders: Sequence[Order], *, at: datetime) -> list[IssuedPaper]:
    """Number papers in the caller's transaction, who also has them drawn: undone together, no gap stays.

    A counter's row is locked from here to the commit, so callers ask for it last.
    """
    year = timezone.localdate(at).year
    papers = [
        IssuedPaper(
            agency=agency,
            kind=order.kind,
            year=year,
            owed_at=at,
            replaces=order.replaces,
            data=order.data,
            typed=new_typed() if order.typed else None,
        )
        for order in orders
    ]
    with connection.cursor() as cursor:
        for paper in papers:
            if KINDS[paper.kind].numbered:
                cursor.execute(NEXT, [agency.pk, paper.kind, year])
                [paper.number] = cursor.fetchone()
    IssuedPaper.objects.bulk_create(papers)
    for order in orders:
        if order.replaces is not None and not order.holds:
            supersede(order.replaces, at=at)
    return papers


def supersede(paper: IssuedPaper, *, at: datetime) -> None:
    """A newer paper stands in the place of this one."""
    paper.superseded_at = at
    paper.save(update_fields=["superseded_at"])


def take_the_place(paper: IssuedPaper, *, at: datetime) -> None:
    """A paper that was just drawn puts what it replaces out of force, also where one between was never drawn."""
    before = paper.replaces
    while before is not None and before.superseded_at is None:
        supersede(before, at=at)
        before = before.replaces


@transaction.atomic
def revoke(paper: IssuedPaper, *, at: datetime, why: str) -> bool:
    """Take a paper out of force; False where it was out already."""
    found = IssuedPaper.objects.filter(pk=paper.pk, revoked_at=None).update(revoked_at=at, revoked_why=why[:240])
    paper.refresh_from_db(fields=["revoked_at", "revoked_why"])
    return bool(found)


def waiting(*, at: datetime) -> list[UUID]:
    """The oldest hundred papers that should have been drawn for minutes and are not."""
    found = IssuedPaper.objects.filter(file=None, superseded_at=None, revoked_at=None, owed_at__lt=at - PATIENCE)
    return list(found.order_by("owed_at").values_list("pk", flat=True)[:100])
