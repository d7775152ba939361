"""The home page: what waits for the reader, search, look-up, life events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.accounts.doors import public
from motcua.catalogue import queries as catalogue
from motcua.dossiers import queries
from motcua.portal.views.caching import sent_once

ICONS = {
    "sinh-con": "birth",
    "ket-hon": "marriage",
    "cho-o": "residence",
    "can-cuoc": "identity",
    "ban-sao-chung-thuc": "copies",
    "ho-tro": "support",
    "nha-dat": "land",
    "nguoi-than-qua-doi": "death",
}
"""The events on the first page, each with its picture; all others stand one press away."""
EXAMPLES = ("khai sinh", "đăng ký tạm trú", "chứng thực chữ ký")


@public
@sent_once
def home(request: HttpRequest) -> HttpResponse:
    """Where a citizen begins; for a stranger it asks the database once a minute at most."""
    waiting = queries.mine(request.user).waiting if request.user.is_authenticated else []
    events = {event.slug: event for event in catalogue.life_events()}
    tiles = [(events[slug], icon) for slug, icon in ICONS.items() if slug in events]
    context = {"tiles": tiles, "examples": EXAMPLES, "waiting": waiting}
    return render(request, "portal/home.html", context)
