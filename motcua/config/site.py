"""What every page knows of the installation: its name, its place, whom to call, whether it is a demo."""

import time
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from motcua.agencies.queries import HomeDesk, home_desk

KEPT = 60  # seconds


@dataclass(frozen=True)
class Site:
    """The installation in words."""

    public: str
    demo: bool
    independent: bool
    name: str
    place: str
    office: str
    phone: str
    hours: str
    address: str


known: dict[str, tuple[float, Site]] = {}


def current_site() -> Site:
    """The installation in the language of the page, read again at most once a minute.

    Without a database it is what was known last: the page that says so needs it too.
    """
    now, language = time.monotonic(), get_language() or ""
    found = known.get(language)
    if found is not None and now - found[0] <= KEPT:
        return found[1]
    try:
        desk = home_desk(timezone.localdate())
    except DatabaseError:
        return found[1] if found else _said_by(None)
    known[language] = (now, _said_by(desk))
    return known[language][1]


def _said_by(desk: HomeDesk | None) -> Site:
    return Site(
        public=settings.PUBLIC_URL,
        demo=settings.DEMO,
        independent=settings.SITE_INDEPENDENT,
        name="Một Cửa",
        place=desk.place if desk else "",
        office=desk.agency.name if desk else "",
        phone=desk.agency.phone if desk else "",
        hours=desk.hours if desk else "",
        address=desk.agency.address if desk else "",
    )


def site(request: HttpRequest) -> dict[str, Any]:
    """The context processor. The hidden field of forms is made once per page, not once per form."""
    return {"site": current_site(), "csrf_input": SimpleLazyObject(lambda: csrf_input(request))}
