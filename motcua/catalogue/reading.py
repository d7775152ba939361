"""Draws the page of a published version from its rows, in one statement, and keeps it in the process."""

import uuid
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from .models import Case, CaseChannel, Channel, Fee, Paper, Stage, Version
from .pages import CasePage, ChannelPage, FeePage, Flag, Local, PaperPage, StagePage, VersionPage, is_usable
from .version_rules import rules_of


@lru_cache(maxsize=2000)
def version_page(version_id: uuid.UUID) -> VersionPage:
    """The page of a version, read once per process: a published version never changes.

    :raises Version.DoesNotExist: there is no such version.
    """
    rows = _with_all_below(Version.objects.all()).values(*_OF_VERSION, "all_cases", "all_stages")
    return _page(rows.get(id=version_id))


_PLAIN = (
    *("id", "procedure_id", "number", "in_force_from", "name", "official_name", "summary", "field_id", "publisher_id"),
    *("level", "service_class", "files_online", "executing", "body", "bodies", "admin_levels", "subjects", "must_come"),
    *("visits", "minutes", "form_id", "form_name", "decision_number", "decision_on", "results", "legal", "conditions"),
    *("instructions", "note", "glance", "sources", "flags", "rules", "related", "local", "in_brief"),
)
_OF_VERSION = (*_PLAIN, "procedure__code", "field__name", "publisher__name")
_OF_FEE = ("kind", "amount", "per", "text", "when", "basis", "set_by", "exempt")
_OF_CHANNEL = ("channel", "amount", "unit", "text")
_OF_PAPER = (
    *("id", "name", "kind", "originals", "certified", "copies", "required"),
    *("photo_ok", "when", "replaced_by", "channels"),
)
_OF_STAGE = ("position", "name", "role", "share", "approves")


def _with_all_below(versions: "QuerySet[Version]") -> "QuerySet[Version]":
    fees = _listed(Fee.objects.filter(channel=OuterRef("pk")).order_by("position"), _OF_FEE)
    channels = _listed(CaseChannel.objects.filter(case=OuterRef("pk")).order_by("id"), _OF_CHANNEL, fees=fees)
    papers = _listed(Paper.objects.filter(case=OuterRef("pk")).order_by("position"), _OF_PAPER)
    cases = _listed(
        Case.objects.filter(version=OuterRef("pk")).order_by("position"),
        ("id", "name"),
        channels=channels,
        papers=papers,
    )
    stages = _listed(Stage.objects.filter(version=OuterRef("pk")).order_by("position"), _OF_STAGE)
    return versions.annotate(all_cases=cases, all_stages=stages)


def _listed(rows: "QuerySet[Any]", columns: Sequence[str], **below: ArraySubquery) -> ArraySubquery:
    """The rows as one array of JSON objects."""
    told = JSONObject(**{name: F(name) for name in columns}, **below)
    return ArraySubquery(rows.values(told=told))


def _page(row: dict[str, Any]) -> VersionPage:
    same = {name: row[name] for name in _PLAIN if name not in _RENAMED}
    lists = {
        name: tuple(row[name]) for name in ("admin_levels", "subjects", "results", "legal", "instructions", "related")
    }
    return VersionPage(
        **same | lists,
        code=row["procedure__code"],
        field_code=row["field_id"],
        field_name=row["field__name"],
        publisher_code=row["publisher_id"],
        publisher_name=row["publisher__name"],
        form_version_id=row["form_id"],
        rules=rules_of(row["rules"]),
        local=Local(**row["local"] | {"by": tuple(row["local"]["by"])}) if row["local"] else None,
        flags=tuple(Flag(path=flag["path"], why=flag["why"]) for flag in row["flags"]),
        cases=tuple(_case(case) for case in row["all_cases"]),
        stages=tuple(StagePage(**stage) for stage in row["all_stages"]),
    )


_RENAMED = frozenset(("field_id", "publisher_id", "form_id", "flags", "rules", "local"))


def _case(row: dict[str, Any]) -> CasePage:
    rows = sorted(row["channels"], key=lambda one: Channel.values.index(one["channel"]))
    return CasePage(
        id=uuid.UUID(row["id"]),
        name=row["name"],
        channels=tuple(_channel(one) for one in rows),
        papers=tuple(
            PaperPage(**paper | {"id": uuid.UUID(paper["id"]), "channels": tuple(paper["channels"])})
            for paper in row["papers"]
        ),
    )


def _channel(row: dict[str, Any]) -> ChannelPage:
    fees = tuple(FeePage(**fee) for fee in row["fees"])
    return ChannelPage(**row | {"fees": fees, "usable": is_usable(row["unit"], row["amount"])})
