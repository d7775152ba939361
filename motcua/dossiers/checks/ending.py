"""Delays, ends, returns and reversals."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua import deadlines
from motcua.agencies.queries import calendar_of

from ..signed import waits_for_signature
from ..states import Delivery, Status
from .act import Act

if TYPE_CHECKING:
    from ..models import Dossier

SHORT_TERM_MINUTES = 16 * 60
"""Two working days of eight hours: a shorter term may be extended at any time before its end."""
MOST_EXTENSION = 30  # working days; design


def once(dossier: "Dossier", _act: Act) -> list[str]:
    """One extension per dossier, whatever restarts."""
    return [] if dossier.extension_days is None else [_("Hồ sơ đã được gia hạn một lần")]


def in_time(dossier: "Dossier", act: Act) -> list[str]:
    """Before the due moment; at the latest the working day before, unless the term is under two working days."""
    if dossier.due_at is None:
        return [_("Hồ sơ không có ngày hẹn để gia hạn")]
    if act.at >= dossier.due_at:
        return [_("Đã quá ngày hẹn: chỉ còn xin lỗi, không gia hạn được")]
    calendar = calendar_of(dossier.resolving, timezone.localdate(act.at))
    start = dossier.term_from or act.at
    short = deadlines.minutes_left(start, dossier.due_at, calendar) < SHORT_TERM_MINUTES
    if short or deadlines.working_days_left(act.at, dossier.due_at, calendar) >= 1:
        return []
    return [_("Chỉ gia hạn được chậm nhất một ngày làm việc trước ngày hẹn")]


def days_stated(_dossier: "Dossier", act: Act) -> list[str]:
    """An extension says by how many working days."""
    days = act.given.get("days") or 0
    return [] if 1 <= days <= MOST_EXTENSION else [_("Ghi số ngày làm việc gia hạn, từ 1 đến 30")]


def overdue(dossier: "Dossier", act: Act) -> list[str]:
    """An apology is for a date that has passed."""
    return [] if dossier.is_late(act.at) else [_("Chưa quá ngày hẹn: gia hạn thay vì xin lỗi")]


def new_day_stated(_dossier: "Dossier", act: Act) -> list[str]:
    """An apology says when; the day is in the future."""
    day = act.given.get("expected_on")
    if day is not None and day > timezone.localdate(act.at):
        return []
    return [_("Ghi ngày dự kiến có kết quả, sau hôm nay")]


def approver_after_a_request(dossier: "Dossier", act: Act) -> list[str]:
    """Refusing what waits for a supplement is for the head."""
    if dossier.status != Status.SUPPLEMENT or "approver" in act.roles:
        return []
    return [_("Hồ sơ đang chờ bổ sung: chỉ lãnh đạo từ chối được")]


def came_from_the_desk(dossier: "Dossier", act: Act) -> list[str]:
    """The program grants at once what was asked from 1, 5 or 6, else after 8 working hours; an officer at any time."""
    if act.by is not None:
        return []
    if dossier.last_move().source not in {Status.ACCEPTED, Status.PROCESSING}:
        return []
    if dossier.withdrawal_by is not None and act.at > dossier.withdrawal_by:
        return []
    return [_("Cơ quan còn trong 8 giờ làm việc để trả lời")]


def giving_back_listed(_dossier: "Dossier", act: Act) -> list[str]:
    """What goes back to the person is written down, also that there is nothing."""
    return [] if act.words.get("give_back") else [_("Ghi giấy tờ và tiền phải trả lại")]


def may_still_decline(dossier: "Dossier", act: Act) -> list[str]:
    """Only a withdrawal from 2 or 4, within 8 working hours, is declined."""
    if dossier.last_move().source not in {Status.ACCEPTED, Status.PROCESSING}:
        return [_("Rút trước khi tiếp nhận hoặc khi đang chờ người nộp thì không từ chối được")]
    if dossier.withdrawal_by is None or act.at > dossier.withdrawal_by:
        return [_("Đã quá 8 giờ làm việc: hồ sơ được rút")]
    return []


def rule_says_stop(dossier: "Dossier", act: Act) -> list[str]:
    """The version's rule for an unanswered request says stop, and its days have passed."""
    return _rule_says("stop", dossier, act)


