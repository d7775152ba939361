"""The parts of a version as plain forms: which keys stand on which page, and how each is read back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.models import AgencyKind
from motcua.catalogue import in_brief
from motcua.catalogue.models import Channel, FeeKind, FeeSetBy, PaperKind, ServiceClass, TimeUnit
from motcua.catalogue.version_rules import AFTER_SUPPLEMENT, DRAFTS, TRANSITIONS, UNANSWERED

Options = tuple[tuple[str, str | Promise], ...]
_CODE: Final = re.compile(r"\d\.\d{6}")
NONE: Final = ("", gettext_lazy("Không ghi"))
WHETHER: Final[Options] = (("", gettext_lazy("Chưa rõ")), ("1", gettext_lazy("Có")), ("0", gettext_lazy("Không")))
ROLES: Final[Options] = (
    ("handler", gettext_lazy("Người xử lý")),
    ("approver", gettext_lazy("Lãnh đạo đơn vị")),
    ("chair", gettext_lazy("Chủ tịch")),
)
RESULT_KINDS: Final[Options] = (
    ("result", gettext_lazy("kết quả")),
    ("notice", gettext_lazy("thông báo sửa hồ sơ")),
    ("refusal", gettext_lazy("từ chối")),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to write: `type` is line, text, lines, whole, yes, whether, choice, several or day."""

    name: str
    label: str | Promise
    type: str = "line"
    options: Options = ()
    required: bool = False
    most: int = 4000


@dataclass(frozen=True, slots=True)
class Part:
    """One page: plain keys, or with `rows` the parts of one key; they repeat unless `case_edited.WHOLE` reads them."""

    slug: str
    title: str | Promise
    fields: tuple[Field, ...]
    rows: str = ""
    hint: str | Promise = ""


