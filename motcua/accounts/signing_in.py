"""Signing in: the account is the one whose password fits, at the same cost whether or not there is one."""

from datetime import datetime
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.utils.crypto import get_random_string

from . import limits
from .models import Account
from .numbers import read_identifier
from .queries import MOST_PER_NUMBER, accounts_of


def fitting(identifier: str, password: str, *, address: str, at: datetime) -> list[Account]:
    """Accounts that the ID number or phone may mean and whose password this is; usually one.

    :raises TooOften: too many failures for that number, or from that address.
    """
    meant = read_identifier(identifier)
    name = next(iter(meant.values()), identifier[:40])
    limits.FAILURES_PER_ADDRESS.require_room(address, at=at)
    limits.FAILURES_PER_NAME.require_room(name, at=at)
    found = _whose(password, accounts_of(**meant))
    if not found:
        limits.FAILURES_PER_ADDRESS.count(address, at=at)
        limits.FAILURES_PER_NAME.count(name, at=at)
    return found


def officer_fitting(login: str, password: str, *, address: str, at: datetime) -> Account | None:
    """The officer with that login and password.

    :raises TooOften: too many failures for that login, or from that address.
    """
    name = f"desk:{login.lower()[:40]}"
    limits.FAILURES_PER_ADDRESS.require_room(address, at=at)
    limits.FAILURES_PER_NAME.require_room(name, at=at)
    account = Account.objects.filter(login=login.lower(), is_active=True).first()
    if check_password(password, account.password if account else _nobody()) and account:
        return account
    limits.FAILURES_PER_ADDRESS.count(address, at=at)
    limits.FAILURES_PER_NAME.count(name, at=at)
    return None


def _whose(password: str, candidates: list[Account]) -> list[Account]:
    """Always compares as many hashes as there can be candidates, so that time tells nothing."""
    hashes = [account.password for account in candidates]
    padded = hashes + [_nobody()] * (MOST_PER_NUMBER - len(hashes))
    fits = [check_password(password, known) for known in padded]
    return [account for account, fit in zip(candidates, fits, strict=False) if fit]


@cache
def _nobody() -> str:
    """The hash of a password that nobody knows."""
    return make_password(get_random_string(32))
