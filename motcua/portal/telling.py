"""A dossier told to a person: whose turn it is, the road, and what happened, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from motcua import deadlines
from motcua.agencies.queries import calendar_of
from motcua.common import words
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import CitizenPage, Event, Found, Turn, TurnKind
from motcua.dossiers.states import Delivery, Status

TRACK_AT = {
    Status.FILED: 2,
    Status.ACCEPTED: 3,
    Status.PROCESSING: 3,
    Status.SUPPLEMENT: 3,
    Status.PAYMENT: 3,
    Status.WITHDRAWING: 3,
    Status.FINISHED: 5,
    Status.RETURNED: 6,
}


@dataclass(frozen=True)
class Banner:
    """What the turn banner shows."""

    kind: str
    title: str
    date: str
    after: str
    lines: tuple[str, ...]


def banner_of_found(found: Found, at: datetime) -> Banner:
    """The banner of a look-up: the same words as on the person's own page."""
    calendar = calendar_of(found.dossier.resolving, timezone.localdate(at))
    days = deadlines.working_days_left(at, found.turn.due_at, calendar) if found.turn.due_at else None
    return banner(found.turn, found.status, found.dossier, days, at)


def banner(turn: Turn, status: Status, dossier: Dossier, days_left: int | None, at: datetime) -> Banner:
    """First of all whose turn it is, with the date on a line of its own."""
    if turn.kind == TurnKind.WORK:
        return _office_turn(turn, status, days_left, at)
    if turn.kind == TurnKind.WAIT and status == Status.FINISHED:
        return Banner("done", _("Đang chờ ông/bà: đến nhận kết quả"), "", "", (_collect(dossier),))
    return _over(turn, status, dossier)


def _over(turn: Turn, status: Status, dossier: Dossier) -> Banner:
    ended = words.day(dossier.ended_at) if dossier.ended_at else ""
    if turn.kind == TurnKind.DONE:
        given = words.moment(dossier.returned_at) if dossier.returned_at else ""
        return Banner("done", _("Đã có kết quả, đã trả lúc %(moment)s") % {"moment": given}, "", "", ())
    if status == Status.REFUSED:
        return Banner("end", _("Hồ sơ không được tiếp nhận ngày %(day)s") % {"day": ended}, "", "", ())
    if turn.kind == TurnKind.END:
        return Banner("end", _("Hồ sơ đã dừng ngày %(day)s") % {"day": ended}, "", "", ())
    return Banner("wait", _("Đang chờ ông/bà"), "", "", ())


def _office_turn(turn: Turn, status: Status, days_left: int | None, at: datetime) -> Banner:
    if status == Status.FINISHED:
        sending = _("Đang chờ cơ quan: %(office)s gửi kết quả qua bưu chính") % {"office": turn.office}
        return Banner("work", sending, "", "", ())
    doing = {
        Status.FILED: _("đang xem giấy tờ có đủ không"),
        Status.ACCEPTED: _("giấy tờ đủ, sắp xử lý"),
        Status.PROCESSING: _("đang xử lý"),
    }.get(status, "")
    lines = (words.begin(doing) + ".",) if doing else ()
    if turn.due_at is None:
        return Banner("work", _("Đang chờ cơ quan: %(office)s") % {"office": turn.office}, "", "", lines)
    title = _("Đang chờ cơ quan: %(office)s, hạn") % {"office": turn.office}
    return Banner("work", title, words.moment(turn.due_at), _left(turn.due_at, days_left, at), lines)


def _left(due_at: datetime, days_left: int | None, at: datetime) -> str:
    if at > due_at:
        return _("Đã quá hạn. Xin lỗi ông/bà; gọi số ở cuối trang để hỏi.")
    if not days_left:
        return _("hạn hôm nay, %(time)s") % {"time": words.clock(due_at)} if _today(due_at, at) else ""
    return ngettext("còn %(days)s ngày làm việc", "còn %(days)s ngày làm việc", days_left) % {"days": days_left}


def _today(due_at: datetime, at: datetime) -> bool:
    return timezone.localdate(due_at) == timezone.localdate(at)


def _collect(dossier: Dossier) -> str:
    if dossier.delivery == Delivery.OTHER_COUNTER and dossier.delivery_agency:
        return _("Mời ông/bà đến %(office)s, mang theo căn cước.") % {"office": dossier.delivery_agency.name}
    desk = dossier.receiving
    place = ", ".join(part for part in (desk.name, desk.room, desk.address) if part)
    return _("Mời ông/bà đến %(office)s, mang theo căn cước.") % {"office": place}


def track(status: Status) -> tuple[list[str], int] | None:
    """The five points and which one is now; nothing for what ended without an answer."""
    if status not in TRACK_AT:
        return None
    points = [_("Đã nộp"), pgettext("track", "Tiếp nhận"), _("Đang xử lý"), _("Có kết quả"), _("Đã nhận")]
    return points, TRACK_AT[status]


def happened(page: CitizenPage) -> list[dict[str, Any]]:
    """The timeline, newest first."""
    return [_told(event, page) for event in page.events]


def _told(event: Event, page: CitizenPage) -> dict[str, Any]:
    what = {
        "file": _filed_how(page.dossier),
        "accept": _("Được tiếp nhận"),
        "refuse": _("Không được tiếp nhận"),
        "begin": pgettext("history", "Bắt đầu xử lý"),
        "hand_over": _("Chuyển bước tiếp theo"),
        "send_back": _("Trả lại để xem lại"),
        "finish": _("Đã có kết quả"),
        "return_result": _("Đã trả kết quả"),
    }.get(event.action, event.action)
    papers = []
    if event.action == "file":
        papers.append((_("Biên nhận nộp hồ sơ"), reverse("portal:receipt", args=[page.dossier.code])))
    return {
        "what": what,
        "words": [_("Đã xóa theo thời hạn lưu")] if event.erased else _words(event),
        "when": words.begin(words.moment(event.at)),
        "who": ", ".join(part for part in (event.by, event.office) if part),
        "papers": papers,
    }


def _filed_how(dossier: Dossier) -> str:
    return {
        "online": _("Ông/bà nộp hồ sơ trên mạng"),
        "counter": _("Nộp hồ sơ tại quầy, cán bộ nhập giúp"),
        "post": _("Hồ sơ đến qua bưu chính, cán bộ nhập giúp"),
    }[dossier.channel]


def _words(event: Event) -> list[str]:
    said = event.words or {}
    lines: list[str] = []
    match event.action:
        case "file":
            count = event.facts.get("files", 0)
            lines.append(said.get("note", ""))
            lines.append(
                ngettext("%(n)s tệp, đã nhận đủ", "%(n)s tệp, đã nhận đủ", count) % {"n": count} if count else ""
            )
        case "accept" if event.facts.get("due_at"):
            due = datetime.fromisoformat(event.facts["due_at"])
            lines.append(_("Hẹn có kết quả chậm nhất %(moment)s") % {"moment": words.moment(due)})
        case "refuse":
            lines += [said.get("reason", ""), _("Căn cứ: %(ground)s") % {"ground": said.get("ground", "")}]
        case "return_result":
            if said.get("collector"):
                lines.append(_("Người nhận: %(name)s") % {"name": said["collector"]})
            if said.get("post_number"):
                lines.append(_("Số hiệu bưu gửi: %(number)s") % {"number": said["post_number"]})
            if event.facts.get("delivery") == Delivery.ONLINE:
                lines.append(_("Kết quả nằm ở trang này, tải về lúc nào cũng được"))
    return [line for line in lines if line]
