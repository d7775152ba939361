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
from motcua.dossiers import saying
from motcua.dossiers.complaints import COMPLAINED_OF
from motcua.dossiers.models import Dossier, Request
from motcua.dossiers.queries import CitizenPage, Event, Found, Turn, TurnKind
from motcua.dossiers.states import Delivery, RequestKind, Status

TRACK_AT = {
    Status.FILED: 2,
    Status.ACCEPTED: 3,
    Status.PROCESSING: 3,
    Status.SUPPLEMENT: 3,
    Status.PAYMENT: 3,
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
    if turn.kind == TurnKind.WAIT:
        return _persons_turn(dossier)
    return _over(turn, status, dossier)


def _persons_turn(dossier: Dossier) -> Banner:
    """What is asked, and what becomes of the date: it stops, or it runs on."""
    request = dossier.open_request()
    if request is None:
        return Banner("wait", _("Đang chờ ông/bà"), "", "", ())
    if request.kind == RequestKind.FEE:
        title = _("Đang chờ ông/bà: nộp tiền để làm tiếp")
        place = dossier.receiving.name
        lines = [_("Nộp tại quầy %(office)s. Số tiền ghi ở dưới.") % {"office": place}]
    else:
        count = request.items.count()
        title = ngettext("Đang chờ ông/bà: bổ sung %(n)s thứ", "Đang chờ ông/bà: bổ sung %(n)s thứ", count) % {
            "n": count
        }
        lines = []
    return Banner("wait", title, "", "", (*lines, *_stopped(dossier, request)))


def _stopped(dossier: Dossier, request: Request) -> list[str]:
    if request.before_acceptance:
        return [_("Cơ quan xem lại trong 8 giờ làm việc kể từ khi ông/bà gửi.")]
    if dossier.due_at is not None:
        return [_("Ngày hẹn vẫn là %(moment)s.") % {"moment": words.moment(dossier.due_at)}]
    if request.restarts:
        return [_("Thời hạn tính lại từ đầu kể từ khi ông/bà gửi.")]
    if request.days_left is None:
        return []
    left = ngettext(
        "Còn %(n)s ngày làm việc kể từ khi ông/bà gửi.",
        "Còn %(n)s ngày làm việc kể từ khi ông/bà gửi.",
        request.days_left,
    )
    return [left % {"n": request.days_left}]


def _over(turn: Turn, status: Status, dossier: Dossier) -> Banner:
    ended = words.day(dossier.ended_at) if dossier.ended_at else ""
    if turn.kind == TurnKind.DONE:
        given = words.moment(dossier.returned_at) if dossier.returned_at else ""
        return Banner("done", _("Đã có kết quả, đã trả lúc %(moment)s") % {"moment": given}, "", "", ())
    if status == Status.REFUSED:
        return Banner("end", _("Hồ sơ không được tiếp nhận ngày %(day)s") % {"day": ended}, "", "", ())
    return Banner("end", _("Hồ sơ đã dừng ngày %(day)s") % {"day": ended}, "", "", ())


def _office_turn(turn: Turn, status: Status, days_left: int | None, at: datetime) -> Banner:
    if status == Status.FINISHED:
        sending = _("Đang chờ cơ quan: %(office)s gửi kết quả qua bưu chính") % {"office": turn.office}
        return Banner("work", sending, "", "", ())
    doing = {
        Status.FILED: _("đang xem giấy tờ có đủ không"),
        Status.ACCEPTED: _("giấy tờ đủ, sắp xử lý"),
        Status.PROCESSING: _("đang xử lý"),
        Status.WITHDRAWING: _("ông/bà đã xin rút, cơ quan đang trả lời"),
    }.get(status, "")
    lines = (words.begin(doing) + ".",) if doing else ()
    if turn.due_at is None:
        return Banner("work", _("Đang chờ cơ quan: %(office)s") % {"office": turn.office}, "", "", lines)
    title = _("Đang chờ cơ quan: %(office)s, hạn") % {"office": turn.office}
    return Banner("work", title, words.moment(turn.due_at), _left(turn.due_at, days_left, at), lines)


def _left(due_at: datetime, days_left: int | None, at: datetime) -> str:
    if at > due_at:
        late = -(days_left or 0)
        said = ngettext("Trễ %(n)s ngày làm việc.", "Trễ %(n)s ngày làm việc.", late) % {"n": late} if late else ""
        return f"{said} {_('Đã quá hạn. Xin lỗi ông/bà; gọi số ở cuối trang để hỏi.')}".strip()
    if not days_left:
        return _("hạn hôm nay, %(time)s") % {"time": words.clock(due_at)} if _today(due_at, at) else ""
    return ngettext("còn %(days)s ngày làm việc", "còn %(days)s ngày làm việc", days_left) % {"days": days_left}


def late(dossier: Dossier, days_left: int | None, at: datetime) -> str:
    """“Trễ hẹn 2 ngày” beside the status; empty where nothing is late or it ended."""
    if dossier.ended_at is not None or not dossier.is_late(at):
        return ""
    days = -(days_left or 0)
    return ngettext("Trễ hẹn %(n)s ngày", "Trễ hẹn %(n)s ngày", days) % {"n": days} if days > 0 else _("Trễ hẹn")


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
    return [_told(event, page) for event in saying.folded(page.events)]


def _told(event: Event, page: CitizenPage) -> dict[str, Any]:
    papers = []
    if event.action == "file":
        papers.append((_("Biên nhận nộp hồ sơ"), reverse("portal:receipt", args=[page.dossier.code])))
    if event.action in COMPLAINED_OF:
        papers.append((_("Đơn khiếu nại để in"), reverse("portal:complaint", args=[page.dossier.code])))
    return {
        "what": _filed_how(page.dossier) if event.action == "file" else saying.what(event),
        "words": saying.lines(event),
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
