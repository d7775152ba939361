"""The way of a new version: begun, written, reviewed, published now or on a date, or thrown away."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account

from .content import KEYS, Content, content_hash, from_plain, plain
from .locking import take_turn
from .models import CopyState, Procedure, Version, WorkingCopy
from .models.working_copy import OPEN
from .publishing import Offer, publish_all
from .rows import content_of, with_everything
from .soundness import problems
from .version_rules import rules_of


class Stale(Exception):
    """Somebody else saved in between, published, or ended this copy: what was typed is not written over theirs."""


class Overtaken(Stale):
    """Another version came into force since it was begun; what that one says would be lost."""


class Unsound(Exception):
    """It cannot be published as it stands; `problems` says why, in words."""

    def __init__(self, found: list[str]) -> None:
        self.problems = found
        super().__init__("; ".join(found))


class NothingNew(Unsound):
    """It says what is in force already, so there is nothing to publish."""

    def __init__(self) -> None:
        super().__init__([_("Bản này chưa khác gì bản đang có hiệu lực, nên không công bố. Sửa rồi công bố")])


def open_copy(procedure: Procedure) -> WorkingCopy | None:
    """The copy that is being worked on, if any."""
    return procedure.working_copies.filter(state__in=OPEN).select_related("begun_by", "saved_by").first()


@transaction.atomic
def begin(procedure: Procedure, *, by: Account, at: datetime) -> tuple[WorkingCopy, bool]:
    """The open copy, or a new one of the last version; whether it was made."""
    row = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    held = open_copy(row)
    if held is not None:
        return held, False
    last = with_everything(Version.objects.filter(procedure=row, agency=None).order_by("-number"))[:1].get()
    copy = WorkingCopy.objects.create(
        procedure=row,
        based_on=last.number,
        content=plain(content_of(last)),
        begun_by=by,
        begun_at=at,
        saved_by=by,
        saved_at=at,
    )
    return copy, True


@transaction.atomic
def save(copy: WorkingCopy, changed: Mapping[str, Any], *, revision: int, by: Account, at: datetime) -> WorkingCopy:
    """Write parts of the content; a scheduled or reviewed copy is a draft again.

    :param changed: keys of the content with plain values; `sources` are laid over those that are there.
    :raises Stale: it was saved since that revision, or ended.
    """
    row = _held(copy, revision)
    sources = {**row.content["sources"], **changed.get("sources", {})}
    row.content = {**row.content, **changed, "sources": sources}
    row.revision, row.state, row.publish_at, row.saved_by, row.saved_at = revision + 1, CopyState.DRAFT, None, by, at
    row.save(update_fields=["content", "revision", "state", "publish_at", "saved_by", "saved_at"])
    return row


@transaction.atomic
def send(copy: WorkingCopy, *, revision: int, by: Account, at: datetime) -> WorkingCopy:
    """Ask another manager to look at it.

    :raises Stale: it was saved since, or ended.
    :raises Unsound: it could not be published.
    """
    row = _held(copy, revision)
    said_by(row)
    return _moved(row, CopyState.REVIEW, by=by, at=at)


@transaction.atomic
def publish(copy: WorkingCopy, *, revision: int, source: str, by: Account, at: datetime) -> int:
    """Make it the next version now; the number of that version.

    :raises Overtaken: another version came into force after it was begun.
    :raises Stale: it was saved since, or ended.
    :raises Unsound: it cannot be published as it stands, or says nothing new.
    """
    take_turn()
    row = _held(copy, revision)
    row.source, row.saved_by, row.saved_at = source, by, at
    return _publish(row, at)


@transaction.atomic
def schedule(
    copy: WorkingCopy, *, revision: int, source: str, publish_at: datetime, by: Account, at: datetime
) -> WorkingCopy:
    """Let it come into force at a moment; until then it can be taken back.

    :raises Stale: it was saved since, or ended.
    :raises Unsound: it cannot be published as it stands, or says nothing new.
    """
    row = _held(copy, revision)
    said = said_by(row)
    current = row.procedure.current
    if current is not None and current.number == row.based_on and content_hash(said) == current.content_hash:
        raise NothingNew
    row.source, row.publish_at = source, publish_at
    return _moved(row, CopyState.SCHEDULED, by=by, at=at)


@transaction.atomic
def take_back(copy: WorkingCopy, *, revision: int, by: Account, at: datetime) -> WorkingCopy:
    """A draft again, whatever was asked or scheduled.

    :raises Stale: it was saved since, or ended.
    """
    return _moved(_held(copy, revision), CopyState.DRAFT, by=by, at=at)


@transaction.atomic
def discard(copy: WorkingCopy, *, revision: int, by: Account, at: datetime) -> None:
    """Throw it away; what is in force stays.

    :raises Stale: it was saved since, or ended.
    """
    _moved(_held(copy, revision), CopyState.DISCARDED, by=by, at=at)


def publish_due(at: datetime) -> list[str]:
    """Publish every copy whose moment has come, each in a transaction of its own; the codes.

    One that became stale or unsound meanwhile is a draft again, for a person to look at. Safe to run twice.
    """
    done = []
    due = WorkingCopy.objects.filter(state=CopyState.SCHEDULED, publish_at__lte=at).values_list("pk", flat=True)
    for pk in list(due.order_by("publish_at")[:200]):
        with transaction.atomic():
            take_turn()
            row = WorkingCopy.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
            if row is not None and row.state == CopyState.SCHEDULED:
                done += _publish_or_return(row, at)
    return done


def _publish_or_return(row: WorkingCopy, at: datetime) -> list[str]:
    try:
        with transaction.atomic():
            _publish(row, at)
    except (Stale, Unsound):
        WorkingCopy.objects.filter(pk=row.pk).update(state=CopyState.DRAFT, publish_at=None, revision=row.revision + 1)
        return []
    return [row.procedure.code]


def _held(copy: WorkingCopy, revision: int) -> WorkingCopy:
    rows = WorkingCopy.objects.select_for_update(of=("self",)).select_related("procedure__current")
    row = rows.get(pk=copy.pk)
    if row.revision != revision or row.state not in OPEN:
        raise Stale
    return row


def _moved(row: WorkingCopy, state: CopyState, *, by: Account, at: datetime) -> WorkingCopy:
    """A move counts a revision as well: who had the page open before does not undo it unawares."""
    row.state, row.saved_by, row.saved_at, row.revision = state, by, at, row.revision + 1
    row.publish_at = row.publish_at if state == CopyState.SCHEDULED else None
    row.save(update_fields=["state", "publish_at", "source", "saved_by", "saved_at", "revision"])
    return row


def said_by(copy: WorkingCopy) -> Content:
    """The content of a copy.

    :raises Unsound: it cannot be published as it stands.
    """
    try:
        said = from_plain(copy.content)
        rules_of(said.rules)
    except (AttributeError, KeyError, TypeError, ValueError) as mistake:
        raise Unsound([str(mistake)]) from mistake
    if found := problems(said):
        raise Unsound(found)
    return said


def _publish(row: WorkingCopy, at: datetime) -> int:
    """What the copy says otherwise than the last version is a person's word from now on; its doubts are answered.

    Whose turn it is to publish is settled before: nobody makes another version between the reading and the writing.
    """
    nation = Version.objects.filter(procedure=row.procedure_id, agency=None)
    last = with_everything(nation.order_by("-number"))[:1].get()
    if last.number != row.based_on:
        raise Overtaken
    said, before = said_by(row), plain(content_of(last))
    changed = [key for key in KEYS if plain(said)[key] != before[key]]
    mine = {"origin": "person", "source": row.source, "date": at.date().isoformat()}
    kept = {path: source for path, source in said.sources.items() if path.partition(".")[0] not in changed}
    rules = {f"rules.{name}": said.sources.get(f"rules.{name}", mine) for name in said.rules}
    flags = tuple(flag for flag in said.flags if flag["path"].partition(".")[0] not in changed)
    whole = replace(said, sources={**kept, **dict.fromkeys(changed, mine), **rules}, flags=flags)
    outcome = publish_all([Offer(code=row.procedure.code, content=whole)], origin="person", at=at)
    if outcome.unchanged:
        raise NothingNew
    Procedure.objects.filter(pk=row.procedure_id).update(withdrawn_at=None, withdrawn_because="", replaced_by="")
    row.state, row.publish_at = CopyState.PUBLISHED, None
    row.save(update_fields=["state", "publish_at", "source", "saved_by", "saved_at"])
    return last.number + 1
