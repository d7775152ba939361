"""Where a request comes from, for limits; never stored as it is."""

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """The network address of who asks.

    Behind https stands our own proxy, which appends the address it saw as the last of X-Forwarded-For; what
    comes before it was written by the client. On plain http nobody stands between, and the header counts for nothing.
    """
    if settings.SECURE:
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if seen:
            return seen
    return str(request.META["REMOTE_ADDR"])
