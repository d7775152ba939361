"""Making accounts of citizens and keeping what they say about themselves."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from motcua.common import words

from .models import Account, Verification
from .queries import MOST_PER_NUMBER, citizens, verified_owner

PERSONAL_NUMBER = 12


class Person(TypedDict):
    """What a person tells: numbers already read (12 or 9 digits, E.164)."""

    id_number: str
    full_name: str
    birth_on: date
    phone: str
    email: str


SORTED_BY = 360  # letters of a sort key that are kept; three for each of a name


class PhoneIsFull(Exception):
    """Five accounts already share the phone."""


class AlreadyHasAccount(Exception):
    """This phone already has an account with this ID number."""


class NumberTaken(ValidationError):
    """Another verified account carries the ID number."""

    def __init__(self) -> None:
        words = _("Số định danh này đã thuộc một tài khoản đã xác minh. Kiểm tra lại thẻ căn cước")
        super().__init__(words, code="taken")


def hold(key: str) -> None:
    """Let only one transaction at a time go on with this phone or ID number."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


@transaction.atomic
def open_account(person: Person, *, password_hash: str, at: datetime) -> Account:
    """An account of a phone that was just confirmed by a code.

    :raises PhoneIsFull: five accounts already share the phone.
    :raises AlreadyHasAccount: the same ID number was already signed up with this phone.
    """
    hold(person["phone"])
    sharing = list(citizens().filter(phone=person["phone"]).values_list("id_number", flat=True))
    if person["id_number"] in sharing:
        raise AlreadyHasAccount
    if len(sharing) >= MOST_PER_NUMBER:
        raise PhoneIsFull
    return Account.objects.create_account(password_hash=password_hash, created_at=at, **_stored(person))


@transaction.atomic
def make_citizen(
    *, password: str, at: datetime, verified_by: Account | None = None, **person: Unpack[Person]
) -> Account:
    """An account made by the house itself (demo, tests), verified when an officer is named."""
    account = Account.objects.create_account(password=password, created_at=at, **_stored(person))
    if verified_by is not None:
        verify(account, by=verified_by, card_number=account.id_number, seen="Thẻ căn cước", at=at)
    return account


def _stored(person: Person) -> dict[str, Any]:
    return {**person, "sort_key": words.name_key(person["full_name"])[:SORTED_BY]}


@transaction.atomic
def verify(account: Account, *, by: Account, card_number: str, seen: str, at: datetime) -> None:
    """Write down that `by` saw the person's card; from now on the ID number is theirs alone.

    An account signed up with the nine digits of an old card takes the twelve of the card seen.

    :raises ValidationError: the card is the officer's own, or carries another number than the account.
    :raises NumberTaken: another verified account carries the number.
    """
    hold(card_number)
    if by.id_number == card_number:
        raise ValidationError(_("Không tự xác minh cho mình. Nhờ cán bộ khác"), code="own")
    may_differ = len(account.id_number) != PERSONAL_NUMBER
    if len(card_number) != PERSONAL_NUMBER or not (may_differ or account.id_number == card_number):
        refusal = _("Số trên thẻ khác số của tài khoản. Xem lại thẻ, hoặc chọn tài khoản khác")
        raise ValidationError(refusal, code="differs")
    owner = verified_owner(card_number)
    if owner is not None and owner != account:
        raise NumberTaken
    Verification.objects.create(account=account, officer=by, at=at, seen=seen)
    account.verified_at, account.id_number = at, card_number
    account.save(update_fields=["verified_at", "id_number"])


@transaction.atomic
def replace_old_number(account: Account, *, id_number: str) -> None:
    """Put the 12 digits in the place of the 9 of an expired card, or of none.

    Only before verification: what an officer saw is changed by an officer.
    """
    if account.is_verified:
        raise ValidationError(_("Số định danh đã xác minh. Mang căn cước đến quầy để đổi"), code="verified")
    account.id_number = id_number
    account.save(update_fields=["id_number"])


def change_email(account: Account, *, email: str) -> None:
    """Keep the address; it receives nothing of a dossier until its link was opened."""
    if email != account.email:
        account.email, account.email_confirmed_at = email, None
        account.save(update_fields=["email", "email_confirmed_at"])


def change_password(account: Account, *, password: str) -> None:
    """A new password; every session that was opened with the old one ends."""
    account.set_password(password)
    account.save(update_fields=["password"])
