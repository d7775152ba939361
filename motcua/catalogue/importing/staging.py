"""What an import would do, said field by field before or while it does it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.content import KEYS, plain
from motcua.catalogue.publishing import Planned

LONGEST: Final = 160
EXAMPLES: Final = 5
NAMES: Final[dict[str, Promise]] = {
    "name": _("Tên"),
    "official_name": _("Tên công bố"),
    "keywords": _("Chữ để tìm"),
    "summary": _("Tóm tắt"),
    "in_brief": _("Trong 30 giây"),
    "field": _("Lĩnh vực"),
    "publisher": _("Cơ quan công bố"),
    "level": _("Mức độ"),
    "service_class": _("Cách cung cấp"),
    "files_online": _("Nộp trên mạng"),
    "executing": _("Cơ quan thực hiện"),
    "body": _("Nơi giải quyết"),
    "bodies": _("Cơ quan khác có phần"),
    "admin_levels": _("Cấp thực hiện"),
    "subjects": _("Ai được nộp"),
    "must_come": _("Phải đến quầy"),
    "visits": _("Đến mấy lần"),
    "minutes": _("Số phút để khai"),
    "form_id": _("Mẫu điện tử"),
    "form_name": _("Mẫu phải điền"),
    "decision_number": _("Quyết định công bố"),
    "decision_on": _("Ngày công bố"),
    "results": _("Kết quả"),
    "legal": _("Căn cứ pháp lý"),
    "conditions": _("Điều kiện"),
    "instructions": _("Các bước"),
    "note": _("Ghi chú"),
    "rules": _("Quy định riêng"),
    "related": _("Thủ tục liên quan"),
    "cases": _("Trường hợp, cách nộp, giấy tờ"),
    "stages": _("Các bước trong cơ quan"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a procedure before and after; long values are cut."""

    code: str
    field: str
    name: str
    before: str
    after: str


@dataclass(slots=True)
class Doubt:
    """How many procedures have a doubt of one kind, with a few of their codes."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, code: str) -> None:
        """Count one more procedure."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(code)


def changes_of(planned: Planned) -> list[FieldChange]:
    """What differs, field by field; nothing for what is new or unchanged. Sources and flags are not told."""
    if planned.before is None:
        return []
    before, after = plain(planned.before), plain(planned.after)
    return [
        FieldChange(planned.code, where, str(NAMES[key]), _short(old), _short(new))
        for key in KEYS
        for where, old, new in _differing(key, before[key], after[key])
    ]


def _differing(path: str, before: Any, after: Any) -> Iterable[tuple[str, Any, Any]]:
    """The smallest parts that differ; a list whose length changed is one part."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for key in before:
            yield from _differing(f"{path}.{key}", before[key], after[key])
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from _differing(f"{path}.{place}", old, new)
    else:
        yield path, before, after


def _short(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
