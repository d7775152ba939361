"""Questions to the catalogue: what is in force, what a page shows, one way to hand in."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from motcua.common.kept import kept_for

from .models import CaseChannel, Procedure
from .pages import CasePage, ChannelPage, FeePage, Flag, PaperPage, StagePage, VersionPage
from .reading import version_page
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
    "Options",
    "Page",
    "PaperPage",
    "Row",
    "StagePage",
    "VersionPage",
    "case_channel",
    "counts_of_all",
    "current_version",
    "in_force",
    "life_events",
    "listed",
    "near",
    "options",
    "search",
    "suggest",
    "version_page",
]


SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The version in force of a procedure, and since when the source no longer holds the procedure."""

    version: VersionPage
    missing_since: datetime | None


@kept_for(SECONDS)
def in_force(procedure_code: str) -> InForce | None:
    """What is in force under this code, at most `SECONDS` ago: a person walks from page to page faster than the law.

    Whoever files is checked against the version in force at that very moment.
    """
    found = (
        Procedure.objects.filter(code=procedure_code, current__isnull=False)
        .values_list("current_id", "missing_since")
        .first()
    )
    return InForce(version=version_page(found[0]), missing_since=found[1]) if found else None


def current_version(procedure_code: str) -> VersionPage | None:
    """The version in force, or None where there is no such procedure."""
    found = in_force(procedure_code)
    return found.version if found else None


def case_channel(case_id: uuid.UUID, channel: str) -> CaseChannel:
    """The row of a case and a way to hand in.

    :raises CaseChannel.DoesNotExist: the case does not offer this way.
    """
    return CaseChannel.objects.get(case_id=case_id, channel=channel)
