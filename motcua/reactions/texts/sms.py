"""SMS: GSM-7 without accents, at most 160 signs with the longest code, at most three variable parts, no names."""

from collections.abc import Callable

from motcua.dossiers.queries import Told
from motcua.dossiers.states import Delivery

from .wording import day, draft_link, fact, minute, phone, signed


def _filed(told: Told) -> str:
    if told.dossier.procedure.rules.fee_first and told.owed:
        return f"Mot Cua: da nhan ho so {told.dossier.code}. Nop tien truoc, xa xem ho so sau do. DT {phone(told)}"
    by = fact(told, "accept_by")
    moment = minute(by) if by else ""
    return (
        f"Mot Cua: da nhan ho so {told.dossier.code}. Neu hop le: tiep nhan cham nhat {moment}. "
        f"Chua phai lam gi. DT {phone(told)}"
    )


def _accepted(told: Told) -> str:
    due = fact(told, "due_at")
    promise = f"Co ket qua cham nhat {day(due)}" if due else "Khong hen ngay"
    return signed(told, f"duoc tiep nhan. {promise}. Chua phai lam gi.")


def _refused(told: Told) -> str:
    where = "Ho so cua toi" if told.dossier.channel == "online" else "quay"
    return (
        f"Mot Cua: khong tiep nhan ho so {told.dossier.code} ngay {day(told.at)}. Xem ly do va nop lai o {where}. "
        f"DT {phone(told)}"
    )


def _supplement(told: Told) -> str:
    items = told.facts.get("items", 0)
    return signed(told, f"can bo sung {items} giay to, {day(told.at)}. Gui o Ho so cua toi hoac tai quay.")


def _money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _fee(told: Told) -> str:
    if told.line is not None and told.line.actor_id is None:
        return ""  # asked in the filing's own transaction: the message of the filing says it
    if not told.owed:
        return signed(told, f"can nop tien, {day(told.at)}. Xem so tien o Ho so cua toi. Nop tai quay.")
    return signed(told, f"can nop {_money(told.owed)} d, {day(told.at)}. Nop tai quay.")


def _new_promise(told: Told) -> str:
    by = fact(told, "accept_by")
    return signed(told, f"dang duoc xem. Neu hop le: tiep nhan cham nhat {minute(by) if by else ''}.")


def _goes_on(told: Told) -> str:
    due = fact(told, "due_at")
    promise = f"Co ket qua cham nhat {day(due)}" if due else "Khong hen ngay"
    return signed(told, f"duoc lam tiep. {promise}. Chua phai lam gi.")


def _recalled(told: Told) -> str:
    return signed(told, f"khong can bo sung nua, {day(told.at)}. Chua phai lam gi.")


def _extended(told: Told) -> str:
    due, before = fact(told, "due_at"), fact(told, "due_before")
    return signed(told, f"gia han: hen {day(before) if before else ''} doi thanh {day(due) if due else ''}.")


def _late(told: Told) -> str:
    due, expected = fact(told, "due_at"), told.facts.get("expected_on", "")
    shown = "/".join(reversed(expected.split("-")))
    return (
        f"Mot Cua xin loi: ho so {told.dossier.code} tre hen {day(due) if due else ''}, du kien xong {shown}. "
        f"Hoi: DT {phone(told)}"
    )


def _withdrawing(told: Told) -> str:
    by = told.dossier.withdrawal_by
    return signed(told, f"da xin rut. Tra loi cham nhat {minute(by)}.") if by else ""


def _stopped(told: Told) -> str:
    return signed(told, f"dung xu ly ngay {day(told.at)}. Xem ly do o Ho so cua toi hoac tai quay.")


def _withdrawn(told: Told) -> str:
    return signed(told, f"da duoc rut ngay {day(told.at)}. Giay to da nop duoc tra lai tai quay.")


def _not_withdrawn(told: Told) -> str:
    return signed(told, f"khong duoc rut, duoc lam tiep, {day(told.at)}. Xem ly do o Ho so cua toi.")


def _result(told: Told) -> str:
    act = {
        Delivery.ONLINE: "Xem o Ho so cua toi",
        Delivery.POST: "Se gui qua buu chinh",
    }.get(Delivery(told.dossier.delivery), "Moi ong/ba den quay nhan, mang can cuoc")
    return f"Mot Cua: ho so {told.dossier.code} da co ket qua {day(told.at)}. {act}. DT {phone(told)}"


def _answered_no(told: Told) -> str:
    return signed(told, f"bi tu choi giai quyet ngay {day(told.at)}. Xem ly do o Ho so cua toi hoac quay.")


def _corrected(told: Told) -> str:
    return signed(told, f"duoc sua sai ngay {day(told.at)}, lam tiep. Xem o Ho so cua toi.")


def _replaced(told: Told) -> str:
    return signed(told, f"co ket qua moi thay ket qua cu, {day(told.at)}. Xem o Ho so cua toi hoac quay.")


def _paper_revoked(told: Told) -> str:
    return signed(told, f"co giay bi thu hoi, {day(told.at)}. Xem ly do o Ho so cua toi hoac tai quay.")


def _paper_replaced(told: Told) -> str:
    return signed(told, f"co giay moi thay giay cu, {day(told.at)}. Xem o Ho so cua toi hoac tai quay.")


def _moved(told: Told) -> str:
    due, before = fact(told, "due_at"), fact(told, "due_at_before")
    if not (due and before):
        return _new_promise(told)
    return signed(told, f"doi hen vi lich nghi: {day(before)} thanh {day(due)}.")


def _paid(told: Told) -> str:
    return signed(told, f"da nop {_money(told.facts.get('amount', 0))} d, {day(told.at)}.")


def _waived(told: Told) -> str:
    return signed(told, f"duoc mien tien, {day(told.at)}.")


def _draft_shown(told: Told) -> str:
    by = fact(told, "answer_by")
    return f"Mot Cua: xem ban nhap ket qua, tra loi truoc {minute(by) if by else ''}: {draft_link(told)}"


def _draft_kept(told: Told) -> str:
    return signed(told, f"giu nguyen ban nhap, {day(told.at)}. Xem ly do o Ho so cua toi hoac tai quay.")


def _remind_supplement(told: Told) -> str:
    return signed(told, "con cho ong/ba bo sung giay to. Gui o Ho so cua toi hoac tai quay.")


def _remind_result(told: Told) -> str:
    return signed(told, "da co ket qua, chua ai nhan. Moi ong/ba den quay, mang can cuoc.")


def _draft_expires(told: Told) -> str:
    last = told.facts.get("gone_on", "")
    shown = "/".join(reversed(last.split("-")))
    return (
        f"Mot Cua: ban nhap ho so cua ong/ba se bi xoa ngay {shown}. Mo Ho so cua toi va luu de giu. DT {phone(told)}"
    )


SMS: dict[str, Callable[[Told], str]] = {
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
