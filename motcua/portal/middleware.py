"""Whoever guesses addresses of papers is slowed down; a right one is never counted."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from motcua.common import client, errors, limits

WRONG, WINDOW = 60, 15 * 60
DRAFTS = "/nhap/"


def _guessable(request: HttpRequest) -> bool:
    """Whether the last part of the address is one that somebody could try to guess."""
    check = reverse("portal:check_paper")
    if request.path == check:
        return False
    return request.path.startswith(check) or request.path.startswith(DRAFTS)


class GuessedPapers:
    """Counts pages of papers and drafts that were not there, per network address; beyond the limit it says 429."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _guessable(request):
            return self.get_response(request)
        key, at = f"paper-guess:{client.address(request)}", timezone.now()
        if not limits.peek(key, most=WRONG, seconds=WINDOW, at=at):
            return errors.too_often(request, errors.TooOften(until=limits.window_end(at, WINDOW)))
        response = self.get_response(request)
        if response.status_code == 404:
            limits.allow(key, most=WRONG, seconds=WINDOW, at=at)
        return response
