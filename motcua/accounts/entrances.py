"""The two entrances: citizens sign in at the front, officers at the desk. A session belongs to one of them."""

from datetime import datetime

from django.contrib import auth
from django.http import HttpRequest

from .models import Account, Session

DESK = "desk"


def enter(request: HttpRequest, account: Account) -> None:
    """Open a citizen's session; whatever the browser held before is forgotten."""
    request.session.flush()
    auth.login(request, account)


def enter_desk(request: HttpRequest, account: Account, *, at: datetime) -> None:
    """Open a desk session. The caller has just checked the second factor."""
    enter(request, account)
    request.session[DESK] = at.isoformat()


def at_the_desk(request: HttpRequest) -> bool:
    """Whether the session was opened at the desk with the second factor."""
    return request.user.is_authenticated and DESK in request.session


def leave(request: HttpRequest) -> None:
    """Sign out."""
    auth.logout(request)


def leave_elsewhere(request: HttpRequest, account: Account) -> int:
    """End every other session of the account; returns how many there were."""
    others = Session.objects.filter(account=account).exclude(session_key=request.session.session_key)
    return others.delete()[0]
