"""Refusals and failures as pages in words: what happened, what to do, whom to call."""

import logging
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from . import words

log = logging.getLogger("motcua.errors")
NEVER_SENT_BACK = ("code", "csrfmiddlewaretoken")


class Conflict(Exception):
    """What was asked no longer fits: somebody else was faster, or the dossier has moved on."""


class TooOften(Exception):
    """Something was tried too often; `until` is the moment from which it is allowed again."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__()
        self.until = until


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also for what belongs to somebody else, so that nobody learns that it exists."""
    return render(request, "errors/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that no page of ours sends."""
    return render(request, "errors/400.html", status=400)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more in one press than we read; nothing of it was kept."""
    return render(request, "errors/413.html", {"back": request.path}, status=413)


def conflict(request: HttpRequest) -> HttpResponse:
    """409: the dossier has moved on."""
    return render(request, "errors/409.html", {"back": request.path}, status=409)


def too_often(request: HttpRequest, refusal: TooOften) -> HttpResponse:
    """429: says how long to wait, for people and for programs."""
    now = timezone.now()
    until = refusal.until or now + timedelta(minutes=15)
    wait = max(until - now, timedelta(minutes=1))
    context = {"wait": _waiting(until, now)}
    return _ask_to_wait(render(request, "errors/429.html", context, status=429), int(wait.total_seconds()))


def _waiting(until: datetime, now: datetime) -> str:
    minutes = max(-(-(until - now) // timedelta(minutes=1)), 1)
    if minutes <= 60:
        return _("Chờ %(minutes)s phút rồi thử lại.") % {"minutes": minutes}
    return _("Chờ đến %(moment)s rồi thử lại.") % {"moment": words.moment(until)}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the page lay open too long. What was typed goes back, ready to send again.

    Only to our own page: what another site sent is never offered for sending.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    typed = [
        (name, value)
        for name, values in (request.POST.lists() if ours else ())
        for value in values
        if name not in NEVER_SENT_BACK and "password" not in name
    ]
    return render(request, "errors/403_csrf.html", {"typed": typed, "ours": ours, "back": request.path}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault, with a number that finds the line in the log."""
    incident = secrets.token_hex(4)
    match = request.resolver_match
    log.error("incident %s in %s", incident, match.view_name if match else "no view")
    return render(request, "errors/500.html", {"incident": incident}, status=500)


def unavailable(request: HttpRequest, until: datetime | None = None) -> HttpResponse:
    """503: planned work, or a part that everything needs is away."""
    seconds = int((until - timezone.now()).total_seconds()) if until else settings.SESSION_COOKIE_AGE // 60
    context = {"until": words.clock(until) if until else ""}
    return _ask_to_wait(render(request, "errors/503.html", context, status=503), max(seconds, 20))


def _ask_to_wait(response: HttpResponse, seconds: int) -> HttpResponse:
    response.headers["Retry-After"] = str(seconds)
    return response
