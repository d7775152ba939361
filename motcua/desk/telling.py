"""The desk's words: what is left of the time, which work comes next, and what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua import deadlines
from motcua.common import words
from motcua.dossiers import promises, saying
from motcua.dossiers.actions.ending import to_give_back
from motcua.dossiers.lifecycle import Action
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import Event, Queue, Row
from motcua.dossiers.states import Status

DAY = 8 * 60
"""Working minutes up to which the time left is told in hours."""

QUEUES = {
    "tat-ca": (Queue.ALL, gettext_lazy("Tất cả")),
    "can-tiep-nhan": (Queue.TO_ACCEPT, gettext_lazy("Cần tiếp nhận")),
    "sap-den-han": (Queue.DUE_SOON, gettext_lazy("Sắp đến hạn")),
    "tre-han": (Queue.LATE, gettext_lazy("Trễ hạn")),
    "vua-tra-loi": (Queue.ANSWERED, gettext_lazy("Vừa có trả lời")),
    "can-xu-ly": (Queue.TO_WORK, gettext_lazy("Cần xử lý")),
    "cho-duyet": (Queue.TO_APPROVE, gettext_lazy("Chờ duyệt")),
    "cho-cong-dan": (Queue.WAITING, gettext_lazy("Chờ công dân")),
    "xin-rut": (Queue.WITHDRAWALS, gettext_lazy("Xin rút")),
    "cho-tra": (Queue.TO_RETURN, gettext_lazy("Chờ trả")),
}
"""The word of the address, the queue, the word on the tile; in the order of the tiles."""

CHANNELS = {
    "online": gettext_lazy("Trên mạng"),
    "counter": gettext_lazy("Tại quầy"),
    "post": gettext_lazy("Bưu chính"),
}

NEXT = {
    Action.ACCEPT: gettext_lazy("Tiếp nhận"),
    Action.BEGIN: gettext_lazy("Bắt đầu"),
    Action.AGREE_WITHDRAWAL: gettext_lazy("Trả lời xin rút"),
    Action.RETURN_RESULT: gettext_lazy("Trả kết quả"),
}
IN_WORK = {"handler": gettext_lazy("Xử lý"), "approver": gettext_lazy("Duyệt"), "chair": gettext_lazy("Duyệt")}


@dataclass(frozen=True)
class Left:
    """The time left in words, a second line, and a tone: late, soon or none."""

    words: str
    second: str
    tone: str = ""


def left(until: datetime, at: datetime, calendar: deadlines.Calendar) -> Left:
    """Hours up to one working day, days beyond; late as soon as the moment has passed."""
    minutes = deadlines.minutes_left(at, until, calendar)
    today = timezone.localdate(at) == timezone.localdate(until)
    days = deadlines.working_days_left(at, until, calendar)
    span = _hours(abs(minutes)) if abs(minutes) <= DAY else _days(max(abs(days), 1))
    if at > until:
        late = _("trễ %(span)s") % {"span": span} if minutes else _("vừa trễ")
        return Left(late, _deadline(until, at, clock=True), "late")
    return Left(span, _deadline(until, at, clock=today or minutes <= DAY), "soon" if today else "")


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return _("dưới 1 phút")
    if not hours:
        return ngettext("%(n)s phút", "%(n)s phút", rest) % {"n": rest}
    if not rest:
        return ngettext("%(n)s giờ", "%(n)s giờ", hours) % {"n": hours}
    return _("%(hours)s giờ %(minutes)s phút") % {"hours": hours, "minutes": rest}


def _days(days: int) -> str:
    return ngettext("%(n)s ngày", "%(n)s ngày", days) % {"n": days}


def _deadline(until: datetime, at: datetime, *, clock: bool) -> str:
    if timezone.localdate(at) == timezone.localdate(until):
        return _("hạn %(time)s hôm nay") % {"time": words.clock(until)}
    short = timezone.localdate(at).year == timezone.localdate(until).year
    day = words.moment(until, short) if clock else words.day(until, short)
    return _("hạn %(day)s") % {"day": day}


def left_of(row: Row, at: datetime) -> Left:
    """The first column: the clock that runs, or why none does."""
    if row.until is not None:
        return left(row.until, at, row.calendar)
    ended = words.day(row.ended_at, short=True) if row.ended_at else ""
    match row.status:
        case Status.FINISHED:
            return Left(_("chờ trả"), _("xong %(day)s") % {"day": ended})
        case Status.ACCEPTED | Status.PROCESSING:
            return Left(_("không hẹn ngày"), "")
        case Status.SUPPLEMENT | Status.PAYMENT | Status.WITHDRAWING:
            return Left(_("tạm dừng"), "")
    return Left(_("đã xong"), ended)


def next_of(row: Row) -> str:
    """The last column: what the officer does next."""
    if row.action is None:
        return _("Xem")
    return str(IN_WORK.get(row.stage_role) or NEXT.get(row.action) or _("Xem"))


@dataclass(frozen=True)
class Line:
    """A row as the list shows it."""

    row: Row
    code: str
    left: Left
    channel: str
    next: str


def lines(rows: Iterable[Row], at: datetime) -> list[Line]:
    """Rows in words. Codes lose their agency's part where the list is of one agency alone."""
    rows = tuple(rows)
    one_agency = len({row.resolving for row in rows}) == 1
    return [
        Line(
            row=row,
            code="-".join(row.code.rsplit("-", 2)[1:]) if one_agency else row.code,
            left=left_of(row, at),
            channel=str(CHANNELS[row.channel]),
            next=next_of(row),
        )
        for row in rows
    ]


def happened(events: Iterable[Event]) -> list[dict[str, object]]:
    """The history for the timeline component, newest first as it comes."""
    return [
        {
            "what": _what(event),
            "words": saying.lines(event),
            "when": words.begin(words.moment(event.at)),
            "who": ", ".join(part for part in (event.by, event.office) if part),
        }
        for event in saying.folded(events)
    ]


def _what(event: Event) -> str:
    if event.action == Action.FILE:
        return {
            "online": _("Nộp trên mạng"),
            "counter": _("Nộp tại quầy"),
            "post": _("Nộp qua bưu chính"),
        }[event.facts["channel"]]
    return saying.what(event)


def before_the_press(shows: str, dossier: Dossier, at: datetime) -> list[tuple[str, str]]:
    """What the officer sees before agreeing: the dates that are at stake, or what goes back to the person."""
    if shows == "giving_back":
        return [(_("Trả lại"), to_give_back(dossier))]
    if shows == "dates" and dossier.due_at is not None:
        calendar = promises.resolving_calendar(dossier, at)
        return [(_("Ngày hẹn"), words.moment(dossier.due_at)), (_("Còn lại"), left(dossier.due_at, at, calendar).words)]
    return []
