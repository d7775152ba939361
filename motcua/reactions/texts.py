"""Texts of messages. SMS: GSM-7 without accents, at most 160 characters with the longest code."""

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone, translation

from motcua.common import words
from motcua.dossiers.queries import Told
from motcua.dossiers.states import Delivery
from motcua.notifications.actions import Letter

SMS_LENGTH = 160
DEMO = "DEMO: "


def letters_for(told: Told) -> list[Letter]:
    """One SMS per phone, one e-mail per confirmed address: in Vietnamese, whatever the page was read in."""
    with translation.override(settings.LANGUAGE_CODE):
        return _letters(told)


def _letters(told: Told) -> list[Letter]:
    sms, mail = SMS.get(told.line.action), MAIL.get(told.line.action)
    if sms is None or mail is None:
        return []
    kind = told.line.action
    text = (DEMO if settings.DEMO else "") + sms(told)
    letters = [Letter("sms", phone, kind, text) for phone in told.phones]
    subject, first = mail(told)
    for address, name in told.emails:
        letters.append(Letter("email", address, kind, _mail_text(told, name, first), _subject(subject, told)))
    return letters


def _phone(told: Told) -> str:
    return told.dossier.receiving.phone.replace(" ", "")


def _day(moment: object) -> str:
    return words.date_only(moment)  # type: ignore[arg-type]


def _sms_filed(told: Told) -> str:
    by = timezone.localtime(told.dossier.accept_by).strftime("%H:%M %d/%m/%Y")
    code, phone = told.dossier.code, _phone(told)
    return f"Mot Cua: da nhan ho so {code}. Neu hop le: tiep nhan cham nhat {by}. Chua phai lam gi. DT {phone}"


def _sms_accepted(told: Told) -> str:
    code, phone, due = told.dossier.code, _phone(told), told.dossier.due_at
    promise = f"Co ket qua cham nhat {_day(due)}" if due else "Khong hen ngay"
    return f"Mot Cua: ho so {code} duoc tiep nhan. {promise}. Chua phai lam gi. DT {phone}"


def _sms_refused(told: Told) -> str:
    code, phone, day = told.dossier.code, _phone(told), _day(told.line.at)
    where = "Ho so cua toi" if told.dossier.channel == "online" else "quay"
    return f"Mot Cua: khong tiep nhan ho so {code} ngay {day}. Xem ly do va nop lai o {where}. DT {phone}"


def _sms_result(told: Told) -> str:
    code, phone, day = told.dossier.code, _phone(told), _day(told.line.at)
    act = {
        Delivery.ONLINE: "Xem o Ho so cua toi",
        Delivery.POST: "Se gui qua buu chinh",
    }.get(Delivery(told.dossier.delivery), "Moi ong/ba den quay nhan, mang can cuoc")
    return f"Mot Cua: ho so {code} da co ket qua {day}. {act}. DT {phone}"


SMS: dict[str, Callable[[Told], str]] = {
    "file": _sms_filed,
    "accept": _sms_accepted,
    "refuse": _sms_refused,
    "finish": _sms_result,
}


def _mail_filed(told: Told) -> tuple[str, str]:
    by, result = told.dossier.accept_by, told.dossier.promised_at
    assert by is not None
    promise = f"tiếp nhận chậm nhất {words.moment(by)}"
    if result:
        promise += f", có kết quả chậm nhất {words.moment(result)}"
    return (
        f"Đã nộp hồ sơ {told.procedure}",
        f"Đã nhận được hồ sơ. Nếu hồ sơ hợp lệ: {promise}. Ông/bà chưa phải làm gì.",
    )


def _mail_accepted(told: Told) -> tuple[str, str]:
    due = told.dossier.due_at
    if due is None:
        return "Hồ sơ được tiếp nhận", "Hồ sơ đủ giấy tờ và được tiếp nhận. Thủ tục này không hẹn ngày trả."
    return (
        f"Hồ sơ được tiếp nhận, có kết quả chậm nhất {words.date_only(due)}",
        f"Hồ sơ đủ giấy tờ và được tiếp nhận. Có kết quả chậm nhất {words.moment(due)}. Ông/bà chưa phải làm gì.",
    )


def _mail_refused(told: Told) -> tuple[str, str]:
    reason, ground = told.words.get("reason", ""), told.words.get("ground", "")
    said = f"Chưa tiếp nhận: {reason}\nCăn cứ: {ground}\nÔng/bà sửa theo lý do trên rồi nộp hồ sơ mới."
    return "Không tiếp nhận hồ sơ, xem lý do", said


def _mail_result(told: Told) -> tuple[str, str]:
    act = {
        Delivery.ONLINE: "Ông/bà xem và tải kết quả ở Hồ sơ của tôi.",
        Delivery.POST: "Kết quả sẽ được gửi qua bưu chính đến địa chỉ ông/bà đã ghi.",
    }.get(Delivery(told.dossier.delivery), "Mời ông/bà đến quầy nhận, mang theo căn cước.")
    return "Có kết quả", f"Hồ sơ đã có kết quả ngày {words.date_only(told.line.at)}. {act}"


MAIL: dict[str, Callable[[Told], tuple[str, str]]] = {
    "file": _mail_filed,
    "accept": _mail_accepted,
    "refuse": _mail_refused,
    "finish": _mail_result,
}


def _subject(first: str, told: Told) -> str:
    shown = first if len(first) <= 70 else first[:69] + "…"
    return (DEMO if settings.DEMO else "") + f"{shown} – {told.dossier.code}"


def _mail_text(told: Told, name: str, first: str) -> str:
    desk = told.dossier.receiving
    demo = "DEMO: nộp ở đây không có giá trị pháp lý.\n\n" if settings.DEMO else ""
    return (
        f"{demo}Kính gửi ông/bà {name},\n\n{first}\n\n"
        f"Thủ tục: {told.procedure}\nMã hồ sơ: {told.dossier.code}\n"
        f"Xem hồ sơ: {settings.PUBLIC_URL}/ho-so/{told.dossier.code}/\n\n"
        f"Cần hỏi: {desk.name}, {words.phone(desk.phone)}\n"
    )
