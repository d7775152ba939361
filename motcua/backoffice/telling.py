"""A manager's changes and a letterhead's states in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Change
from motcua.catalogue.importing.staging import NAMES
from motcua.common import words
from motcua.documents.kinds import KINDS
from motcua.documents.models import LetterheadState

WHAT = {
    "template_confirmed": gettext_lazy("Ghi mẫu đã đối chiếu với mẫu ban hành"),
    "template_unconfirmed": gettext_lazy("Bỏ dấu đối chiếu của mẫu"),
    "value_confirmed": gettext_lazy("Xác nhận một giá trị của thủ tục"),
    "difference_kept": gettext_lazy("Giữ giá trị đang dùng, khác nguồn"),
    "difference_taken": gettext_lazy("Lấy giá trị theo nguồn"),
    "procedure_withdrawn": gettext_lazy("Rút thủ tục khỏi danh mục"),
    "version_restored": gettext_lazy("Cho một bản có hiệu lực trở lại"),
    "copy_begun": gettext_lazy("Bắt đầu soạn bản mới"),
    "copy_saved": gettext_lazy("Lưu bản đang soạn"),
    "copy_case_added": gettext_lazy("Thêm một trường hợp vào bản đang soạn"),
    "copy_case_removed": gettext_lazy("Bỏ một trường hợp của bản đang soạn"),
    "copy_sent": gettext_lazy("Chuyển bản mới cho người khác xem lại"),
    "copy_published": gettext_lazy("Công bố bản mới"),
    "copy_scheduled": gettext_lazy("Hẹn ngày công bố bản mới"),
    "copy_taken_back": gettext_lazy("Đưa bản mới về đang soạn"),
    "copy_discarded": gettext_lazy("Bỏ bản đang soạn"),
    "local_rule_stated": gettext_lazy("Ghi quy định riêng của cơ quan"),
    "local_rule_ended": gettext_lazy("Bỏ quy định riêng của cơ quan"),
    "saying_saved": gettext_lazy("Lưu một lời người dân hay nói"),
    "saying_removed": gettext_lazy("Bỏ một lời người dân hay nói"),
    "life_event_saved": gettext_lazy("Lưu một việc trong đời"),
    "life_event_removed": gettext_lazy("Bỏ một việc trong đời"),
    "letterhead_saved": gettext_lazy("Lưu kiểu giấy của cơ quan"),
    "office_saved": gettext_lazy("Sửa địa chỉ, điện thoại của cơ quan"),
    "office_hours_saved": gettext_lazy("Ghi giờ mới của cơ quan"),
}
STATES = {
    LetterheadState.TRYING: gettext_lazy("đang thử"),
    LetterheadState.IN_FORCE: gettext_lazy("được dùng"),
    LetterheadState.REFUSED: gettext_lazy("không dùng được"),
}


PARTS = {
    "address": gettext_lazy("Địa chỉ"),
    "room": gettext_lazy("Phòng, tầng"),
    "phone": gettext_lazy("Điện thoại"),
    "latitude": gettext_lazy("Vĩ độ"),
    "longitude": gettext_lazy("Kinh độ"),
}
"""What of an office a manager changes."""


def kind_name(code: str) -> str:
    """The name of a kind, or that all are meant."""
    return KINDS[code].name if code in KINDS else _("Mọi loại giấy")


def lines(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes for the timeline component."""
    return [
        {
            "what": str(WHAT.get(change.word, change.word)),
            "words": _about(change.facts),
            "when": words.begin(words.moment(change.at)),
            "who": ", ".join([change.account.full_name, *([change.agency.short_name] if change.agency else [])]),
        }
        for change in changes
    ]


def _about(facts: dict[str, Any]) -> list[str]:
    told = [kind_name(facts["kind"])] if "kind" in facts else []
    if "number" in facts:
        told.append(_("Bản %(number)s") % {"number": facts["number"]})
    if "since" in facts:
        told.append(_("Từ %(day)s") % {"day": words.date_only(date.fromisoformat(facts["since"]))})
    for name, before, now in facts.get("changed", ()):
        told.append(f"{PARTS.get(name, name)}: {before or _('trống')} → {now or _('trống')}")
    told += [str(facts["code"])] if facts.get("code") else []
    told += [_parts(str(facts["path"]))] if facts.get("path") else []
    told += [str(facts[name]) for name in ("said", "name", "reason") if facts.get(name)]
    return told


def _parts(path: str) -> str:
    """The parts of a version by their names; a place inside one keeps its address."""
    return ", ".join(str(NAMES.get(part, part)) for part in path.split(", "))
