"""A working copy as the page that it will be once it is published."""

import uuid

from motcua.common.ids import new_id

from . import content
from .content import Content
from .drafting import Unsound, open_copy, said_by
from .glance import glance
from .models import Procedure, Version, WorkingCopy
from .pages import CasePage, ChannelPage, FeePage, Flag, PaperPage, StagePage, VersionPage, is_usable
from .version_rules import rules_of


def previewed(procedure_code: str) -> VersionPage | None:
    """The open copy of a procedure as a page; None where there is none, or it cannot be published as it stands."""
    procedure = Procedure.objects.filter(code=procedure_code).first()
    copy = open_copy(procedure) if procedure else None
    if procedure is None or copy is None:
        return None
    try:
        said = said_by(copy)
    except Unsound:
        return None
    return page_of(said, procedure, copy)


def page_of(said: Content, procedure: Procedure, copy: WorkingCopy) -> VersionPage:
    """Everything that the page of a version shows, with ids of the moment."""
    same = {name: getattr(said, name) for name in _SAME}
    nation = Version.objects.filter(procedure=procedure, agency=None)
    last = nation.order_by("-number").values_list("number", flat=True)[:1].get()
    return VersionPage(
        **same,
        id=new_id(),
        procedure_id=procedure.pk,
        code=procedure.code,
        number=last + 1,
        in_force_from=copy.publish_at or copy.saved_at,
        field_code=said.field.code,
        field_name=said.field.name,
        publisher_code=said.publisher.code,
        publisher_name=said.publisher.name,
        form_version_id=said.form_id,
        glance=glance(said),
        flags=tuple(Flag(path=flag["path"], why=flag["why"]) for flag in said.flags),
        rules=rules_of(said.rules),
        cases=tuple(_case(case) for case in said.cases),
        stages=tuple(
            StagePage(position=place, name=one.name, role=one.role, share=one.share, approves=one.approves)
            for place, one in enumerate(said.stages)
        ),
    )


_SAME = (
    *("name", "official_name", "summary", "level", "service_class", "files_online", "executing", "body", "bodies"),
    *("admin_levels", "subjects", "must_come", "visits", "minutes", "form_name", "decision_number", "decision_on"),
    *("results", "legal", "conditions", "instructions", "note", "sources", "related", "in_brief"),
)


def _case(case: content.Case) -> CasePage:
    return CasePage(
        id=new_id(),
        name=case.name,
        channels=tuple(_channel(row) for row in case.channels),
        papers=tuple(_paper(paper, new_id()) for paper in case.papers),
    )


def _channel(row: content.Channel) -> ChannelPage:
    fees = tuple(FeePage(**content.plain(fee)) for fee in row.fees)
    usable = is_usable(row.unit, row.amount)
    return ChannelPage(channel=row.channel, amount=row.amount, unit=row.unit, text=row.text, usable=usable, fees=fees)


def _paper(paper: content.Paper, pk: uuid.UUID) -> PaperPage:
    return PaperPage(**content.plain(paper) | {"id": pk, "channels": tuple(paper.channels)})
