"""After the calendar changed: open dossiers are counted again; who is promised another date is told."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from .. import clock
from ..models import Dossier, DossierQuerySet
from ..states import Status
from .moves import Fact, note_fact, save_moved

PART = 200
ENDED = (Status.DRAFT, Status.REFUSED, Status.STOPPED, Status.FINISHED, Status.RETURNED)


def touched(agency_id: UUID | None, first: date) -> DossierQuerySet:
    """Open dossiers of an agency, or of all, whose dates may reach the day that changed or lie behind it."""
    found = Dossier.objects.exclude(status__in=ENDED)
    if agency_id is not None:
        found = found.filter(resolving_agency=agency_id) | found.filter(receiving_agency=agency_id)
    return found.exclude(due_at__date__lt=first)


def queue(agency_id: UUID | None, first: date, *, at: datetime, after: UUID | None = None) -> None:
    """Queue one part of the counting; it queues the next."""
    app.configure_task("recount", queue="duties").defer(
        agency=str(agency_id) if agency_id else None, first=first.isoformat(), after=str(after) if after else None
    )


def recount_part(agency_id: UUID | None, first: date, *, at: datetime, after: UUID | None = None) -> UUID | None:
    """Count a part again; the id after which the next one begins, or None at the end. Twice is as good as once."""
    found = touched(agency_id, first)
    found = found.filter(pk__gt=after) if after else found
    ids = list(found.order_by("pk").values_list("pk", flat=True)[:PART])
    for pk in ids:
        recount(pk, at=at)
    return ids[-1] if len(ids) == PART else None


@transaction.atomic
def recount(pk: UUID, *, at: datetime) -> bool:
    """Count one dossier's running dates anew; a date that moved is a fact of its history. Whether one did."""
    dossier = Dossier.objects.filter(pk=pk).first()
    if dossier is None:
        return False
    dossier.lock()
    facts = clock.recount(dossier, at)
    if not facts:
        return False
    save_moved(dossier)
    note_fact(dossier, Fact("due_moved", facts), by=None, at=at)
    return True
