"""Parts of messages: days, phones, and what a line's facts say."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from motcua.common import words
from motcua.dossiers.complaints import complaint_about
from motcua.dossiers.queries import Told

SMS_LENGTH = 160
DEMO = "DEMO: "


def phone(told: Told) -> str:
    """The desk's phone without spaces."""
    return told.dossier.receiving.phone.replace(" ", "")


def day(moment: date | datetime) -> str:
    """“26/11/2026”."""
    return words.date_only(moment)


def minute(moment: datetime) -> str:
    """“08:10 25/11/2026”."""
    return timezone.localtime(moment).strftime("%H:%M %d/%m/%Y")


def fact(told: Told, name: str) -> datetime | None:
    """A moment among the facts of the line, as it was when the line was written."""
    value = told.facts.get(name)
    return datetime.fromisoformat(value) if value else None


def draft_link(told: Told) -> str:
    """Where the draft of the result is seen and answered, without signing in."""
    return f"{settings.PUBLIC_URL}/nhap/{told.draft}/"


def signed(told: Told, text: str) -> str:
    """The frame of every SMS: who sends it first, whom to ask last."""
    return f"Mot Cua: ho so {told.dossier.code} {text} DT {phone(told)}"


def grounds(told: Told) -> str:
    """Reason and ground, each on a line of its own."""
    reason, ground = told.words.get("reason", ""), told.words.get("ground", "")
    return "\n".join(part for part in (reason, f"Căn cứ: {ground}" if ground else "") if part)


def complaint(told: Told) -> str:
    """Where and until when one can complain; the term says that nobody has compared it yet."""
    if told.line is None:
        return ""
    about = complaint_about(told.dossier, told.line)
    place = f", {about.address}" if about.address else ""
    unsure = "" if about.confirmed else "; thời hạn chưa đối chiếu với văn bản"
    return (
        f"Không đồng ý thì khiếu nại với người đứng đầu {about.office}{place}, điện thoại {words.phone(about.phone)}, "
        f"chậm nhất {day(about.until)} ({about.law}{unsure})."
    )
