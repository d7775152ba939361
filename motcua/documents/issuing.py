"""Papers owed, numbered, replaced and revoked. Drawing and signing are `drawing`'s."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from motcua.agencies.models import Agency
from motcua.common.events import publish

from .kinds import KINDS
from .models import IssuedPaper

PATIENCE = timedelta(minutes=2)
NEXT = """
insert into documents_papercounter (agency_id, kind, year, last) values (%s, %s, %s, 1)
on conflict (agency_id, kind, year) do update set last = documents_papercounter.last + 1 returning last
"""


def owe(
    agency: Agency,
    kind: str,
    *,
    at: datetime,
    replaces: IssuedPaper | None = None,
    data: dict[str, Any] | None = None,
) -> IssuedPaper:
    """Number a paper and queue its drawing, both with the caller's transaction: undone together, no gap stays.

    The counter's row is locked from here to the commit, so callers ask for it last.
    """
    paper = IssuedPaper(
        agency=agency, kind=kind, year=timezone.localdate(at).year, owed_at=at, replaces=replaces, data=data or {}
    )
    if KINDS[kind].numbered:
        with connection.cursor() as cursor:
            cursor.execute(NEXT, [agency.pk, kind, paper.year])
            [paper.number] = cursor.fetchone()
    paper.save(force_insert=True)
    if replaces is not None:
        supersede(replaces, at=at)
    publish("paper.owed", paper=str(paper.pk))
    return paper


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
