"""`motcua make-officer`: the first officer of an installation, and any other whom nobody can make on a page yet."""

import argparse
import secrets

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.accounts.models import Role
from motcua.accounts.numbers import read_id_number
from motcua.accounts.officers import grant, make_officer
from motcua.agencies.actions import set_up_commune
from motcua.agencies.models import AdministrativeUnit, Agency
from motcua.agencies.queries import agency_with_code

from ..failures import CommandFailed
from . import prepare

PASSWORD_BYTES = 12


def run(arguments: argparse.Namespace) -> dict[str, str]:
    """Make account, password and role; the second factor is set up at the first sign-in."""
    if arguments.role not in Role.values:
        raise CommandFailed(f"There is no role {arguments.role}: it is one of {', '.join(Role.values)}.")
    prepare.tables_and_units(arguments)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    at = timezone.now()
    try:
        with transaction.atomic():
            agency = _agency(arguments)
            account = make_officer(
                login=arguments.login,
                full_name=arguments.name,
                id_number=read_id_number(arguments.id_number),
                password=password,
                roles=(),
                at=at,
            )
            grant(account, role=arguments.role, agency=agency, at=at, subtree=arguments.subtree)
    except ValidationError as mistake:
        raise CommandFailed(f"--id-number: {mistake.messages[0]}") from mistake
    except IntegrityError as taken:
        raise CommandFailed(f"The login {arguments.login} is taken.") from taken
    return {
        "login": arguments.login,
        "password": password,
        "role": arguments.role,
        "agency": agency.code_on(timezone.localdate(at)),
        "agency_name": agency.name,
    }


def _agency(arguments: argparse.Namespace) -> Agency:
    if arguments.commune:
        try:
            bodies = set_up_commune(arguments.commune, at=timezone.now(), phone=arguments.phone)
        except AdministrativeUnit.DoesNotExist as missing:
            raise CommandFailed(f"There is no commune {arguments.commune} today.") from missing
        body: Agency = getattr(bodies, arguments.body)
        return body
    found = agency_with_code(arguments.agency)
    if found is None or found.valid_to is not None:
        raise CommandFailed(
            f"There is no agency {arguments.agency}; --commune with its five digits sets up a commune's bodies."
        )
    return found


def describe(answer: dict[str, str]) -> str:
    """In words."""
    return (
        f"{answer['login']} is {answer['role']} at {answer['agency_name']} ({answer['agency']}).\n"
        f"Password, shown only now: {answer['password']}\nThe authenticator is set up at the first sign-in."
    )
