"""A part of a version as lines in words, one for each thing that it says: what managers compare."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.models import AgencyKind
from motcua.common import words

from . import in_brief
from .models import Channel, FeeKind, FeeSetBy, PaperKind, ServiceClass, TimeUnit

LABELS: Final[dict[str, Promise]] = {
    "code": gettext_lazy("mã"),
    "name": gettext_lazy("tên"),
    "kind": gettext_lazy("loại"),
    "number": gettext_lazy("số"),
    "amount": gettext_lazy("mức thu"),
    "term": gettext_lazy("thời hạn"),
    "text": gettext_lazy("lời kèm theo"),
    "per": gettext_lazy("thu theo"),
    "when": gettext_lazy("chỉ khi"),
    "basis": gettext_lazy("văn bản"),
    "set_by": gettext_lazy("ai định mức"),
    "exempt": gettext_lazy("ai được miễn, giảm"),
    "originals": gettext_lazy("bản chính"),
    "certified": gettext_lazy("bản sao chứng thực"),
    "copies": gettext_lazy("bản sao"),
    "required": gettext_lazy("bắt buộc"),
    "photo_ok": gettext_lazy("ảnh chụp được"),
    "replaced_by": gettext_lazy("thay bằng"),
    "channels": gettext_lazy("cách nộp"),
    "role": gettext_lazy("ai làm"),
    "share": gettext_lazy("phần trăm thời hạn"),
    "approves": gettext_lazy("duyệt kết quả"),
    "authority": gettext_lazy("cơ quan có thẩm quyền"),
    "authorized": gettext_lazy("cơ quan được ủy quyền"),
    "coordinating": gettext_lazy("cơ quan phối hợp"),
    "receives_at": gettext_lazy("nơi tiếp nhận"),
    "fee_first": gettext_lazy("nộp tiền trước khi tiếp nhận"),
    "unanswered": gettext_lazy("không trả lời yêu cầu bổ sung thì"),
    "unanswered_days": gettext_lazy("sau mấy ngày làm việc"),
    "after_supplement": gettext_lazy("bổ sung xong thì thời hạn"),
    "fee_stops_clock": gettext_lazy("chờ nộp tiền thì dừng đồng hồ"),
    "agency_wait_stops_clock": gettext_lazy("chờ cơ quan khác thì dừng đồng hồ"),
    "shows_draft": gettext_lazy("cho xem bản nháp kết quả"),
    "no_approval": gettext_lazy("không cần người duyệt"),
    "transition": gettext_lazy("hồ sơ đã nộp theo bản trước"),
}
ITEMS: Final[dict[str, tuple[str, Promise]]] = {
    "cases": ("name", gettext_lazy("Trường hợp")),
    "channels": ("channel", gettext_lazy("Cách nộp")),
    "fees": ("kind", gettext_lazy("Khoản")),
    "papers": ("name", gettext_lazy("Giấy tờ")),
    "results": ("name", gettext_lazy("Kết quả")),
    "legal": ("number", gettext_lazy("Văn bản")),
    "stages": ("name", gettext_lazy("Bước")),
}
"""Lists of things: the key that tells one from the others, and what each is called."""
CHOICES: Final[dict[str, dict[str, str | Promise]]] = {
    "channel": dict(Channel.choices),
    "channels": dict(Channel.choices),
    "unit": dict(TimeUnit.choices),
    "set_by": dict(FeeSetBy.choices),
    "kind": {**dict(FeeKind.choices), **dict(PaperKind.choices)},
    "service_class": dict(ServiceClass.choices),
    "body": dict(AgencyKind.choices),
    "unanswered": {"refuse": gettext_lazy("từ chối"), "stop": gettext_lazy("dừng")},
    "after_supplement": {"resume": gettext_lazy("tính tiếp"), "restart": gettext_lazy("tính lại từ đầu")},
    "shows_draft": {"online": gettext_lazy("khi nộp trên mạng"), "always": gettext_lazy("luôn luôn")},
    "transition": {"old": gettext_lazy("giữ bản trước"), "new": gettext_lazy("theo bản này")},
    "role": {
        "handler": gettext_lazy("Người xử lý"),
        "approver": gettext_lazy("Lãnh đạo đơn vị"),
        "chair": gettext_lazy("Chủ tịch"),
    },
}
_PLACES: Final = tuple(LABELS)
MAY_BE_NO: Final = frozenset(("photo_ok", "must_come", "files_online"))


def lines(key: str, value: Any) -> list[str]:
    """What is said under a key of a content, in its order; nothing for what says nothing."""
    return list(_lines(key, value, ""))


def _lines(key: str, value: Any, where: str) -> Iterator[str]:
    if key == "in_brief":
        yield from (f"{label}: {sentence}" for label, sentence in in_brief.lines(value or {}))
    elif isinstance(value, dict):
        yield from _parts(key, value, where)
    elif _is_items(key, value):
        identity = ITEMS[key][0]
        for place, item in enumerate(value, 1):
            heading = _heading(key, item, place, alone=len(value) == 1)
            if heading and key != "fees":  # a fee always tells its sum
                yield _joined(where, heading)
            yield from _parts(key, {k: v for k, v in item.items() if k != identity}, _joined(where, heading))
    else:
        yield from (_joined(where, said) for said in _said(key, value))


def _is_items(key: str, value: Any) -> bool:
    return isinstance(value, list) and key in ITEMS and all(isinstance(item, dict) for item in value)


def _parts(key: str, said: dict[str, Any], where: str) -> Iterator[str]:
    """The leaves of one thing; number and unit of a term are one leaf, and the sum of a fee is always told."""
    left = dict(said)
    if key == "fees":
        yield _joined(where, f"{LABELS['amount']}: {words.money(left.pop('amount'))}")
    elif key == "channels":
        term = _term(left.pop("amount"), left.pop("unit"))
        yield from [_joined(where, f"{LABELS['term']}: {term}")] if term else []
    for name in sorted(left, key=_place):  # what is stored as JSON has its keys in an order of its own
        inner = left[name]
        if isinstance(inner, dict) or _is_items(name, inner):
            yield from _lines(name, inner, where)
        elif told_here := ", ".join(_said(name, inner)):
            yield _joined(where, f"{LABELS.get(name, name)}: {told_here}")


def _place(name: str) -> tuple[int, str]:
    return (_PLACES.index(name) if name in _PLACES else len(_PLACES)), name


def _term(amount: int | None, unit: str) -> str:
    if unit in TimeUnit.values and unit != TimeUnit.NO_DATE and (amount or unit == TimeUnit.SAME_DAY):
        return words.working_span(amount or 1, unit)
    return " ".join(str(part) for part in (amount, CHOICES["unit"].get(unit, unit)) if part)


def where(path: str, said: Any) -> str:
    """The place of a value in a plain content, by the names of what it lies in: “Tại quầy – lệ phí”."""
    told: list[str] = []
    parts, inner = path.split("."), said
    for at, part in enumerate(parts):
        key = parts[at - 1] if at else ""
        try:
            whole, inner = inner, inner[int(part)] if isinstance(inner, list) else inner[part]
        except (LookupError, TypeError, ValueError):
            return " – ".join(filter(None, [*told, _called(part)]))
        if isinstance(whole, list) and key in ITEMS and isinstance(inner, dict):
            told.append(_heading(key, inner, int(part) + 1, alone=len(whole) == 1))
        elif at and (at == len(parts) - 1 or not parts[at + 1].isdigit()):
            told.append(_called(part))
    return " – ".join(filter(None, told))


def _called(part: str) -> str:
    return str(LABELS.get(part) or (ITEMS[part][1] if part in ITEMS else "" if part.isdigit() else part))


def differing(path: str, value: Any) -> list[str]:
    """One side of a difference between two sources as lines; terms and sums lie there by way of handing in."""
    if path == "cases.times":
        return [
            f"{CHOICES['channel'].get(way, way)}: {_term(amount, unit)}"
            for way, terms in _held(value)
            for amount, unit in terms
        ]
    if path == "cases.fees":
        return [
            f"{CHOICES['channel'].get(way, way)}: {words.money(sum_)}" for way, sums in _held(value) for sum_ in sums
        ]
    return lines(path.rpartition(".")[2], value) if not isinstance(value, dict) else [str(value)]


def _held(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _heading(key: str, item: dict[str, Any], place: int, *, alone: bool) -> str:
    identity, called = ITEMS[key]
    said = "".join(_said(identity, item.get(identity)))
    if key == "cases" and not said:
        return "" if alone else f"{called} {place}"
    return said if key in ("channels", "fees") else f"{called} {said or place}"


def _joined(where: str, said: str) -> str:
    return " – ".join(part for part in (where, said) if part)


def _said(key: str, value: Any) -> list[str]:
    """A value in words, or nothing where it says nothing."""
    if isinstance(value, list):
        return [said for item in value for said in _said(key, item)]
    if isinstance(value, bool):
        return [_("có")] if value else [_("không")] if key in MAY_BE_NO else []
    return [] if value in ("", None, 0) else [str(CHOICES.get(key, {}).get(value, value))]
