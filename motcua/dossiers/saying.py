"""What happened to a dossier, in words: the same for the person, the officers and the public."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from motcua.common import words
from motcua.documents.kinds import KINDS

from .lifecycle import Action
from .queries import Event
from .states import Delivery

HAPPENED = {
    Action.FILE: gettext_lazy("Nộp hồ sơ"),
    Action.REDIRECT: gettext_lazy("Chuyển đến cơ quan khác"),
    Action.ASK_FEE_FIRST: gettext_lazy("Yêu cầu nộp tiền trước khi tiếp nhận"),
    Action.SETTLE_FIRST: gettext_lazy("Đã nộp đủ tiền, bắt đầu xem hồ sơ"),
    Action.ASK_SUPPLEMENT_FIRST: gettext_lazy("Yêu cầu bổ sung trước khi tiếp nhận"),
    Action.SUPPLEMENT_FIRST: gettext_lazy("Đã gửi bổ sung, xem lại từ đầu"),
    Action.RECALL_REQUEST_FIRST: gettext_lazy("Thu hồi yêu cầu"),
    Action.ACCEPT: gettext_lazy("Được tiếp nhận"),
    Action.REFUSE: gettext_lazy("Không được tiếp nhận"),
    Action.BEGIN: pgettext_lazy("history", "Bắt đầu xử lý"),
    Action.HAND_OVER: gettext_lazy("Chuyển bước tiếp theo"),
    Action.TAKE_BACK: gettext_lazy("Thu hồi việc vừa chuyển"),
    Action.SEND_BACK: gettext_lazy("Trả lại để xem lại"),
    Action.ASK_SUPPLEMENT: gettext_lazy("Yêu cầu bổ sung giấy tờ"),
    Action.SUPPLEMENT: gettext_lazy("Đã gửi bổ sung, xử lý tiếp"),
    Action.ASK_FEE: gettext_lazy("Yêu cầu nộp tiền"),
    Action.SETTLE: gettext_lazy("Đã nộp đủ tiền, xử lý tiếp"),
    Action.RECALL_REQUEST: gettext_lazy("Thu hồi yêu cầu"),
    Action.EXTEND: gettext_lazy("Gia hạn một lần"),
    Action.APOLOGISE: gettext_lazy("Xin lỗi vì trễ hẹn"),
    Action.WITHDRAW: gettext_lazy("Xin rút hồ sơ"),
    Action.AGREE_WITHDRAWAL: gettext_lazy("Đồng ý cho rút hồ sơ"),
    Action.DECLINE_WITHDRAWAL: gettext_lazy("Không đồng ý cho rút hồ sơ"),
    Action.STOP_UNANSWERED: gettext_lazy("Dừng vì quá hạn bổ sung"),
    Action.STOP: gettext_lazy("Dừng xử lý"),
    Action.FINISH: gettext_lazy("Đã có kết quả"),
    Action.FINISH_REFUSED: gettext_lazy("Từ chối giải quyết"),
    Action.RETURN_RESULT: gettext_lazy("Đã trả kết quả"),
    Action.UNDO_ACCEPT: gettext_lazy("Sửa sai: hủy việc tiếp nhận, xem lại"),
    Action.UNDO_REFUSE: gettext_lazy("Sửa sai: hủy việc từ chối, xem lại"),
    Action.REOPEN_FIRST: gettext_lazy("Sửa sai: mở lại hồ sơ đã dừng"),
    Action.REOPEN: gettext_lazy("Sửa sai: mở lại hồ sơ đã dừng"),
    Action.UNDO_FINISH: gettext_lazy("Sửa sai: làm lại kết quả"),
    Action.UNDO_RETURN: gettext_lazy("Sửa sai: kết quả chưa được trả"),
    Action.REPLACE_RESULT: gettext_lazy("Thay kết quả đã trả"),
    "payment_recorded": gettext_lazy("Đã thu tiền"),
    "fee_waived": gettext_lazy("Được miễn tiền"),
    "fee_stated": gettext_lazy("Ghi số tiền phải nộp"),
    "agency_asked": gettext_lazy("Hỏi ý kiến cơ quan khác"),
    "agency_answered": gettext_lazy("Cơ quan khác đã trả lời"),
    "paper_issued": gettext_lazy("Cơ quan phát hành giấy"),
    "paper_revoked": gettext_lazy("Cơ quan thu hồi giấy"),
    "paper_signed_by_hand": gettext_lazy("Giấy được ký tay"),
    "draft_shown": gettext_lazy("Gửi bản nháp kết quả cho người nộp xem"),
    "draft_answered": gettext_lazy("Người nộp trả lời về bản nháp"),
    "draft_kept": gettext_lazy("Cơ quan giữ nguyên bản nháp"),
    "paper_replaced": gettext_lazy("Cơ quan phát hành lại giấy"),
    "due_moved": gettext_lazy("Ngày hẹn đổi vì lịch nghỉ đổi"),
}


def folded(events: Iterable[Event]) -> list[Event]:
    """Papers issued one after the other within a minute, told as one line that names them; newest first, as it came.

    The lines of the chain stay as they are; `also` holds the facts of those that were folded into this one.
    """
    told: list[Event] = []
    for event in events:
        if told and _issued_together(told[-1], event):
            told[-1] = replace(event, facts={**event.facts, "also": [told[-1].facts, *told[-1].facts.get("also", ())]})
        else:
            told.append(event)
    return told


def _issued_together(later: Event, earlier: Event) -> bool:
    minutes = {event.at.replace(second=0, microsecond=0) for event in (later, earlier)}
    return later.action == earlier.action == "paper_issued" and len(minutes) == 1


def what(event: Event) -> str:
    """The title of a line."""
    if count := len(event.facts.get("also", ())):
        n = count + 1
        return ngettext("Cơ quan phát hành %(n)s giấy", "Cơ quan phát hành %(n)s giấy", n) % {"n": n}
    return str(HAPPENED.get(event.action, event.action))


def paper_named(facts: dict[str, Any]) -> str:
    """“Biên nhận nộp hồ sơ”, “Giấy tiếp nhận … số 12/TNHT”."""
    name = KINDS[facts["kind"]].name
    return _("%(paper)s số %(number)s") % {"paper": name, "number": facts["number"]} if facts["number"] else name


def lines(event: Event) -> list[str]:
    """What else a line says; erased words are told as erased."""
    if event.erased:
        return [_("Đã xóa theo thời hạn lưu")]
    return [line for line in (*_worded(event.words or {}), *_facts(event)) if line]


def _worded(said: dict[str, str]) -> list[str]:
    return [said[key] if form is None else form(said[key]) for key, form in WORDED.items() if said.get(key)]


WORDED: dict[str, Callable[[str], str] | None] = {
    "marks": lambda value: _("Chưa đúng: %(what)s") % {"what": value},
    "reason": None,
    "ground": lambda value: _("Căn cứ: %(ground)s") % {"ground": value},
    "note": None,
    "transition": lambda value: _("Làm tiếp theo quy định lúc nộp, căn cứ: %(ground)s") % {"ground": value},
    "signer": lambda value: _("Người ký: %(name)s") % {"name": value},
    "whom": lambda value: _("Hỏi: %(agency)s") % {"agency": value},
    "give_back": lambda value: _("Trả lại: %(what)s") % {"what": value},
    "collector": lambda value: _("Người nhận: %(name)s") % {"name": value},
    "post_number": lambda value: _("Số hiệu bưu gửi: %(number)s") % {"number": value},
    "receipt_number": lambda value: _("Biên lai số %(number)s") % {"number": value},
}


def moment_of(facts: dict[str, Any], name: str) -> datetime | None:
    """A moment among the facts."""
    return datetime.fromisoformat(facts[name]) if facts.get(name) else None


def _facts(event: Event) -> list[str]:
    facts, told = event.facts, []
    if event.action == "paper_replaced":
        told.append(_("Thay cho %(paper)s") % {"paper": paper_named(facts)})
    if event.action in {"paper_issued", "paper_revoked", "paper_signed_by_hand"}:
        told.append("; ".join(paper_named(one) for one in (facts, *facts.get("also", ()))))
    if event.action == "draft_answered" and (facts["right"] or not (event.words or {}).get("marks")):
        told.append(_("Đúng") if facts["right"] else _("Chưa đúng"))
    if event.action == Action.FILE and facts.get("files"):
        count = facts["files"]
        told.append(ngettext("%(n)s tệp, đã nhận đủ", "%(n)s tệp, đã nhận đủ", count) % {"n": count})
    if facts.get("amount") is not None:
        told.append(words.money(facts["amount"]))
    told += [*_dates(event), *_spans(facts)]
    if event.action == Action.RETURN_RESULT and facts.get("delivery") == Delivery.ONLINE:
        told.append(_("Kết quả nằm ở trang hồ sơ, tải về lúc nào cũng được"))
    return told


def _dates(event: Event) -> list[str]:
    facts, told = event.facts, []
    before, due = moment_of(facts, "due_before") or moment_of(facts, "due_at_before"), moment_of(facts, "due_at")
    if before and before != due:
        told.append(_("Ngày hẹn cũ: %(moment)s") % {"moment": words.moment(before)})
    if due and event.action not in NO_NEW_DATE:
        told.append(_("Hẹn có kết quả chậm nhất %(moment)s") % {"moment": words.moment(due)})
    if facts.get("days_left") is not None and not due:
        told.append(
            ngettext(
                "Ngày hẹn tạm dừng, còn %(n)s ngày làm việc",
                "Ngày hẹn tạm dừng, còn %(n)s ngày làm việc",
                facts["days_left"],
            )
            % {"n": facts["days_left"]}
        )
    accept_by = moment_of(facts, "accept_by")
    if accept_by and event.action in NEW_PROMISE:
        told.append(_("Tiếp nhận chậm nhất %(moment)s") % {"moment": words.moment(accept_by)})
    if facts.get("expected_on"):
        expected = date.fromisoformat(facts["expected_on"])
        told.append(_("Dự kiến có kết quả %(day)s") % {"day": words.day(expected)})
    return told


NO_NEW_DATE = frozenset({Action.FINISH, Action.FINISH_REFUSED, Action.STOP, Action.APOLOGISE, Action.AGREE_WITHDRAWAL})
NEW_PROMISE = frozenset({Action.REDIRECT, Action.SETTLE_FIRST, Action.SUPPLEMENT_FIRST, Action.UNDO_ACCEPT})


def _spans(facts: dict[str, Any]) -> list[str]:
    """A line of the control slip (06): how long the stage held it, of how much."""
    held, budget = facts.get("held_minutes"), facts.get("budget_minutes")
    if held is None or budget is None:
        return []
    span = {"held": in_hours(held), "budget": in_hours(budget)}
    if held > budget:
        return [_("Bước này giữ %(held)s, quá mức %(budget)s") % span]
    return [_("Bước này giữ %(held)s trong %(budget)s") % span]


def in_hours(minutes: int) -> str:
    """“3 giờ 20 phút” of working time."""
    hours, rest = divmod(max(minutes, 0), 60)
    if not hours:
        return _("%(n)s phút") % {"n": rest}
    if not rest:
        return _("%(n)s giờ") % {"n": hours}
    return _("%(hours)s giờ %(minutes)s phút") % {"hours": hours, "minutes": rest}