TIME: Final = (
    Field("amount", gettext_lazy("Thời hạn, số"), "whole", most=400),
    Field("unit", gettext_lazy("Đơn vị"), "choice", (NONE, *TimeUnit.choices)),
    Field("text", gettext_lazy("Lời về thời hạn"), "text"),
)
FEE: Final = (
    Field("channel", gettext_lazy("Cách nộp"), "choice", tuple(Channel.choices), required=True),
    Field("kind", gettext_lazy("Loại"), "choice", tuple(FeeKind.choices), required=True),
    Field("amount", gettext_lazy("Số tiền (đồng); bỏ trống là theo văn bản"), "whole", most=10**12),
    Field(
        "set_by", gettext_lazy("Ai định mức"), "choice", (("", gettext_lazy("Văn bản trung ương")), *FeeSetBy.choices)
    ),
    Field("per", gettext_lazy("Thu theo (bản, lần, người)"), most=80),
    Field("when", gettext_lazy("Chỉ thu khi"), "text"),
    Field("text", gettext_lazy("Lời về mức thu"), "text"),
    Field("exempt", gettext_lazy("Ai được miễn, giảm"), "text"),
    Field("basis", gettext_lazy("Số văn bản"), most=80),
)
PAPER: Final = (
    Field("name", gettext_lazy("Tên giấy tờ"), "text", required=True),
    Field("kind", gettext_lazy("Nộp hay xuất trình"), "choice", tuple(PaperKind.choices), required=True),
    Field("originals", gettext_lazy("Bản chính"), "whole", most=99),
    Field("certified", gettext_lazy("Bản sao chứng thực"), "whole", most=99),
    Field("copies", gettext_lazy("Bản sao"), "whole", most=99),
    Field("required", gettext_lazy("Bắt buộc"), "yes"),
    Field("photo_ok", gettext_lazy("Ảnh chụp có được không"), "whether", WHETHER),
    Field("when", gettext_lazy("Chỉ khi"), "text"),
    Field("replaced_by", gettext_lazy("Thay được bằng gì, khi nào khỏi nộp"), "text"),
    Field(
        "channels", gettext_lazy("Chỉ những cách nộp này cần; bỏ trống là mọi cách"), "several", tuple(Channel.choices)
    ),
)
PARTS: Final = (
    Part(
        "ten",
        gettext_lazy("Tên, tóm tắt, chữ để tìm"),
        (
            Field("name", gettext_lazy("Tên hiện cho người dân"), "text", required=True),
            Field("official_name", gettext_lazy("Tên công bố, khi khác"), "text"),
            Field("summary", gettext_lazy("Tóm tắt: được gì"), "text"),
            Field("keywords", gettext_lazy("Chữ người dân hay gõ, mỗi dòng một lời"), "lines"),
            Field("related", gettext_lazy("Mã thủ tục liên quan, mỗi dòng một mã"), "lines"),
            Field("note", gettext_lazy("Ghi chú"), "text"),
        ),
    ),
    Part(
        "trong-30-giay",
        gettext_lazy("Trong 30 giây"),
        tuple(Field(name, label, "text", most=400) for name, label in in_brief.PARTS.items()),
        rows="in_brief",
        hint=gettext_lazy(
            "Bốn câu ngắn ở đầu trang thủ tục, nhiều nhất 60 chữ, trẻ 12 tuổi đọc hiểu. Bỏ trống cả bốn thì không hiện"
        ),
    ),
    Part(
        "noi-lam",
        gettext_lazy("Ai làm, mức độ, ai được nộp"),
        (
            Field("executing", gettext_lazy("Cơ quan thực hiện, theo văn bản"), "text"),
            Field(
                "body", gettext_lazy("Nơi giải quyết"), "choice", (("", gettext_lazy("Nơi khác")), *AgencyKind.choices)
            ),
            Field(
                "level", gettext_lazy("Mức độ"), "choice", tuple((str(n), str(n)) for n in range(1, 5)), required=True
            ),
            Field("service_class", gettext_lazy("Cách cung cấp"), "choice", tuple(ServiceClass.choices), required=True),
            Field("files_online", gettext_lazy("Có nút “Nộp hồ sơ”"), "yes"),
            Field("must_come", gettext_lazy("Phải đến quầy"), "whether", WHETHER),
            Field("visits", gettext_lazy("Đến mấy lần, để làm gì"), "text"),
            Field("minutes", gettext_lazy("Số phút để khai"), "whole", most=600),
            Field("subjects", gettext_lazy("Ai được nộp, mỗi dòng một loại"), "lines"),
            Field("form_name", gettext_lazy("Tên mẫu phải điền"), "text"),
            Field("decision_number", gettext_lazy("Quyết định công bố"), most=80),
            Field("decision_on", gettext_lazy("Ngày công bố"), "day"),
        ),
    ),
    Part(
        "trinh-tu",
        gettext_lazy("Điều kiện và các bước"),
        (
            Field("conditions", gettext_lazy("Điều kiện"), "text", most=20000),
            Field("instructions", gettext_lazy("Các bước, mỗi dòng một bước"), "lines", most=20000),
        ),
    ),
    Part(
        "ket-qua",
        gettext_lazy("Kết quả"),
        (
            Field("name", gettext_lazy("Tên"), "text", required=True),
            Field("kind", gettext_lazy("Loại"), "choice", RESULT_KINDS, required=True),
            Field("code", gettext_lazy("Mã kết quả"), most=80),
        ),
        rows="results",
    ),
    Part(
        "can-cu",
        gettext_lazy("Căn cứ pháp lý"),
        (
            Field("number", gettext_lazy("Số văn bản"), required=True, most=80),
            Field("name", gettext_lazy("Tên ngắn"), "text"),
        ),
        rows="legal",
    ),
    Part(
        "trong-co-quan",
        gettext_lazy("Các bước trong cơ quan"),
        (
            Field("name", gettext_lazy("Tên bước"), required=True, most=120),
            Field("role", gettext_lazy("Ai làm"), "choice", ROLES, required=True),
            Field("share", gettext_lazy("Phần trăm thời hạn"), "whole", required=True, most=100),
            Field("approves", gettext_lazy("Bước này duyệt kết quả"), "yes"),
        ),
        rows="stages",
    ),
    Part(
        "quy-dinh",
        gettext_lazy("Quy định riêng về đường đi của hồ sơ"),
        (
            Field("fee_first", gettext_lazy("Nộp tiền trước khi tiếp nhận"), "yes"),
            Field(
                "unanswered",
                gettext_lazy("Không trả lời yêu cầu bổ sung thì"),
                "choice",
                tuple(
                    zip(
                        UNANSWERED,
                        (gettext_lazy("không định"), gettext_lazy("từ chối"), gettext_lazy("dừng")),
                        strict=True,
                    )
                ),
            ),
            Field("unanswered_days", gettext_lazy("Sau mấy ngày làm việc"), "whole", most=400),
            Field(
                "after_supplement",
                gettext_lazy("Bổ sung xong thì thời hạn"),
                "choice",
                tuple(zip(AFTER_SUPPLEMENT, (gettext_lazy("tính tiếp"), gettext_lazy("tính lại từ đầu")), strict=True)),
            ),
            Field("fee_stops_clock", gettext_lazy("Chờ nộp tiền thì dừng đồng hồ"), "yes"),
            Field("agency_wait_stops_clock", gettext_lazy("Chờ cơ quan khác thì dừng đồng hồ"), "yes"),
            Field(
                "shows_draft",
                gettext_lazy("Cho xem bản nháp kết quả"),
                "choice",
                tuple(
                    zip(
                        DRAFTS,
                        (gettext_lazy("không"), gettext_lazy("khi nộp trên mạng"), gettext_lazy("luôn luôn")),
                        strict=True,
                    )
                ),
            ),
            Field("no_approval", gettext_lazy("Không cần người duyệt"), "yes"),
            Field(
                "transition",
                gettext_lazy("Hồ sơ đã nộp theo bản trước"),
                "choice",
                tuple(
                    zip(
                        TRANSITIONS,
                        (gettext_lazy("không định"), gettext_lazy("giữ bản trước"), gettext_lazy("theo bản này")),
                        strict=True,
                    )
                ),
            ),
            Field("source", gettext_lazy("Văn bản quy định những điều trên"), required=False, most=200),
        ),
        rows="rules",
    ),
)
BY_SLUG: Final = {part.slug: part for part in PARTS}


