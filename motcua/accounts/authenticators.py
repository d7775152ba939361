"""One-time codes of officers (TOTP, RFC 6238). The secret is derived, never stored; a code works once."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator
from datetime import datetime

import pyotp
from django.conf import settings
from django.db import transaction

from .models import Account, Authenticator

PERIOD = 30
TOLERANCE = 1
SECRET_BYTES = 20
PURPOSE = b"motcua.accounts.authenticators"


def start(account: Account) -> Authenticator:
    """The account's authenticator, made when there is none; it counts once a code confirmed it."""
    made, _new = Authenticator.objects.get_or_create(account=account, defaults={"nonce": secrets.token_hex(32)})
    return made


def secret(authenticator: Authenticator) -> str:
    """What the officer's device is given, base32."""
    return next(_secrets(authenticator))


def address(authenticator: Authenticator, *, name: str, issuer: str) -> str:
    """The otpauth address of the same secret."""
    return pyotp.TOTP(secret(authenticator)).provisioning_uri(name=name, issuer_name=issuer)


def next_code(authenticator: Authenticator, at: datetime) -> str:
    """The code of that moment, or the one after it when the moment's was used."""
    step = min(max(_step(at), authenticator.last_step + 1), _step(at) + TOLERANCE)
    return pyotp.HOTP(secret(authenticator)).at(step)


@transaction.atomic
def accept(account: Account, *, code: str, at: datetime) -> bool:
    """Whether the code is right at that moment and newer than every code used before."""
    if not code.isascii():
        return False
    authenticator = Authenticator.objects.select_for_update(of=("self",)).filter(account=account).first()
    step = _matching_step(authenticator, code, at) if authenticator else None
    if authenticator is None or step is None or step <= authenticator.last_step:
        return False
    authenticator.last_step = step
    authenticator.confirmed_at = authenticator.confirmed_at or at
    authenticator.save(update_fields=["last_step", "confirmed_at"])
    return True


def _matching_step(authenticator: Authenticator, code: str, at: datetime) -> int | None:
    now = _step(at)
    found = None
    for key in _secrets(authenticator):
        generator = pyotp.HOTP(key)
        for step in range(now - TOLERANCE, now + TOLERANCE + 1):
            if hmac.compare_digest(generator.at(step), code):
                found = step
    return found


def _step(at: datetime) -> int:
    return int(at.timestamp()) // PERIOD


def _secrets(authenticator: Authenticator) -> Iterator[str]:
    """Under the server's key, then under the keys before it."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        salt = PURPOSE + authenticator.nonce.encode()
        derived = hmac.new(str(key).encode(), salt, hashlib.sha256).digest()[:SECRET_BYTES]
        yield base64.b32encode(derived).decode()
