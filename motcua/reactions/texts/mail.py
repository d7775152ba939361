"""E-mail: what happened first, then what to do; the code stands last in the subject."""

from collections.abc import Callable

from motcua.common import words
from motcua.documents.kinds import KINDS
from motcua.dossiers.queries import Told
from motcua.dossiers.states import Delivery

from .wording import complaint, day, draft_link, fact, grounds

Written = tuple[str, str]
NOTHING_TO_DO = "Ông/bà chưa phải làm gì."


def _filed(told: Told) -> Written:
    subject = f"Đã nộp hồ sơ {told.procedure}"
    if told.dossier.procedure.rules.fee_first and told.owed:
        said = f"Đã nhận được hồ sơ. Nộp {words.money(told.owed)} trước; cơ quan xem hồ sơ kể từ khi đã nộp đủ."
        return subject, said
    by, result = fact(told, "accept_by"), fact(told, "promised_at")
    promise = f"tiếp nhận chậm nhất {words.moment(by)}" if by else ""
    if result:
        promise += f", có kết quả chậm nhất {words.moment(result)}"
    return subject, f"Đã nhận được hồ sơ. Nếu hồ sơ hợp lệ: {promise}. {NOTHING_TO_DO}"


def _accepted(told: Told) -> Written:
    due = fact(told, "due_at")
    if due is None:
        return "Hồ sơ được tiếp nhận", "Hồ sơ đủ giấy tờ và được tiếp nhận. Thủ tục này không hẹn ngày trả."
    return (
        f"Hồ sơ được tiếp nhận, có kết quả chậm nhất {day(due)}",
        f"Hồ sơ đủ giấy tờ và được tiếp nhận. Có kết quả chậm nhất {words.moment(due)}. {NOTHING_TO_DO}",
    )


def _refused(told: Told) -> Written:
    said = f"Chưa tiếp nhận: {grounds(told)}\nÔng/bà sửa theo lý do trên rồi bấm “Nộp lại”.\n{complaint(told)}"
    return "Không tiếp nhận hồ sơ, xem lý do", said


def _supplement(told: Told) -> Written:
    count = told.facts.get("items", 0)
    items = "\n".join(
        f"{item.position}. {item.subject}: {item.reason}" + (f" (căn cứ: {item.ground})" if item.ground else "")
        for item in told.items
    )
    return f"Cần ông/bà bổ sung {count} giấy tờ", f"Gửi đủ một lần những thứ sau:\n{items}\n{_dates(told)}"


def _dates(told: Told) -> str:
    """The old date, and how the term goes on: as the page and slip 02 say."""
    request = told.request
    if request is None:
        return ""
    if request.before_acceptance:
        return "Cơ quan xem lại trong 8 giờ làm việc kể từ khi ông/bà gửi."
    before = f"Ngày hẹn cũ: {words.moment(request.due_before)}. " if request.due_before else ""
    if request.restarts:
        return f"{before}Thời hạn tính lại từ đầu kể từ khi ông/bà gửi."
    if request.days_left is None:
        return before.strip()
    return f"{before}Ngày hẹn tạm dừng, còn {request.days_left} ngày làm việc kể từ khi ông/bà gửi."


def _fee(told: Told) -> Written:
    amount = words.money(told.owed) if told.owed else "tiền theo văn bản, hỏi quầy trước khi nộp"
    said = f"Cần nộp {amount} tại quầy {told.dossier.receiving.name} để làm tiếp.\n{grounds(told)}"
    return "Cần ông/bà nộp tiền để làm tiếp", said.strip()


def _new_promise(told: Told) -> Written:
    by, result = fact(told, "accept_by"), fact(told, "promised_at")
    promise = f"tiếp nhận chậm nhất {words.moment(by)}" if by else ""
    if result:
        promise += f", có kết quả chậm nhất {words.moment(result)}"
    head = {
        "redirect": f"Hồ sơ được chuyển đến {told.dossier.resolving.name}, mã giữ nguyên.",
        "settle_first": "Đã nộp đủ tiền.",
        "supplement_first": "Đã nhận giấy tờ bổ sung.",
    }.get(told.word, "Lời hẹn tính lại.")
    return "Lời hẹn mới của hồ sơ", f"{head} Nếu hồ sơ hợp lệ: {promise}. {NOTHING_TO_DO}\n{grounds(told)}".strip()