def shown(field: Field, value: Any) -> Any:
    """A stored value as the field shows it."""
    if field.type == "lines":
        return "\n".join(value or ())
    if field.type == "day":
        return date.fromisoformat(value).strftime("%d/%m/%Y") if value else ""
    if field.type in ("yes", "whether"):
        return "" if value is None else "1" if value else "0" if field.type == "whether" else ""
    return list(value or ()) if field.type == "several" else "" if value is None else str(value)


def read(
    fields: tuple[Field, ...], post: QueryDict, prefix: str = ""
) -> tuple[dict[str, Any], dict[str, str], dict[str, Any]]:
    """Values by name, errors and what was typed by the name in the page."""
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    typed: dict[str, Any] = {}
    for field in fields:
        name = f"{prefix}{field.name}"
        said = post.getlist(name) if field.type == "several" else post.get(name, "").replace("\0", "").strip()
        typed[name] = said
        try:
            values[field.name] = _value(field, said)
        except ValueError as mistake:
            errors[name] = str(mistake)
    return values, errors, typed


def _value(field: Field, said: Any) -> Any:
    """What was typed as it is stored.

    :raises ValueError: with what to write instead.
    """
    if field.type == "several":
        return [value for value, _label in field.options if value in said]
    if field.required and not said:
        raise ValueError(_("Ghi chỗ này"))
    if len(said) > field.most and field.type not in ("whole", "choice"):
        raise ValueError(_("Ghi ngắn hơn %(most)s ký tự") % {"most": field.most})
    return _READ.get(field.type, _line)(field, said)


def _line(field: Field, said: str) -> str:
    return said.replace("\r\n", "\n") if field.type == "text" else " ".join(said.split())


def _lines(field: Field, said: str) -> list[str]:
    found = list(dict.fromkeys(" ".join(line.split()) for line in said.splitlines() if line.strip()))
    if field.name == "related" and (wrong := [line for line in found if not _CODE.fullmatch(line)]):
        raise ValueError(_("Mã như 1.001193, mỗi dòng một mã; đang ghi %(wrong)s") % {"wrong": wrong[0]})
    return found


def _whole(field: Field, said: str) -> int | None:
    bare = said.replace(".", "").replace(" ", "")
    if not bare:
        return 0 if field.name in ("originals", "certified", "copies", "share") else None
    if not (bare.isascii() and bare.isdigit()) or int(bare) > field.most:
        raise ValueError(_("Ghi số nguyên từ 0 đến %(most)s") % {"most": field.most})
    return int(bare)


def _choice(field: Field, said: str) -> Any:
    if said not in [value for value, _label in field.options]:
        raise ValueError(_("Chọn trong danh sách"))
    return int(said) if field.name == "level" else said


def _day(_field: Field, said: str) -> str | None:
    if not said:
        return None
    try:
        day, month, year = (int(part) for part in said.split("/"))
        return date(year, month, day).isoformat()
    except ValueError:
        pass
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError as mistake:
        raise ValueError(_("Ghi ngày như 26/11/2026")) from mistake


_READ: Final[Mapping[str, Any]] = {
    "lines": _lines,
    "whole": _whole,
    "choice": _choice,
    "day": _day,
    "yes": lambda _field, said: said == "1",
    "whether": lambda _field, said: {"1": True, "0": False}.get(said),
}
