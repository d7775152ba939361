"""Headers on every answer, and refusals of the domain told in words."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from . import errors
from .language import spoken

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


LARGEST_BODY = 100_000_000  # bytes: five files of the largest size in one press


class SecurityHeaders:
    """Strict policies; no page of ours needs inline code."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class PlainRefusals:
    """Turns what the domain refuses into a page: moved on is 409, asked too often is 429.

    No page of ours has a NUL in its address, and PostgreSQL keeps none: such an address is not there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
            return errors.too_large(request)
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.not_found(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Translate our two exceptions; the rest stays a 500."""
        if isinstance(exception, errors.Conflict):
            return errors.conflict(request)
        if isinstance(exception, errors.TooOften):
            return errors.too_often(request, exception)
        return None


class ChosenLanguage:
    """Pages are Vietnamese until the reader chooses another language; what a browser prefers is not a choice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        mark = spoken.set(language)
        try:
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = self.get_response(request)
                response.headers.setdefault("Content-Language", language)
                return response
        finally:
            spoken.reset(mark)