def _goes_on(told: Told) -> Written:
    due = fact(told, "due_at")
    promise = f"Có kết quả chậm nhất {words.moment(due)}." if due else "Thủ tục này không hẹn ngày trả."
    head = "Đã nhận giấy tờ bổ sung" if told.word == "supplement" else "Đã nộp đủ tiền"
    return "Hồ sơ được làm tiếp", f"{head}, hồ sơ được làm tiếp. {promise} {NOTHING_TO_DO}"


def _recalled(told: Told) -> Written:
    due = fact(told, "due_at")
    promise = f" Có kết quả chậm nhất {words.moment(due)}, như chưa từng dừng." if due else ""
    return "Cơ quan thu hồi yêu cầu", f"Không cần gửi thêm gì nữa.{promise} {NOTHING_TO_DO}"


def _extended(told: Told) -> Written:
    due, before = fact(told, "due_at"), fact(told, "due_before")
    old = f"Ngày hẹn {words.moment(before)} " if before else "Ngày hẹn "
    new = words.moment(due) if due else ""
    return "Hồ sơ được gia hạn một lần", f"{old}đổi thành {new}. Lý do: {grounds(told)}"


def _late(told: Told) -> Written:
    due = fact(told, "due_at")
    shown = "/".join(reversed(told.facts.get("expected_on", "").split("-")))
    said = (
        f"{told.dossier.resolving.name} xin lỗi ông/bà: hồ sơ trễ hẹn {day(due) if due else ''}, dự kiến xong {shown}. "
        f"Lý do: {grounds(told)}\n{complaint(told)}"
    )
    return "Xin lỗi, hồ sơ trễ hẹn", said


def _withdrawing(told: Told) -> Written | None:
    by = told.dossier.withdrawal_by
    if by is None:
        return None
    return "Đã nhận yêu cầu rút hồ sơ", f"Cơ quan trả lời chậm nhất {words.moment(by)}; quá lúc đó thì hồ sơ được rút."


def _withdrawn(told: Told) -> Written:
    back = told.words.get("give_back", "")
    return "Hồ sơ đã được rút", f"Hồ sơ dừng ngày {day(told.at)}. Trả lại ông/bà: {back}."


def _not_withdrawn(told: Told) -> Written:
    return "Hồ sơ không được rút, xem lý do", f"Hồ sơ được làm tiếp. {grounds(told)}\n{complaint(told)}"


def _stopped(told: Told) -> Written:
    reason = grounds(told) or "Quá thời hạn bổ sung mà thủ tục ghi."
    back = told.words.get("give_back", "")
    returned = f"\nTrả lại ông/bà: {back}." if back else ""
    return "Hồ sơ dừng xử lý, xem lý do", f"Hồ sơ dừng ngày {day(told.at)}. {reason}{returned}\n{complaint(told)}"


def _result(told: Told) -> Written:
    act = {
        Delivery.ONLINE: "Ông/bà xem và tải kết quả ở Hồ sơ của tôi.",
        Delivery.POST: "Kết quả sẽ được gửi qua bưu chính đến địa chỉ ông/bà đã ghi.",
    }.get(Delivery(told.dossier.delivery), "Mời ông/bà đến quầy nhận, mang theo căn cước.")
    return "Có kết quả", f"Hồ sơ đã có kết quả ngày {day(told.at)}. {act}"


def _answered_no(told: Told) -> Written:
    return "Từ chối giải quyết hồ sơ, xem lý do", f"Hồ sơ bị từ chối giải quyết. {grounds(told)}\n{complaint(told)}"


def _corrected(told: Told) -> Written:
    said = f"Cơ quan đã làm sai một bước và sửa lại: {grounds(told)}"
    return "Hồ sơ được sửa sai", f"{said}\nHồ sơ được làm tiếp; thời gian sai tính vào hạn của cơ quan."


def _replaced(told: Told) -> Written:
    return "Kết quả được thay", f"Kết quả đã trả có sai sót và được thay: {grounds(told)}\nBản cũ không còn giá trị."


def _paper(told: Told) -> str:
    """The paper that a line is about, as its holder calls it."""
    number = told.facts.get("number")
    return KINDS[told.facts["kind"]].name + (f" số {number}" if number else "")


