"""Whether a content can be published at all: what the database would refuse, in words, before it refuses."""

from collections.abc import Iterator
from typing import Final

from . import content, in_brief
from .content import Content
from .models import Channel, FeeKind, FeeSetBy, PaperKind, ServiceClass, TimeUnit

_MOST: Final = 32_000
_KINDS: Final = {
    "channel": frozenset(Channel.values),
    "unit": frozenset({"", *TimeUnit.values}),
    "fee": frozenset(FeeKind.values),
    "set_by": frozenset({"", *FeeSetBy.values}),
    "paper": frozenset(PaperKind.values),
    "class": frozenset(ServiceClass.values),
    "role": frozenset({"handler", "approver", "chair"}),
}
Checked = Iterator[tuple[bool, str]]


def problems(said: Content) -> list[str]:
    """Everything that is wrong, in words that name the part; nothing where it can be published."""
    return [words for right, words in _checks(said) if not right]


def _checks(said: Content) -> Checked:
    yield bool(said.name.strip()), "thiếu tên"
    yield said.level in (1, 2, 3, 4), "level phải từ 1 đến 4"
    yield said.service_class in _KINDS["class"], "service_class không có trong danh sách"
    yield len(said.field.code) <= 64 and len(said.field.name) <= 200, "mã hoặc tên lĩnh vực dài quá"
    yield len(said.publisher.code) <= 35 and len(said.publisher.name) <= 200, "mã hoặc tên cơ quan dài quá"
    yield len(said.body) <= 24 and len(said.decision_number) <= 80, "body hoặc decision_number dài quá"
    yield all(f"rules.{name}" in said.sources for name in said.rules), "quy định riêng phải có nguồn"
    yield not in_brief.wrong(said.in_brief), "“Trong 30 giây” phải là bốn câu ngắn, hoặc không có câu nào"
    for case in said.cases:
        yield from _of_case(case)
    for stage in said.stages:
        yield stage.role in _KINDS["role"] and 0 <= stage.share <= 100, "stages có vai hoặc phần không đúng"


def _of_case(case: content.Case) -> Checked:
    channels = [row.channel for row in case.channels]
    yield len(channels) == len(set(channels)), "một trường hợp có một cách nộp hai lần"
    for row in case.channels:
        yield (
            row.channel in _KINDS["channel"] and row.unit in _KINDS["unit"],
            "channel hoặc unit không có trong danh sách",
        )
        yield row.amount is None or 0 < row.amount < _MOST, "thời hạn không đúng"
        for fee in row.fees:
            yield fee.kind in _KINDS["fee"] and fee.set_by in _KINDS["set_by"], "loại tiền không có trong danh sách"
            yield fee.amount is None or 0 <= fee.amount < 10**15, "số tiền không đúng"
            yield len(fee.per) <= 80 and len(fee.basis) <= 80, "per hoặc basis dài quá"
    for paper in case.papers:
        yield paper.kind in _KINDS["paper"], "loại giấy tờ không có trong danh sách"
        counts = (paper.originals, paper.certified, paper.copies)
        yield all(0 <= count < _MOST for count in counts), "số bản không đúng"
        yield set(paper.channels) <= _KINDS["channel"], "cách nộp của giấy tờ không có trong danh sách"
