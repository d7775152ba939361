"""States a local rule and keeps the versions that follow from it in step with the nation's."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.catalogue import edition, locking
from motcua.catalogue.content import Content, content_hash
from motcua.catalogue.models import LocalEdition, LocalRule, Procedure, Version
from motcua.catalogue.rows import content_of, version_of, with_everything, write_below
from motcua.catalogue.soundness import problems

from .overlay import Standing, Stated, laid_over, read, stored, told

STOREYS: Final = 3
"""An agency, the one above it, and the one above that: a tree of agencies has no more (Luật 72/2025/QH15)."""


class Refused(Exception):
    """It cannot be stated as things stand: `stale`, `not_in_force`, or what is wrong with it, in words."""


@transaction.atomic
def state(procedure: Procedure, agency: Agency, stated: Standing, *, by: Account, at: datetime) -> bool:
    """Let an agency say this of a procedure from now on, in place of what it said; whether that is anything new.

    :param stated: its number is that of the rule that the writer saw.
    :raises Refused: somebody stated another meanwhile, the procedure is not in force, or it cannot be published so.
    """
    locking.take_turn()
    newest = LocalRule.objects.filter(procedure=procedure, agency=agency).order_by("-number").first()
    if (newest.number if newest else 0) != stated.number:
        raise Refused("stale")
    if not Procedure.objects.filter(pk=procedure.pk, current__isnull=False).exists():
        raise Refused("not_in_force")
    said, before = stored(stated.overlay), (newest.said, newest.basis) if newest else ({}, "")
    if (said, stated.basis) == before:
        return False
    LocalRule.objects.create(
        procedure=procedure,
        agency=agency,
        number=stated.number + 1,
        said=said,
        basis=stated.basis,
        stated_by=by,
        stated_at=at,
    )
    follow([procedure.pk], at=at)
    edition.turn(at=at)
    return True


def follow(procedures: Sequence[uuid.UUID], *, at: datetime) -> None:
    """Publish for each agency with a rule what now follows from the nation's version; called within a publication.

    :raises Refused: what follows cannot be published.
    """
    rules = _newest(procedures)
    if not rules:
        return
    nation = {
        row.procedure_id: row
        for row in with_everything(Version.objects.filter(current_of__in=list(rules)).select_related("procedure"))
    }
    for procedure, by_agency in rules.items():
        if procedure in nation:
            _follow_one(nation[procedure], by_agency, at)


def end(procedure: Procedure, *, at: datetime) -> None:
    """With the nation's version the local ones go out of force; the rules stay for when it comes back."""
    LocalEdition.objects.filter(procedure=procedure).delete()
    Version.objects.filter(procedure=procedure, agency__isnull=False, in_force_to=None).update(in_force_to=at)


def _newest(procedures: Iterable[uuid.UUID]) -> dict[uuid.UUID, dict[uuid.UUID, LocalRule]]:
    """The rule that holds of each agency, by procedure."""
    rows = LocalRule.objects.filter(procedure__in=list(procedures)).select_related("agency")
    found: dict[uuid.UUID, dict[uuid.UUID, LocalRule]] = defaultdict(dict)
    for rule in rows.order_by("procedure", "agency", "-number").distinct("procedure", "agency"):
        found[rule.procedure_id][rule.agency_id] = rule
    return found


def _follow_one(nation: Version, rules: dict[uuid.UUID, LocalRule], at: datetime) -> None:
    said = content_of(nation)
    held = {row.agency_id: row for row in _editions(nation.procedure_id)}
    above = _above(rules)
    for agency, rule in rules.items():
        stated = [_stated(rules[one]) for one in above[agency] if one in rules and rules[one].said]
        edition_ = held.get(agency)
        if not rule.said:
            _close(edition_, at)
        elif edition_ is None or _differs(edition_.version, laid_over(said, stated), stated):
            _publish(nation, rule, stated, said, at)
        elif edition_.rule_id != rule.pk:
            LocalEdition.objects.filter(pk=edition_.pk).update(rule=rule)


def _editions(procedure: uuid.UUID) -> Iterable[LocalEdition]:
    return LocalEdition.objects.filter(procedure=procedure).select_related("version")


def _above(rules: dict[uuid.UUID, LocalRule]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """The agencies from the root down to each of these, itself last; one statement for each storey."""
    parents: dict[uuid.UUID, uuid.UUID | None] = {pk: rule.agency.parent_id for pk, rule in rules.items()}
    for _storey in range(STOREYS):
        unknown = {parent for parent in parents.values() if parent and parent not in parents}
        if not unknown:
            break
        parents |= dict(Agency.objects.filter(pk__in=unknown).values_list("pk", "parent_id"))
    found = {}
    for pk in rules:
        line = [pk]
        while (parent := parents.get(line[-1])) and parent not in line:
            line.append(parent)
        found[pk] = line[::-1]
    return found


def _stated(rule: LocalRule) -> Stated:
    day = timezone.localdate(rule.stated_at).isoformat()
    return Stated(agency=rule.agency.name, basis=rule.basis, on=day, overlay=read(rule.said))


def _differs(version: Version, said: Content, stated: Sequence[Stated]) -> bool:
    return version.content_hash != content_hash(said) or version.local != told(stated)


def _close(held: LocalEdition | None, at: datetime) -> None:
    if held is not None:
        version = held.version_id
        held.delete()
        Version.objects.filter(pk=version).update(in_force_to=at)


def _publish(nation: Version, rule: LocalRule, stated: Sequence[Stated], said: Content, at: datetime) -> None:
    laid = laid_over(said, stated)
    if wrong := problems(laid):
        raise Refused("; ".join(wrong))
    ours = Version.objects.filter(procedure=nation.procedure_id, agency=rule.agency_id)
    last = ours.order_by("-number").values_list("number", flat=True).first() or 0
    LocalEdition.objects.filter(procedure=nation.procedure_id, agency=rule.agency_id).delete()
    ours.filter(in_force_to=None).update(in_force_to=at)
    version = version_of(laid, nation.procedure, last + 1, content_hash(laid), at)
    version.agency_id, version.local = rule.agency_id, told(stated)
    version.save(force_insert=True)
    write_below([(version, laid)])
    LocalEdition.objects.create(procedure_id=nation.procedure_id, agency_id=rule.agency_id, rule=rule, version=version)