def _paper_revoked(told: Told) -> Written:
    said = f"Cơ quan thu hồi {_paper(told)}: giấy này không còn giá trị.\nLý do: {grounds(told)}"
    return "Cơ quan thu hồi một giấy, xem lý do", said


def _paper_replaced(told: Told) -> Written:
    said = f"Cơ quan phát hành lại {_paper(told)}. Khi có giấy mới thì giấy cũ không dùng được nữa."
    return "Cơ quan phát hành lại một giấy", f"{said}\nLý do: {grounds(told)}"


def _moved(told: Told) -> Written:
    due, before = fact(told, "due_at"), fact(told, "due_at_before")
    if not (due and before):
        return _new_promise(told)
    said = f"Lịch nghỉ vừa đổi, nên ngày hẹn {words.moment(before)} đổi thành {words.moment(due)}."
    return "Ngày hẹn đổi vì lịch nghỉ đổi", f"{said} {NOTHING_TO_DO}"


def _paid(told: Told) -> Written:
    number = told.words.get("receipt_number", "")
    return "Đã thu tiền", f"Đã thu {words.money(told.facts.get('amount', 0))}, biên lai số {number}."


def _waived(told: Told) -> Written:
    return "Được miễn tiền", f"Ông/bà được miễn tiền. {grounds(told)}"


def _remind_supplement(told: Told) -> Written:
    items = "\n".join(f"{item.position}. {item.subject}: {item.reason}" for item in told.items)
    return "Nhắc: còn chờ ông/bà bổ sung giấy tờ", f"Cơ quan còn chờ:\n{items}\n{_dates(told)}"


def _draft_shown(told: Told) -> Written:
    by = fact(told, "answer_by")
    said = (
        f"Xem bản nháp kết quả rồi trả lời “Đúng” hoặc đánh dấu chỗ sai: {draft_link(told)}\n"
        f"Không trả lời trước {words.moment(by) if by else ''} thì cơ quan làm tiếp như bản nháp. "
        "Ai có địa chỉ này đều xem được, đừng chuyển cho người khác."
    )
    return "Xem bản nháp kết quả", said


def _draft_kept(told: Told) -> Written:
    return "Bản nháp kết quả được giữ nguyên", f"Cơ quan giữ nguyên bản nháp. {grounds(told)}"


def _remind_result(told: Told) -> Written:
    return (
        "Nhắc: có kết quả chưa nhận",
        f"Kết quả chờ ở {told.dossier.receiving.name}. Mời ông/bà đến nhận, mang căn cước.",
    )


def _draft_expires(told: Told) -> Written:
    shown = "/".join(reversed(told.facts.get("gone_on", "").split("-")))
    return "Bản nháp sắp bị xóa", f"Bản nháp không sửa từ lâu sẽ bị xóa ngày {shown}. Mở bản nháp rồi bấm lưu để giữ."


MAIL: dict[str, Callable[[Told], Written | None]] = {
    "file": _filed,
    "redirect": _new_promise,
    "ask_fee_first": _fee,
    "settle_first": _new_promise,
    "ask_supplement_first": _supplement,
    "supplement_first": _new_promise,
    "recall_request_first": _recalled,
    "accept": _accepted,
    "refuse": _refused,
    "ask_supplement": _supplement,
    "supplement": _goes_on,
    "ask_fee": _fee,
    "settle": _goes_on,
    "recall_request": _recalled,
    "extend": _extended,
    "apologise": _late,
    "withdraw": _withdrawing,
    "agree_withdrawal": _withdrawn,
    "decline_withdrawal": _not_withdrawn,
    "stop_unanswered": _stopped,
    "stop": _stopped,
    "finish": _result,
    "finish_refused": _answered_no,
    "undo_accept": _corrected,
    "undo_refuse": _corrected,
    "reopen_first": _corrected,
    "reopen": _corrected,
    "undo_finish": _corrected,
    "undo_return": _corrected,
    "replace_result": _replaced,
    "payment_recorded": _paid,
    "fee_waived": _waived,
    "draft_shown": _draft_shown,
    "draft_kept": _draft_kept,
    "paper_revoked": _paper_revoked,
    "paper_replaced": _paper_replaced,
    "due_moved": _moved,
    "supplement_reminder": _remind_supplement,
    "result_uncollected": _remind_result,
    "draft_expires": _draft_expires,
}
