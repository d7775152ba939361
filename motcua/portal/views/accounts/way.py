"""What the account pages keep in the session on the way, and where they lead at the end."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.accounts.models import Account

NEXT = "next"
OLD_CARD = 9


def asked_for(request: HttpRequest) -> str:
    """The page of ours that somebody wanted before signing in; empty when there was none."""
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT) or request.session.get(NEXT, "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else ""


def landing(account: Account, wanted: str) -> str:
    """Where to go once signed in: the page wanted, the page that asks for 12 digits, or one's dossiers."""
    if wanted:
        return wanted
    return reverse("portal:account" if len(account.id_number) == OLD_CARD else "portal:my_dossiers")


def keep(request: HttpRequest, what: str, value: object, *, at: datetime) -> None:
    """Remember one thing until the next page."""
    wanted = asked_for(request)
    request.session[what] = {"value": value, "at": at.isoformat()}
    if wanted:
        request.session[NEXT] = wanted


def kept(request: HttpRequest, what: str, *, at: datetime, minutes: int) -> Any:
    """What was remembered, unless it is older than that; None when there is nothing."""
    found = request.session.get(what)
    if not found or at - datetime.fromisoformat(found["at"]) > timedelta(minutes=minutes):
        return None
    return found["value"]


def kept_id(request: HttpRequest, what: str, *, at: datetime) -> UUID | None:
    """The id of a code that was sent in the last hour."""
    found = kept(request, what, at=at, minutes=60)
    return UUID(str(found)) if found else None


def confirmation_link(key: str) -> str:
    """The public address of the page that confirms an e-mail address."""
    return settings.PUBLIC_URL + reverse("portal:confirm_email", args=[key])


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with the press of a button; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
