"""What an agency states for its own place, as one page of plain forms."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.catalogue.content import Channel as Channel_
from motcua.catalogue.content import Content, Fee, plain
from motcua.catalogue.local.overlay import (
    LocalFee,
    LocalPaper,
    LocalTime,
    Overlay,
    Standing,
    longer_terms,
)
from motcua.catalogue.models import Channel, FeeKind, TimeUnit
from motcua.common import words

from . import parts
from .parts import Field, Options, read, shown
from .rows_edited import Rows

WAY: Final = Field("channel", gettext_lazy("Cách nộp"), "choice", (("", gettext_lazy("Mọi cách")), *Channel.choices))
HEAD: Final = (
    Field("offered", gettext_lazy("Nơi này nhận hồ sơ của thủ tục"), "yes"),
    Field("why_not", gettext_lazy("Không nhận thì vì sao, nộp ở đâu; người dân sẽ đọc"), "text", most=500),
    Field("contact", gettext_lazy("Hỏi ai, số nào; bỏ trống là như thường"), "text", most=500),
    Field("basis", gettext_lazy("Số văn bản làm căn cứ, như 12/2026/NQ-HĐND"), most=80),
)
TIME: Final = (
    WAY,
    Field("amount", gettext_lazy("Thời hạn, số"), "whole", most=400),
    Field("unit", gettext_lazy("Đơn vị"), "choice", tuple(TimeUnit.choices), required=True),
    Field("text", gettext_lazy("Lời về thời hạn"), "text"),
)
FEE: Final = (WAY, *(one for one in parts.FEE if one.name not in ("channel", "set_by", "basis")))
PAPER: Final = tuple(one for one in parts.PAPER if one.name not in ("photo_ok", "replaced_by", "channels"))
TITLES: Final = {
    "times": gettext_lazy("Thời hạn"),
    "fees": gettext_lazy("Phí, lệ phí"),
    "papers": gettext_lazy("Giấy tờ thêm"),
}
COUNTS: Final = ("originals", "certified", "copies")
NEEDS_AMOUNT: Final = frozenset(TimeUnit.values) - {TimeUnit.SAME_DAY, TimeUnit.NO_DATE}


@dataclass(slots=True)
class LocalForm:
    """What stands in the page; `overlay` is what it says, where nothing is wrong."""

    typed: dict[str, Any]
    groups: dict[str, Rows]
    errors: dict[str, str] = field(default_factory=dict)
    stated: Standing | None = None

    @property
    def pressed(self) -> bool:
        """Whether a row was added, removed or moved, and nothing is to be saved yet."""
        return any(rows.pressed for rows in self.groups.values())


def fields_of(said: Content) -> dict[str, tuple[Field, ...]]:
    """The fields of each group; the case is asked for where there is more than one."""
    names = [case.name for case in said.cases if case.name]
    options: Options = (("", gettext_lazy("Mọi trường hợp")), *((name, name) for name in names))
    case = (Field("case", gettext_lazy("Trường hợp"), "choice", options),) if len(names) > 1 else ()
    return {"times": case + TIME, "fees": case + FEE, "papers": case + PAPER}


def as_stored(standing: Standing, said: Content) -> LocalForm:
    """The page as the rule that holds says it."""
    values = {**plain(standing.overlay), "basis": standing.basis}
    rows = {
        name: Rows.stored(name, fields, [_blank(row) for row in values[name]])
        for name, fields in fields_of(said).items()
    }
    return LocalForm({one.name: shown(one, values[one.name]) for one in HEAD}, rows)


def as_posted(post: QueryDict, said: Content, number: int) -> LocalForm:
    """The page as it was typed; where nothing is wrong, with what it states."""
    values, errors, typed = read(HEAD, post)
    groups = {name: Rows.posted(name, fields, post) for name, fields in fields_of(said).items()}
    form = LocalForm({one.name: typed[one.name] for one in HEAD}, groups)
    if form.pressed:
        return form
    for rows in groups.values():
        errors |= rows.errors
    if not errors:
        overlay = _overlay(values, groups)
        errors = _problems(overlay, values, said)
        form.stated = Standing(overlay, values["basis"], number)
    form.errors = errors
    return form


def as_the_nation_says(said: Content) -> list[tuple[str, list[str]]]:
    """What the shared catalogue says of term and fees, by case: a line for each way of handing in."""
    return [(case.name, [_line(row) for row in case.channels]) for case in said.cases]


def _line(row: Channel_) -> str:
    units = dict(TimeUnit.choices)
    term = f"{words.number(row.amount)} {units[row.unit]}" if row.amount and row.unit in NEEDS_AMOUNT else row.text
    fees = [_fee(fee) for fee in row.fees]
    return "; ".join([f"{Channel(row.channel).label}: {term or _('không ghi thời hạn')}", *fees])


def _fee(fee: Fee) -> str:
    amount = words.money(fee.amount) if fee.amount is not None else fee.text or _("theo văn bản")
    return f"{FeeKind(fee.kind).label} {amount}" + (f" ({fee.when})" if fee.when else "")


def _overlay(values: dict[str, Any], groups: dict[str, Rows]) -> Overlay:
    papers = [{**row, **{name: row[name] or 0 for name in COUNTS}} for row in groups["papers"].values]
    return Overlay(
        offered=values["offered"],
        why_not="" if values["offered"] else values["why_not"],
        contact=values["contact"],
        times=tuple(replace(LocalTime(**row), amount=_amount(row)) for row in groups["times"].values),
        fees=tuple(LocalFee(**row) for row in groups["fees"].values),
        papers=tuple(LocalPaper(**row) for row in papers),
    )


def _amount(row: dict[str, Any]) -> int | None:
    amount: int | None = row["amount"]
    return amount if row["unit"] in NEEDS_AMOUNT else 1 if row["unit"] == TimeUnit.SAME_DAY else None


def _problems(overlay: Overlay, values: dict[str, Any], said: Content) -> dict[str, str]:
    found = {f"times-{place}-amount": _("Ghi số") for place, time in enumerate(overlay.times) if _lacks_amount(time)}
    for place in longer_terms(overlay, said):
        found[f"times-{place}-amount"] = _("Địa phương chỉ rút ngắn được; thời hạn chung ngắn hơn số này")
    if not overlay.offered and not overlay.why_not:
        found["why_not"] = _("Ghi vì sao chưa nhận và nộp ở đâu")
    if (overlay.times or overlay.fees or overlay.papers) and not values["basis"]:
        found["basis"] = _("Ghi số văn bản cho phép quy định riêng")
    return found


def _lacks_amount(time: LocalTime) -> bool:
    return time.unit in NEEDS_AMOUNT and not time.amount


def _blank(row: dict[str, Any]) -> dict[str, Any]:
    """A count of nothing is shown as an empty box."""
    return {name: None if name in COUNTS and not value else value for name, value in row.items()}
