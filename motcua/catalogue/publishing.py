"""Publishes versions: person before shipped before imported, nothing where nothing changed."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Manager, Max, Model, OuterRef, Subquery

from motcua.common.words import sort_key

from . import edition, locking
from .comparing import Disagreement
from .content import Content, content_hash
from .differences import close_gone, keep_differences
from .finding import listing
from .local import stating
from .merging import merge, vouched
from .models import Confirmation, Difference, Field, Procedure, Publisher, Version
from .rows import content_of, version_of, with_everything, write_below
from .version_rules import rules_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A content offered for a procedure; `kind` names the list of the imported file that holds it."""

    code: str
    content: Content
    kind: str = ""


@dataclass(slots=True)
class Outcome:
    """What became of offers, by code."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def publish(procedure_code: str, content: Content, *, origin: str, at: datetime, kind: str = "") -> Outcome:
    """Publish one content; see `publish_all`."""
    return publish_all([Offer(code=procedure_code, content=content, kind=kind)], origin=origin, at=at)


@transaction.atomic
def publish_all(offers: Sequence[Offer], *, origin: str, at: datetime) -> Outcome:
    """Make the next version of each procedure from its offer, where it says something new.

    :param origin: `person`, `shipped` or `imported`; stronger values of the version in force are kept and what the
        weaker side says otherwise becomes an open difference.
    :raises ValueError: rules that do not exist, do not go together or have no source.
    """
    locking.take_turn()
    held = _Held.of([offer.code for offer in offers], origin)
    outcome = Outcome()
    if origin != "person":
        offers = [offer for offer in offers if held.procedures[offer.code].withdrawn_at is None]
    ready: list[tuple[Version, Content]] = []
    for offer in offers:
        decided = held.decide(offer, origin)
        procedure = held.procedures[offer.code]
        _check_rules(decided.content)
        digest = content_hash(decided.content)
        current = procedure.current
        _tell(outcome, offer.code, current, digest)
        if current is None or current.content_hash != digest:
            content = vouched(decided.content, held.confirmed.get(procedure.id, ()))
            number = held.numbers.get(procedure.id, 0) + 1
            ready.append((version_of(content, procedure, number, content_hash(content), at), content))
        if decided.disagreements is not None or procedure.id in held.differing:
            _differ(procedure, decided, offer, origin, at)
    _write(ready, at)
    _mark_seen([offer for offer in offers if offer.kind])
    if ready:
        edition.turn(at=at)
    return outcome


@dataclass(frozen=True, slots=True)
class Planned:
    """What publishing an offer would do: nothing is written for it. `before` is None where nothing is in force."""

    code: str
    before: Content | None
    after: Content
    state: str


def plan(offers: Sequence[Offer], *, origin: str) -> list[Planned]:
    """What `publish_all` would make of the offers, “new”, “changed” or “unchanged”; only reads."""
    held = _Held.of([offer.code for offer in offers], origin, make=False)
    decided: list[tuple[Offer, Content, str]] = []
    for offer in offers:
        content = held.decide(offer, origin).content
        found = held.procedures.get(offer.code)
        current = found.current if found else None
        gone = found is not None and found.withdrawn_at is not None and origin != "person"
        state = "new" if current is None and not gone else "unchanged"
        if current is not None and current.content_hash != content_hash(content):
            state = "changed"
        decided.append((offer, content, state))
    changed = [
        in_force
        for offer, _content, state in decided
        if state == "changed" and (in_force := held.procedures[offer.code].current_id)
    ]
    versions = with_everything(Version.objects.filter(id__in=changed)) if changed else ()
    before = {version.procedure_id: content_of(version) for version in versions}
    return [
        Planned(offer.code, before.get(held.procedures[offer.code].id) if state == "changed" else None, content, state)
        for offer, content, state in decided
    ]


def _check_rules(content: Content) -> None:
    rules_of(content.rules)
    if bare := [name for name in content.rules if f"rules.{name}" not in content.sources]:
        raise ValueError(f"rules without a source: {', '.join(sorted(bare))}")


@dataclass(slots=True)
class _Decided:
    content: Content
    disagreements: list[Disagreement] | None = None


@dataclass(slots=True)
class _Held:
    """What is in force of the procedures that are offered something."""

    procedures: dict[str, Procedure]
    confirmed: dict[uuid.UUID, frozenset[str]]
    contents: dict[uuid.UUID, Content]
    differing: frozenset[uuid.UUID]
    numbers: dict[uuid.UUID, int]

    @classmethod
    def of(cls, codes: Sequence[str], origin: str, *, make: bool = True) -> "_Held":
        if make:
            Procedure.objects.bulk_create([Procedure(code=code) for code in codes], ignore_conflicts=True)
        procedures = {row.code: row for row in Procedure.objects.select_related("current").filter(code__in=codes)}
        confirmed: dict[uuid.UUID, set[str]] = {}
        rows = Confirmation.objects.filter(version__current_of__code__in=codes)
        for procedure, path in rows.values_list("version__procedure_id", "path"):
            confirmed.setdefault(procedure, set()).add(path)
        met = [
            row.current.id
            for row in procedures.values()
            if row.current and (row.id in confirmed or _meets_another(row.current, origin))
        ]
        differing = Difference.objects.filter(procedure__code__in=codes, decided_at=None)
        versions = with_everything(Version.objects.filter(id__in=met)) if met else ()
        return cls(
            procedures,
            {procedure: frozenset(paths) for procedure, paths in confirmed.items()},
            {version.procedure_id: content_of(version) for version in versions},
            frozenset(differing.values_list("procedure_id", flat=True)),
            _numbers(procedures.values()),
        )

    def decide(self, offer: Offer, origin: str) -> _Decided:
        """The offer itself, or the offer under the stronger values of what is in force."""
        procedure = self.procedures.get(offer.code)
        in_force = self.contents.get(procedure.id) if procedure else None
        if procedure is None or in_force is None or origin == "person":
            return _Decided(offer.content)
        merged = merge(in_force, offer.content, origin=origin, confirmed=self.confirmed.get(procedure.id, ()))
        return _Decided(merged.content, merged.disagreements)


def _numbers(procedures: Iterable[Procedure]) -> dict[uuid.UUID, int]:
    """The last number of each; one that is out of force keeps the numbers it had."""
    found = {row.id: row.current.number for row in procedures if row.current}
    ended = [row.id for row in procedures if row.current is None]
    rows = Version.objects.filter(procedure__in=ended, agency=None).values("procedure").annotate(last=Max("number"))
    return found | {row["procedure"]: row["last"] for row in rows}


def _meets_another(version: Version, origin: str) -> bool:
    """Whether some value in force is not of this origin, so that the two must be laid over each other."""
    return any(source.get("origin", origin) != origin for source in version.sources.values())


def _differ(procedure: Procedure, decided: _Decided, offer: Offer, origin: str, at: datetime) -> None:
    found = decided.disagreements or []
    if origin == "imported":
        close_gone(procedure, found)
    source = offer.content.sources.get("", {})
    words = ", ".join(str(source[key]) for key in ("source", "date") if source.get(key))
    keep_differences(procedure, decided.content, found, source=words[:200], at=at)


def _tell(outcome: Outcome, code: str, current: Version | None, digest: str) -> None:
    if current is None:
        outcome.new.append(code)
    else:
        (outcome.unchanged if current.content_hash == digest else outcome.changed).append(code)


def _write(ready: list[tuple[Version, Content]], at: datetime) -> None:
    if not ready:
        return
    _name_fields_and_publishers(content for _version, content in ready)
    procedures = [version.procedure_id for version, _content in ready]
    nation = Version.objects.filter(procedure__in=procedures, agency=None, in_force_to=None)
    nation.update(in_force_to=at)
    Version.objects.bulk_create([version for version, _content in ready], batch_size=500)
    write_below(ready)
    listing.show(ready)
    newest = Version.objects.filter(procedure=OuterRef("pk"), agency=None, in_force_to=None).values("pk")
    Procedure.objects.filter(id__in=procedures).update(current_id=Subquery(newest))
    stating.follow(procedures, at=at)


def _name_fields_and_publishers(contents: Iterable[Content]) -> None:
    fields: dict[str, str] = {}
    publishers: dict[str, str] = {}
    for content in contents:
        fields[content.field.code] = content.field.name
        publishers[content.publisher.code] = content.publisher.name
    _name_all(Field.objects, [Field(code=code, name=name, sort_key=sort_key(name)) for code, name in fields.items()])
    _name_all(
        Publisher.objects,
        [Publisher(code=code, name=name, sort_key=sort_key(name)) for code, name in publishers.items()],
    )


def _name_all(manager: "Manager[Any]", rows: Sequence[Model]) -> None:
    manager.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=["name", "sort_key"])


def _mark_seen(offers: list[Offer]) -> None:
    by_kind: dict[str, list[str]] = {}
    for offer in offers:
        by_kind.setdefault(offer.kind, []).append(offer.code)
    for kind, codes in by_kind.items():
        seen = Procedure.objects.filter(code__in=codes)
        seen.exclude(kind=kind, missing_since=None).update(kind=kind, missing_since=None)
