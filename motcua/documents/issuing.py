"""Papers owed, numbered, replaced and revoked. Drawing and signing are `drawing`'s."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from motcua.agencies.models import Agency

from .kinds import KINDS
from .models import IssuedPaper

PATIENCE = timedelta(minutes=2)
NEXT = """
insert into documents_papercounter (agency_id, kind, year, last) values (%s, %s, %s, 1)
on conflict (agency_id, kind, year) do update set last = documents_papercounter.last + 1 returning last
"""


class Order(NamedTuple):
    """A paper to be owed: its kind, what it replaces, and data that is known beforehand."""

    kind: str
    replaces: IssuedPaper | None = None
    data: dict[str, Any] = {}


def owe(agency: Agency, orders: Sequence[Order], *, at: datetime) -> list[IssuedPaper]:
    """Number papers in the caller's transaction, who also has them drawn: undone together, no gap stays.

    A counter's row is locked from here to the commit, so callers ask for it last.
    """
    year = timezone.localdate(at).year
    papers = [
        IssuedPaper(agency=agency, kind=kind, year=year, owed_at=at, replaces=replaces, data=data)
        for kind, replaces, data in orders
    ]
    with connection.cursor() as cursor:
        for paper in papers:
            if KINDS[paper.kind].numbered:
                cursor.execute(NEXT, [agency.pk, paper.kind, year])
                [paper.number] = cursor.fetchone()
    IssuedPaper.objects.bulk_create(papers)
    for paper in papers:
        if paper.replaces is not None:
            supersede(paper.replaces, at=at)
    return papers


def supersede(paper: IssuedPaper, *, at: datetime) -> None:
    """A newer paper stands in the place of this one."""
    paper.superseded_at = at
    paper.save(update_fields=["superseded_at"])


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
