"""A forgotten password: a code to the phone, then a new password for one of its accounts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from . import codes, limits
from .models import Account, PhoneCode, Purpose, Session
from .people import change_password
from .queries import accounts_of

NOBODY = "Mot Cua: so dien thoai nay chua co tai khoan. Ong/ba co the mo tai khoan o muc Dang ky."


def begin(phone: str, *, address: str, at: datetime) -> UUID:
    """Send a code, or tell the phone that it has no account: the browser sees no difference.

    :raises TooOften: the phone or the address asked for too many codes.
    """
    limits.CODES_PER_ADDRESS.count(address, at=at)
    limits.CODES_PER_PHONE.count(phone, at=at)
    with transaction.atomic():
        PhoneCode.objects.filter(purpose=Purpose.RESET, phone=phone).delete()
        instead = "" if accounts_of(phone=phone) else NOBODY
        return codes.send(Purpose.RESET, phone=phone, pending={}, at=at, instead=instead).pk


def phone_of(pk: UUID) -> str:
    """The phone that a code was sent to; empty when that is over."""
    return PhoneCode.objects.filter(pk=pk, purpose=Purpose.RESET).values_list("phone", flat=True).first() or ""


def confirm(pk: UUID, *, code: str, at: datetime) -> list[Account]:
    """The accounts of the phone once the code is right; the code is used up.

    :raises ValidationError: the code is wrong, too old, or was tried too often.
    """
    row = codes.check(pk, purpose=Purpose.RESET, typed=code, at=at)
    return accounts_of(phone=row.phone) if codes.use_up(row) else []


@transaction.atomic
def set_password(account: Account, *, password: str) -> None:
    """Store the new password and end every session of the account."""
    change_password(account, password=password)
    Session.objects.filter(account=account).delete()
