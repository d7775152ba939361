"""Making officers: an account with a login, an authenticator and roles at agencies."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.agencies.models import Agency
from motcua.common import words

from . import authenticators
from .models import Account, Authenticator, RoleHeld


@transaction.atomic
def make_officer(
    *,
    login: str,
    full_name: str,
    id_number: str,
    password: str,
    roles: Iterable[tuple[str, Agency]],
    at: datetime,
) -> Account:
    """An account for the desk. It is another account than the person's own as a citizen, and never verified.

    Without `give_authenticator` the first sign-in sets one up.
    """
    account = Account.objects.create_account(
        login=login.lower(),
        full_name=full_name,
        sort_key=words.name_key(full_name),
        id_number=id_number,
        password=password,
        created_at=at,
    )
    for role, agency in roles:
        grant(account, role=role, agency=agency, at=at)
    return account


def grant(account: Account, *, role: str, agency: Agency, at: datetime, subtree: bool = False) -> RoleHeld:
    """Let the account act in `role` at `agency` from the day of `at` on."""
    return RoleHeld.objects.create(
        account=account, role=role, agency=agency, subtree=subtree, valid_from=timezone.localdate(at)
    )


def give_authenticator(account: Account, *, at: datetime) -> str:
    """Set up the second factor on the officer's behalf; returns the secret to hand over."""
    authenticator = authenticators.start(account)
    Authenticator.objects.filter(pk=account.pk, confirmed_at=None).update(confirmed_at=at)
    return authenticators.secret(authenticator)


def demo_code(login: str, *, at: datetime) -> str:
    """A code that is accepted now: the moment's, or the next one when that was just used.

    :raises Authenticator.DoesNotExist: no such officer, or nothing set up yet.
    """
    found = Authenticator.objects.get(account__login=login, confirmed_at__isnull=False)
    return authenticators.next_code(found, at)