def refused_by_rule(dossier: "Dossier", act: Act) -> list[str]:
    """From 5 only where the version's rule for an unanswered request says refuse."""
    return [] if dossier.status != Status.SUPPLEMENT else _rule_says("refuse", dossier, act)


def _rule_says(outcome: str, dossier: "Dossier", act: Act) -> list[str]:
    rules, request = dossier.procedure.rules, dossier.open_request()
    if rules.unanswered != outcome or rules.unanswered_days is None or request is None:
        return [_("Thủ tục không cho kết thúc hồ sơ vì chưa bổ sung")]
    calendar = calendar_of(dossier.resolving, timezone.localdate(act.at))
    ends = deadlines.due(request.asked_at, amount=rules.unanswered_days, unit="working_day", calendar=calendar).due_at
    if ends is not None and act.at > ends:
        return []
    return [_("Chưa hết thời hạn bổ sung mà thủ tục ghi")]


def collector_known(dossier: "Dossier", act: Act) -> list[str]:
    """At a counter the officer notes who collected and saw the card; by post the number of the consignment."""
    if dossier.delivery == Delivery.POST:
        return [] if act.words.get("post_number") else [_("Ghi số hiệu bưu gửi")]
    if dossier.delivery == Delivery.ONLINE:
        return []
    problems = []
    if not act.words.get("collector"):
        problems.append(_("Ghi họ tên người đến nhận"))
    if not act.words.get("collector_id"):
        problems.append(_("Ghi số giấy tờ của người đến nhận"))
    if not act.words.get("originals_seen"):
        problems.append(_("Xem bản chính giấy tờ của người đến nhận trước khi trao"))
    return problems


def answer_signed(dossier: "Dossier", _act: Act) -> list[str]:
    """Nothing is handed over unsigned: a drawn result, or slip 03 where that is the answer."""
    waiting = waits_for_signature(dossier)
    return [_("Chưa trao được kết quả: %(why)s") % {"why": waiting}] if waiting else []


def another_person(dossier: "Dossier", act: Act) -> list[str]:
    """Nobody reverses what they did themselves (lifecycle rule 11)."""
    if act.by is not None and dossier.last_move().actor_id != act.by.pk:
        return []
    return [_("Người đã làm bước này không tự đảo lại; người khác làm")]


def ended_before_acceptance(dossier: "Dossier", _act: Act) -> list[str]:
    """“reopen_first” is for what was never accepted."""
    return [_("Hồ sơ đã được tiếp nhận trước khi dừng")] if dossier.is_accepted else []


def ended_after_acceptance(dossier: "Dossier", _act: Act) -> list[str]:
    """“reopen” is for what was accepted."""
    return [] if dossier.is_accepted else [_("Hồ sơ chưa được tiếp nhận trước khi dừng")]


def nothing_left_the_house(dossier: "Dossier", act: Act) -> list[str]:
    """A result that somebody outside holds is not taken back: it is replaced."""
    result = getattr(dossier, "result", None)
    fetched = (
        result is not None
        and result.file_id is not None
        and dossier.looks.filter(kind="file_fetched", file_id=result.file_id, account__login=None).exists()
    )
    if fetched or (dossier.status == Status.RETURNED and dossier.delivery == Delivery.POST):
        return [_("Kết quả đã ra khỏi cơ quan: thay kết quả thay vì đảo lại")]
    if dossier.status == Status.RETURNED and not act.words.get("still_here"):
        return [_("Xác nhận kết quả còn ở cơ quan, chưa ai cầm")]
    return []


def new_result_given(_dossier: "Dossier", act: Act) -> list[str]:
    """A replacement is a result: number, date, and its file or why there is none; or values of a template."""
    prepared = act.given.get("prepared")
    if prepared is not None and prepared.template:
        return []
    if prepared is None or not prepared.number:
        return [_("Ghi số, ngày và tải tệp của kết quả mới")]
    if prepared.upload is None and not prepared.no_file_reason:
        return [_("Tải tệp kết quả lên, hoặc ghi vì sao không có tệp")]
    return []
