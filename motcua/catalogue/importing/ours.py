"""A record that Một Cửa exported says all under one key; read back it says the same, with no more authority."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.content import Content, from_plain, plain
from motcua.catalogue.forms import Forms
from motcua.catalogue.models import Channel, FeeKind, FeeSetBy, PaperKind, ServiceClass, TimeUnit
from motcua.catalogue.version_rules import rules_of

from .record import Unreadable

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
Checked = Iterable[tuple[bool, str]]


def told(said: Content, forms: Mapping[Any, str]) -> dict[str, Any]:
    """A content as an export writes it: the form by its code, since ids differ between installations."""
    whole = plain(said)
    form_id = whole.pop("form_id")
    return {**whole, "form": forms.get(said.form_id, "") if form_id else ""}


def read_ours(raw: Mapping[str, Any], forms: Forms) -> Content:
    """The content that `told` wrote.

    What another installation's people or its box vouched for is imported here: only the word about its origin
    changes, so that no file can claim a person's authority.

    :raises Unreadable: a key is missing, unknown or says what cannot be.
    """
    try:
        whole = {**raw, "form_id": None}
        code = whole.pop("form", "")
        whole["sources"] = {path: {**source, "origin": "imported"} for path, source in raw["sources"].items()}
        said = from_plain(whole)
        form_id = forms.of(code) if code else None
        said = from_plain({**plain(said), "form_id": str(form_id) if form_id else None})
        rules_of(said.rules)
        wrong = [words for right, words in _checks(said) if not right]
    except (AttributeError, KeyError, TypeError, ValueError) as mistake:
        raise Unreadable(f"motcua.content không đúng cấu trúc ({mistake})") from mistake
    if wrong:
        raise Unreadable(f"motcua.content: {wrong[0]}")
    return said


def _checks(said: Content) -> Checked:
    yield bool(said.name.strip()), "thiếu tên"
    yield said.level in (1, 2, 3, 4), "level phải từ 1 đến 4"
    yield said.service_class in _KINDS["class"], "service_class không có trong danh sách"
    yield len(said.field.code) <= 64 and len(said.field.name) <= 200, "mã hoặc tên lĩnh vực dài quá"
    yield len(said.publisher.code) <= 35 and len(said.publisher.name) <= 200, "mã hoặc tên cơ quan dài quá"
    yield len(said.body) <= 24 and len(said.decision_number) <= 80, "body hoặc decision_number dài quá"
    yield all(f"rules.{name}" in said.sources for name in said.rules), "quy định riêng phải có nguồn"
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
