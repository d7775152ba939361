"""Draws the page of a published version from its rows, in four statements, and keeps it in the process."""

import uuid
from functools import lru_cache

from django.db.models import Prefetch

from .models import Case, CaseChannel, Channel, Fee, Paper, Version
from .pages import CasePage, ChannelPage, FeePage, Flag, PaperPage, StagePage, VersionPage


@lru_cache(maxsize=2000)
def version_page(version_id: uuid.UUID) -> VersionPage:
    """The page of a version, read once per process: a published version never changes.

    :raises Version.DoesNotExist: there is no such version.
    """
    version = (
        Version.objects.select_related("procedure", "field", "publisher")
        .prefetch_related("stages", Prefetch("cases", Case.objects.prefetch_related("papers", "channels__fees")))
        .get(id=version_id)
    )
    return _page(version)


def _page(version: Version) -> VersionPage:
    return VersionPage(
        id=version.id,
        procedure_id=version.procedure_id,
        code=version.procedure.code,
        number=version.number,
        in_force_from=version.in_force_from,
        name=version.name,
        official_name=version.official_name,
        summary=version.summary,
        field_code=version.field_id,
        field_name=version.field.name,
        publisher_code=version.publisher_id,
        publisher_name=version.publisher.name,
        level=version.level,
        service_class=version.service_class,
        files_online=version.files_online,
        executing=version.executing,
        body=version.body,
        bodies=version.bodies,
        admin_levels=tuple(version.admin_levels),
        subjects=tuple(version.subjects),
        must_come=version.must_come,
        visits=version.visits,
        minutes=version.minutes,
        form_version_id=version.form_id,
        form_name=version.form_name,
        decision_number=version.decision_number,
        decision_on=version.decision_on,
        results=tuple(version.results),
        legal=tuple(version.legal),
        conditions=version.conditions,
        instructions=tuple(version.instructions),
        note=version.note,
        glance=version.glance,
        sources=version.sources,
        flags=tuple(Flag(path=flag["path"], why=flag["why"]) for flag in version.flags),
        cases=tuple(_case(case) for case in version.cases.all()),
        stages=tuple(
            StagePage(
                position=stage.position, name=stage.name, role=stage.role, share=stage.share, approves=stage.approves
            )
            for stage in version.stages.all()
        ),
    )


def _case(case: Case) -> CasePage:
    rows = sorted(case.channels.all(), key=lambda row: Channel.values.index(row.channel))
    return CasePage(
        id=case.id,
        name=case.name,
        channels=tuple(_channel(row) for row in rows),
        papers=tuple(_paper(paper) for paper in case.papers.all()),
    )


def _channel(row: CaseChannel) -> ChannelPage:
    return ChannelPage(
        channel=row.channel,
        amount=row.amount,
        unit=row.unit,
        text=row.text,
        usable=row.has_usable_term,
        fees=tuple(_fee(fee) for fee in row.fees.all()),
    )


def _fee(fee: Fee) -> FeePage:
    return FeePage(kind=fee.kind, amount=fee.amount, per=fee.per, text=fee.text, when=fee.when, basis=fee.basis)


def _paper(paper: Paper) -> PaperPage:
    return PaperPage(
        id=paper.id,
        name=paper.name,
        kind=paper.kind,
        originals=paper.originals,
        certified=paper.certified,
        copies=paper.copies,
        required=paper.required,
        photo_ok=paper.photo_ok,
        when=paper.when,
        replaced_by=paper.replaced_by,
        channels=tuple(paper.channels),
    )
