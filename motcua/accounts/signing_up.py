"""Signing up: until the code is entered all there is lies in one row beside the code, and reserves nothing."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from . import codes, limits
from .models import Account, PhoneCode, Purpose
from .people import AlreadyHasAccount, Person, PhoneIsFull, open_account
from .queries import MOST_PER_NUMBER, citizens

FULL = "Mot Cua: so dien thoai nay da co 5 tai khoan nen khong mo them duoc. Ong/ba dung so khac, hoac den quay."
KNOWN = "Mot Cua: so dinh danh nay da co tai khoan voi so dien thoai nay. Moi dang nhap, hoac bam Quen mat khau."


class Gone(Exception):
    """The sign-up is no longer there: too old, replaced by a newer one, or finished."""


def begin(person: Person, *, password_hash: str, address: str, at: datetime) -> UUID:
    """Send a code to the phone; returns what the browser keeps until it is entered.

    An unconfirmed sign-up of the same ID number and phone is replaced.

    :raises TooOften: the phone or the address asked for too many codes.
    """
    _count(person["phone"], address=address, at=at)
    told = {**person, "birth_on": person["birth_on"].isoformat(), "password_hash": password_hash}
    with transaction.atomic():
        waiting = PhoneCode.objects.filter(purpose=Purpose.SIGN_UP, phone=person["phone"])
        waiting.filter(pending__id_number=person["id_number"]).delete()
        text = _why_not(person["phone"], person["id_number"])
        return codes.send(Purpose.SIGN_UP, phone=person["phone"], pending=told, at=at, instead=text).pk


def again(pk: UUID, *, address: str, at: datetime) -> UUID:
    """Send another code for the same sign-up; the one before no longer fits.

    :raises Gone: there is no such sign-up any more.
    :raises TooOften: the phone or the address asked for too many codes.
    """
    row = waiting_for(pk)
    return begin(_person(row), password_hash=row.pending["password_hash"], address=address, at=at)


def confirm(pk: UUID, *, code: str, at: datetime) -> Account:
    """Open the account once the code is right.

    :raises ValidationError: the code is wrong, too old, or was tried too often.
    :raises Gone: the sign-up ended meanwhile, here or in another window.
    """
    row = codes.check(pk, purpose=Purpose.SIGN_UP, typed=code, at=at)
    with transaction.atomic():
        if not codes.use_up(row):
            raise Gone
        try:
            return open_account(_person(row), password_hash=row.pending["password_hash"], at=at)
        except (PhoneIsFull, AlreadyHasAccount) as beaten:
            raise Gone from beaten


def waiting_for(pk: UUID) -> PhoneCode:
    """The sign-up that waits for its code.

    :raises Gone: there is none.
    """
    row = PhoneCode.objects.filter(pk=pk, purpose=Purpose.SIGN_UP).first()
    if row is None:
        raise Gone
    return row


def _count(phone: str, *, address: str, at: datetime) -> None:
    limits.CODES_PER_ADDRESS.count(address, at=at)
    limits.CODES_PER_PHONE.count(phone, at=at)


def _why_not(phone: str, id_number: str) -> str:
    """What the phone is told in place of a code; empty when an account can be opened."""
    sharing = list(citizens().filter(phone=phone).values_list("id_number", flat=True))
    if id_number in sharing:
        return KNOWN
    return FULL if len(sharing) >= MOST_PER_NUMBER else ""


def _person(row: PhoneCode) -> Person:
    told = row.pending
    return Person(
        id_number=told["id_number"],
        full_name=told["full_name"],
        birth_on=date.fromisoformat(told["birth_on"]),
        phone=row.phone,
        email=told["email"],
    )
