"""Six-digit codes by SMS: sending one, and checking what was typed."""

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from motcua.notifications.actions import Letter, owe

from .models import PhoneCode, Purpose

LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5
KEPT = timedelta(hours=1)
TEXT = "Mot Cua: ma xac nhan cua ong/ba la {code}, dung trong 10 phut. Khong doc ma nay cho ai, ke ca can bo."
NEVER = ""


def send(purpose: Purpose, *, phone: str, pending: dict[str, Any], at: datetime, instead: str = "") -> PhoneCode:
    """Send a code to a phone and keep what waits for it.

    With `instead` that text goes out and no code fits: the page in the browser looks the same either way, so
    only who holds the phone learns why.
    """
    digits = f"{secrets.randbelow(10**6):06}"
    made = PhoneCode(purpose=purpose, phone=phone, pending=pending, created_at=at, expires_at=at + LIFETIME)
    made.code_hash = NEVER if instead else _hash(made.id, digits)
    text = ("DEMO: " if settings.DEMO else "") + (instead or TEXT.format(code=digits))
    with transaction.atomic():
        made.save(force_insert=True)
        owe(Letter(channel="sms", address=phone, kind="code", text=text), reason=f"code:{made.id}", at=at)
    return made


def check(pk: UUID, *, purpose: Purpose, typed: str, at: datetime) -> PhoneCode:
    """The row whose code was typed; the caller uses it up.

    :raises ValidationError: wrong, too old, or tried too often, in words.
    """
    ours = PhoneCode.objects.filter(pk=pk, purpose=purpose)
    counted = ours.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1)
    row = ours.first()
    if row is None or row.expires_at <= at:
        raise ValidationError(_("Mã đã quá 10 phút. Bấm “Gửi mã mới”"), code="old")
    if not counted:
        raise ValidationError(_("Đã ghi sai %(most)s lần. Bấm “Gửi mã mới”") % {"most": MOST_TRIES}, code="tries")
    if not constant_time_compare(row.code_hash, _hash(row.id, "".join(typed.split()))):
        raise ValidationError(_("Mã chưa đúng. Xem lại 6 số trong tin nhắn mới nhất"), code="wrong")
    return row


def use_up(row: PhoneCode) -> bool:
    """Take the code away; False when another request was faster."""
    return bool(PhoneCode.objects.filter(pk=row.pk).delete()[0])


def forget_old(at: datetime) -> int:
    """Delete codes nobody entered, with what waited for them."""
    return PhoneCode.objects.filter(created_at__lt=at - KEPT).delete()[0]


def _hash(pk: UUID, digits: str) -> str:
    return salted_hmac("motcua.accounts.codes", f"{pk}:{digits}", algorithm="sha256").hexdigest()
