"""What managers do to the catalogue: vouch for a value, decide a difference, withdraw, put an earlier version in force.

Each is one transaction, turns the edition, and is noted in the book of changes by who calls it.
"""

import json
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.accounts.models import Account

from . import edition, in_brief
from .content import Content, plain
from .forms import Forms
from .importing.ours import read_ours
from .importing.record import OURS, Book, Unreadable, read_record
from .local import stating
from .locking import take_turn
from .models import Confirmation, Difference, Listing, Procedure, SourceRecord, Version
from .publishing import Offer, Outcome, publish_all
from .rows import content_of, with_everything


class Refused(Exception):
    """It cannot be done as things stand; the reason is a word of `REASONS` in the interface."""


@transaction.atomic
def confirm(version: Version, path: str, *, by: Account, at: datetime) -> bool:
    """A person vouches for a value as it stands: its flag is told no more and no import overwrites it.

    :returns: whether it was not confirmed before.
    :raises Refused: `old_version`, another version is in force by now; `no_such_value`, nothing is doubtful there.
    """
    procedure = Procedure.objects.select_for_update(of=("self",)).get(pk=version.procedure_id)
    if procedure.current_id != version.pk:
        raise Refused("old_version")
    if all(flag["path"] != path for flag in version.flags):
        raise Refused("no_such_value")
    _row, made = Confirmation.objects.get_or_create(version=version, path=path, defaults={"by": by, "at": at})
    if made:
        edition.turn(at=at)
    return made


@transaction.atomic
def keep(difference: Difference, *, at: datetime) -> bool:
    """The value in force stays; the same difference is not asked again. Whether it was still open."""
    return bool(Difference.objects.filter(pk=difference.pk, decided_at=None).update(decided_at=at))


@transaction.atomic
def take(difference: Difference, *, at: datetime) -> Outcome:
    """The part of the source in which the two differ comes into force, in a version of its own.

    :raises Refused: `decided`, somebody was quicker; `no_source`, what the source said was not kept.
    """
    take_turn()
    row = Difference.objects.select_for_update(of=("self",)).get(pk=difference.pk)
    if row.decided_at is not None:
        raise Refused("decided")
    procedure = Procedure.objects.get(pk=row.procedure_id)
    if procedure.current_id is None:
        raise Refused("no_source")
    offered, key = _offered(procedure), row.path.partition(".")[0]
    said = content_of(with_everything(Version.objects.filter(pk=procedure.current_id)).get())
    default = {**offered.sources.get(key, offered.sources.get("", {})), "origin": "person"}
    own = {path: source for path, source in said.sources.items() if path.partition(".")[0] != key}
    flags = tuple(flag for flag in said.flags if flag["path"].partition(".")[0] != key)
    doubts = tuple(flag for flag in offered.flags if flag["path"].partition(".")[0] == key)
    taken = replace(said, **{key: getattr(offered, key)}, sources={**own, key: default}, flags=(*flags, *doubts))
    if in_brief.is_older(plain(said), plain(taken)):
        taken = replace(taken, flags=tuple(in_brief.flagged(taken.flags)))
    outcome = publish_all([Offer(code=procedure.code, content=taken)], origin="person", at=at)
    Difference.objects.filter(pk=row.pk).update(decided_at=at)
    return outcome


def _offered(procedure: Procedure) -> Content:
    record = SourceRecord.objects.filter(procedure=procedure).first()
    if record is None:
        raise Refused("no_source")
    raw, forms = json.loads(record.line), Forms()
    try:
        ours = raw.get(OURS, {})
        return (
            read_ours(ours["content"], forms) if "content" in ours else read_record(raw, Book(form_id=forms.of(None)))
        )
    except Unreadable as unreadable:
        raise Refused("no_source") from unreadable


@transaction.atomic
def withdraw(procedure: Procedure, *, reason: str, replaced_by: str, at: datetime) -> None:
    """Take a procedure out of force; its page says since when, why, and what takes its place.

    :raises Refused: `not_in_force`, there is nothing to withdraw; `no_successor`, no such procedure is in force.
    """
    take_turn()
    row = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    if row.current_id is None:
        raise Refused("not_in_force")
    if replaced_by and (replaced_by == row.code or not Listing.objects.filter(code=replaced_by).exists()):
        raise Refused("no_successor")
    Version.objects.filter(pk=row.current_id).update(in_force_to=at)
    row.current, row.withdrawn_at, row.withdrawn_because, row.replaced_by = None, at, reason, replaced_by
    row.save(update_fields=["current", "withdrawn_at", "withdrawn_because", "replaced_by"])
    Listing.objects.filter(procedure=row).delete()
    stating.end(row, at=at)
    edition.turn(at=at)


@transaction.atomic
def restore(version: Version, *, at: datetime) -> Outcome:
    """Put in force again what a version said, as the next version; a withdrawn procedure comes back with it.

    :raises Refused: `in_force`, this very version is in force.
    """
    take_turn()
    row = Procedure.objects.select_for_update(of=("self",)).get(pk=version.procedure_id)
    if row.current_id == version.pk:
        raise Refused("in_force")
    if row.withdrawn_at is not None:
        row.withdrawn_at, row.withdrawn_because, row.replaced_by = None, "", ""
        row.save(update_fields=["withdrawn_at", "withdrawn_because", "replaced_by"])
    said = content_of(with_everything(Version.objects.filter(pk=version.pk)).get())
    sources = {path: {**source, "origin": "person"} for path, source in said.sources.items()}
    return publish_all([Offer(code=row.code, content=replace(said, sources=sources))], origin="person", at=at)
