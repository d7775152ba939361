"""What the pages show of a published version: plain frozen values, drawn once and kept."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from .models import Channel, PaperKind, TimeUnit
from .version_rules import VersionRules


@dataclass(frozen=True, slots=True, kw_only=True)
class FeePage:
    """One amount. Without `amount` the text says what the source says; `when` makes it conditional."""

    kind: str
    amount: int | None
    per: str
    text: str
    when: str = ""
    basis: str = ""
    set_by: str = ""
    exempt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPage:
    """One way to hand in. `usable` says whether a due date can be computed without asking a person."""

    channel: str
    amount: int | None
    unit: str
    text: str
    usable: bool
    fees: tuple[FeePage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """One paper of a case; `channels` are the ways of handing in that ask for it, empty means all."""

    id: uuid.UUID
    name: str
    kind: str
    originals: int
    certified: int
    copies: int
    required: bool
    photo_ok: bool | None
    when: str
    replaced_by: str
    channels: tuple[str, ...] = ()

    def asked_by(self, channel: str) -> bool:
        """Whether this way of handing in asks for the paper."""
        return not self.channels or channel in self.channels


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One case with its ways to hand in and its papers."""

    id: uuid.UUID
    name: str
    channels: tuple[ChannelPage, ...]
    papers: tuple[PaperPage, ...]

    def channel(self, channel: str) -> ChannelPage | None:
        """The row of one way to hand in, or None where the case does not offer it."""
        return next((row for row in self.channels if row.channel == channel), None)

    def papers_of(self, kind: PaperKind) -> tuple[PaperPage, ...]:
        """The papers to hand in, to show, or the notes."""
        return tuple(paper for paper in self.papers if paper.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePage:
    """One stage of processing."""

    position: int
    name: str
    role: str
    share: int
    approves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A value that a person must look at; `why` is a word of `flags.WORDS`."""

    path: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """What an agency states for its own place: by whose rules (agency, basis, on), and whether it is done there."""

    by: tuple[dict[str, str], ...]
    offered: bool
    why_not: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """Everything that the pages show of one published version."""

    id: uuid.UUID
    procedure_id: uuid.UUID
    code: str
    number: int
    in_force_from: datetime
    name: str
    official_name: str
    summary: str
    in_brief: dict[str, str]
    field_code: str
    field_name: str
    publisher_code: str
    publisher_name: str
    level: int
    service_class: str
    files_online: bool
    executing: str
    body: str
    bodies: dict[str, Any]
    admin_levels: tuple[str, ...]
    subjects: tuple[str, ...]
    must_come: bool | None
    visits: str
    minutes: int | None
    form_version_id: uuid.UUID | None
    form_name: str
    decision_number: str
    decision_on: date | None
    results: tuple[dict[str, str], ...]
    legal: tuple[dict[str, str], ...]
    conditions: str
    instructions: tuple[str, ...]
    note: str
    glance: dict[str, Any]
    sources: dict[str, dict[str, Any]]
    flags: tuple[Flag, ...]
    rules: VersionRules
    related: tuple[str, ...]
    cases: tuple[CasePage, ...]
    stages: tuple[StagePage, ...]
    local: Local | None = None

    def source_of(self, path: str) -> dict[str, Any]:
        """Where the value at `path` comes from: the nearest source at or above it."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            found = self.sources.get(".".join(parts[:length]))
            if found is not None:
                return found
        return self.sources.get("", {})

    def case(self, case_id: uuid.UUID) -> CasePage | None:
        """The case with this id, or None."""
        return next((case for case in self.cases if case.id == case_id), None)

    @property
    def channels(self) -> tuple[str, ...]:
        """Ways to hand in that any case offers, in the order they are shown."""
        offered = {row.channel for case in self.cases for row in case.channels}
        return tuple(channel for channel in Channel.values if channel in offered)


def is_usable(unit: str, amount: int | None) -> bool:
    """Whether a due date can be computed from this term without asking a person."""
    return unit == TimeUnit.SAME_DAY or (unit not in ("", TimeUnit.NO_DATE) and bool(amount))
