"""`motcua demo-code LOGIN`: the code of the moment of a demo officer, for whoever has no authenticator app at hand."""

import argparse

from django.conf import settings
from django.utils import timezone

from motcua.accounts.models import Authenticator
from motcua.accounts.officers import demo_code

from ..failures import CommandFailed


def run(arguments: argparse.Namespace) -> dict[str, str]:
    """The code; in a demo only."""
    if not settings.DEMO:
        raise CommandFailed("This is no demo (DEMO=1): the codes of real officers come from their own authenticators.")
    try:
        return {"login": arguments.login, "code": demo_code(arguments.login, at=timezone.now())}
    except Authenticator.DoesNotExist as missing:
        raise CommandFailed(f"There is no officer with an authenticator and the login {arguments.login}.") from missing


def describe(answer: dict[str, str]) -> str:
    """The six digits alone."""
    return answer["code"]
