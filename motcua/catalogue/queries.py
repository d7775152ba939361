"""Questions to the catalogue: what is in force, what a page shows, one way to hand in."""

import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef
from django.utils import timezone

from motcua.common.kept import kept_for

from .content import Content
from .local.holding import nearest
from .models import CaseChannel, Confirmation, Listing, Procedure, Version
from .pages import CasePage, ChannelPage, FeePage, Flag, Local, PaperPage, StagePage, VersionPage
from .previewing import previewed
from .reading import version_page
from .rows import content_of, with_everything
from .searching import (
    Event,
    Filters,
    Options,
    Page,
    Row,
    counts_of_all,
    life_events,
    listed,
    near,
    options,
    same_named,
    search,
    suggest,
)

__all__ = [
    "CasePage",
    "ChannelPage",
    "Event",
    "FeePage",
    "Filters",
    "Flag",
    "InForce",
    "Local",
    "Options",
    "Page",
    "PaperPage",
    "Row",
    "StagePage",
    "VersionPage",
    "Withdrawn",
    "addresses_in_force",
    "case_channel",
    "codes_in_force",
    "contents_in_force",
    "count_in_force",
    "count_resolved_by",
    "counts_of_all",
    "current_version",
    "in_force",
    "in_force_at",
    "life_events",
    "listed",
    "near",
    "options",
    "previewed",
    "same_named",
    "search",
    "suggest",
    "version_page",
    "withdrawn",
]


SECONDS = 5
CHUNK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The version in force of a procedure, and since when the source no longer holds the procedure."""

    version: VersionPage
    missing_since: datetime | None
    confirmed: frozenset[str] = frozenset()


@kept_for(SECONDS)
def in_force(procedure_code: str) -> InForce | None:
    """What is in force under this code, at most `SECONDS` ago: a person walks from page to page faster than the law.

    Whoever files is checked against the version in force at that very moment.
    """
    confirmed = Confirmation.objects.filter(version=OuterRef("current")).values("path")
    rows = Procedure.objects.filter(code=procedure_code, current__isnull=False)
    found = rows.values_list("current_id", "missing_since", ArraySubquery(confirmed)).first()
    return (
        InForce(version=version_page(found[0]), missing_since=found[1], confirmed=frozenset(found[2]))
        if found
        else None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A procedure that a person took out of force, under the last name it had."""

    code: str
    name: str
    at: datetime
    because: str
    replaced_by: Row | None


def withdrawn(procedure_code: str) -> Withdrawn | None:
    """Since when and why a procedure is out of force, and what takes its place; None for any other code."""
    row = Procedure.objects.filter(code=procedure_code, withdrawn_at__isnull=False).first()
    if row is None or row.withdrawn_at is None:
        return None
    last = row.versions.filter(agency=None).order_by("-number").values_list("name", flat=True).first()
    place = listed([row.replaced_by]) if row.replaced_by else ()
    return Withdrawn(
        code=row.code,
        name=last or row.code,
        at=row.withdrawn_at,
        because=row.withdrawn_because,
        replaced_by=place[0] if place else None,
    )


@kept_for(SECONDS)
def in_force_at(procedure_code: str, agency_id: uuid.UUID) -> VersionPage | None:
    """The version that holds at an agency, with what it or one above it states; kept like `in_force`."""
    found = in_force(procedure_code)
    if found is None:
        return None
    local = nearest(found.version.procedure_id, agency_id)
    return version_page(local) if local else found.version


def current_version(procedure_code: str) -> VersionPage | None:
    """The version in force, or None where there is no such procedure."""
    found = in_force(procedure_code)
    return found.version if found else None


def case_channel(case_id: uuid.UUID, channel: str) -> CaseChannel:
    """The row of a case and a way to hand in.

    :raises CaseChannel.DoesNotExist: the case does not offer this way.
    """
    return CaseChannel.objects.get(case_id=case_id, channel=channel)


def codes_in_force() -> list[str]:
    """The codes of everything in force, in their order."""
    return list(Listing.objects.order_by("code").values_list("code", flat=True))


def count_in_force() -> int:
    """How many procedures are in force."""
    return Listing.objects.count()


def count_resolved_by(bodies: Collection[str]) -> dict[str, int]:
    """How many procedures in force each kind of body resolves; kinds without any are left out."""
    rows = Listing.objects.filter(body__in=bodies).order_by("body").values("body").annotate(count=Count("pk"))
    return {row["body"]: row["count"] for row in rows}


def addresses_in_force() -> list[tuple[str, str]]:
    """Codes with the day since when the version in force holds, in one statement."""
    rows = Listing.objects.order_by("code").values_list("code", "version__in_force_from")
    return [(code, timezone.localdate(since).isoformat()) for code, since in rows]


def contents_in_force(codes: Sequence[str]) -> Iterator[tuple[str, Content]]:
    """What is in force under these codes, a chunk in memory at a time, few statements each."""
    for start in range(0, len(codes), CHUNK):
        found = Version.objects.filter(current_of__code__in=codes[start : start + CHUNK])
        for version in with_everything(found.select_related("procedure").order_by("procedure__code")):
            yield version.procedure.code, content_of(version)
