"""Writes contents to the rows of a version and reads them back; the only place that knows both shapes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from . import content, models
from .glance import glance

BATCH = 2000


def version_of(
    said: content.Content, procedure: models.Procedure, number: int, digest: str, at: datetime
) -> models.Version:
    """The unsaved row of a version."""
    copied = {
        name: content.plain(getattr(said, name))
        for name in content.KEYS
        if name not in ("field", "publisher", "cases", "stages", "decision_on", "form_id")
    }
    return models.Version(
        procedure=procedure,
        number=number,
        in_force_from=at,
        field_id=said.field.code,
        publisher_id=said.publisher.code,
        form_id=said.form_id,
        decision_on=said.decision_on,
        glance=glance(said),
        sources=content.plain(said.sources),
        flags=content.plain(said.flags),
        content_hash=digest,
        **copied,
    )


def write_below(said: Iterable[tuple[models.Version, content.Content]]) -> None:
    """Insert the rows below saved versions that are not published yet."""
    cases: list[models.Case] = []
    channels: list[models.CaseChannel] = []
    fees: list[models.Fee] = []
    papers: list[models.Paper] = []
    stages: list[models.Stage] = []
    for version, told in said:
        stages += [
            models.Stage(version=version, position=place, **content.plain(stage))
            for place, stage in enumerate(told.stages)
        ]
        for place, case in enumerate(told.cases):
            row = models.Case(version=version, position=place, name=case.name)
            cases.append(row)
            papers += _papers(row, case)
            for one in case.channels:
                channel = models.CaseChannel(
                    case=row, channel=one.channel, amount=one.amount, unit=one.unit, text=one.text
                )
                channels.append(channel)
                fees += [
                    models.Fee(channel=channel, position=n, **content.plain(fee)) for n, fee in enumerate(one.fees)
                ]
    models.Stage.objects.bulk_create(stages, batch_size=BATCH)
    models.Case.objects.bulk_create(cases, batch_size=BATCH)
    models.Paper.objects.bulk_create(papers, batch_size=BATCH)
    models.CaseChannel.objects.bulk_create(channels, batch_size=BATCH)
    models.Fee.objects.bulk_create(fees, batch_size=BATCH)


def _papers(row: models.Case, case: content.Case) -> list[models.Paper]:
    return [models.Paper(case=row, position=n, **content.plain(paper)) for n, paper in enumerate(case.papers)]


def with_everything(versions: QuerySet[models.Version]) -> QuerySet[models.Version]:
    """The versions with all rows below them, in few statements."""
    cases = models.Case.objects.prefetch_related("papers", "channels__fees")
    return versions.select_related("field", "publisher").prefetch_related("stages", Prefetch("cases", cases))


def content_of(version: models.Version) -> content.Content:
    """What a stored version says."""
    taken: dict[str, Any] = {
        name: tuple(value) if isinstance(value := getattr(version, name), list) else value
        for name in content.KEYS
        if name not in ("field", "publisher", "cases", "stages", "decision_on")
    }
    return content.Content(
        **taken,
        field=content.Named(code=version.field_id, name=version.field.name),
        publisher=content.Named(code=version.publisher_id, name=version.publisher.name),
        decision_on=version.decision_on,
        cases=tuple(_case(case) for case in version.cases.all()),
        stages=tuple(
            content.Stage(name=stage.name, role=stage.role, share=stage.share, approves=stage.approves)
            for stage in version.stages.all()
        ),
        sources=version.sources,
        flags=tuple(version.flags),
    )


def _case(case: models.Case) -> content.Case:
    rows = sorted(case.channels.all(), key=lambda row: models.Channel.values.index(row.channel))
    return content.Case(
        name=case.name,
        channels=tuple(_channel(row) for row in rows),
        papers=tuple(_paper(paper) for paper in case.papers.all()),
    )


def _channel(row: models.CaseChannel) -> content.Channel:
    fees: Sequence[models.Fee] = list(row.fees.all())
    return content.Channel(
        channel=row.channel,
        amount=row.amount,
        unit=row.unit,
        text=row.text,
        fees=tuple(_fee(fee) for fee in fees),
    )


def _fee(fee: models.Fee) -> content.Fee:
    return content.Fee(
        kind=fee.kind,
        amount=fee.amount,
        per=fee.per,
        text=fee.text,
        when=fee.when,
        basis=fee.basis,
        set_by=fee.set_by,
        exempt=fee.exempt,
    )


def _paper(paper: models.Paper) -> content.Paper:
    return content.Paper(
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
