"""Texts of messages, in Vietnamese whatever a page was read in: one SMS per phone, one e-mail per confirmed address."""

from django.conf import settings
from django.utils import translation

from motcua.common import words
from motcua.dossiers.queries import Told
from motcua.notifications.actions import Letter

from .mail import MAIL
from .sms import SMS
from .wording import DEMO

__all__ = ["DEMO", "MAIL", "SILENT", "SMS", "letters_for"]

SILENT = {
    "start_draft": "the person does it on the page",
    "discard": "the notices before it say it",
    "begin": "inside the office; the page shows it",
    "hand_over": "inside the office; the page shows it",
    "take_back": "inside the office; the page shows it",
    "send_back": "inside the office; the page shows it",
    "return_result": "the person holds the result; by post the number is told",
    "fee_stated": "the request to pay tells the amount",
    "agency_asked": "the page shows it; a stopped date is told there",
    "agency_answered": "the page shows it",
}
"""What no message is sent for, and why."""


def letters_for(told: Told) -> list[Letter]:
    """The messages of a line or of a duty; none where nothing is to be told."""
    with translation.override(settings.LANGUAGE_CODE):
        return _letters(told)


def _letters(told: Told) -> list[Letter]:
    sms, mail = SMS.get(told.word), MAIL.get(told.word)
    if sms is None or mail is None:
        return []
    text, written = sms(told), mail(told)
    if not text or not written:
        return []
    text = (DEMO if settings.DEMO else "") + text
    letters = [Letter("sms", phone, told.word, text) for phone in told.phones]
    subject, first = written
    for address, name in told.emails:
        letters.append(Letter("email", address, told.word, _mail_text(told, name, first), _subject(subject, told)))
    return letters


def _subject(first: str, told: Told) -> str:
    shown = first if len(first) <= 70 else first[:69] + "…"
    code = f" – {told.dossier.code}" if told.dossier.code else ""
    return (DEMO if settings.DEMO else "") + shown + code


def _mail_text(told: Told, name: str, first: str) -> str:
    desk = told.dossier.receiving
    demo = "DEMO: nộp ở đây không có giá trị pháp lý.\n\n" if settings.DEMO else ""
    place = f"/ho-so/{told.dossier.code}/" if told.dossier.code else "/ho-so/"
    code = f"Mã hồ sơ: {told.dossier.code}\n" if told.dossier.code else ""
    return (
        f"{demo}Kính gửi ông/bà {name},\n\n{first}\n\n"
        f"Thủ tục: {told.procedure}\n{code}"
        f"Xem hồ sơ: {settings.PUBLIC_URL}{place}\n\n"
        f"Cần hỏi: {desk.name}, {words.phone(desk.phone)}\n"
    )
