"""An e-mail address counts once the link sent to it was opened and confirmed."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from motcua.common.ids import new_id
from motcua.notifications.actions import Letter, owe

from . import limits
from .models import Account

SALT = "motcua.accounts.emails"
LIFETIME = timedelta(days=3)


def ask(account: Account, *, link: Callable[[str], str], at: datetime) -> None:
    """Mail the link; `link` makes the page's address from the key.

    :raises TooOften: this account asked for too many such mails.
    """
    limits.MAILS_PER_ACCOUNT.count(str(account.pk), at=at)
    key = signing.dumps([str(account.pk), _digest(account.email)], salt=SALT)
    # Messages are Vietnamese whatever the page is.
    text = (
        f"Kính gửi ông/bà {account.full_name},\n\n"
        f"Mở liên kết này rồi bấm “Xác nhận” để nhận tin về hồ sơ qua thư điện tử:\n\n{link(key)}\n\n"
        "Liên kết dùng được trong 3 ngày. Nếu ông/bà không đăng ký ở Một Cửa thì bỏ qua thư này."
    )
    subject = ("DEMO: " if settings.DEMO else "") + "Xác nhận địa chỉ thư điện tử"
    letter = Letter(channel="email", address=account.email, kind="confirm_email", subject=subject, text=text)
    owe(letter, reason=f"confirm_email:{new_id()}", at=at)


def address_of(key: str) -> str:
    """The address that a link is about; empty when the link is too old, changed, or no longer the account's."""
    found = _read(key)
    return found.email if found else ""


def confirm(key: str, *, at: datetime) -> bool:
    """Mark the address as confirmed; False when the link no longer fits."""
    account = _read(key)
    if account is None:
        return False
    if account.email_confirmed_at is None:
        account.email_confirmed_at = at
        account.save(update_fields=["email_confirmed_at"])
    return True


def _read(key: str) -> Account | None:
    try:
        pk, digest = signing.loads(key, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    account = Account.objects.exclude(email="").filter(pk=pk).first()
    return account if account and constant_time_compare(_digest(account.email), digest) else None


def _digest(email: str) -> str:
    """Stands for the address in the link, which passes through logs that no mail address belongs in."""
    return salted_hmac(SALT, email, algorithm="sha256").hexdigest()[:32]
