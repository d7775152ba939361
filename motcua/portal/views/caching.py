"""Public pages are sent again only when they say something new: an ETag of the catalogue and of the reader."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from motcua.catalogue import edition

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
TURNS: Final = timedelta(minutes=10)
"""What a page shows beside the catalogue (opening hours, today's promise) is at most so old."""


def sent_once(view: View[P]) -> View[P]:
    """Answer a stranger who holds this very page already with 304; whoever is signed in gets it anew."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        held = edition.current()
        if request.user.is_authenticated or len(get_messages(request)):
            return view(request, *args, **kwargs)
        tag = _tag(request, held)
        unchanged = get_conditional_response(request, etag=tag)
        if isinstance(unchanged, HttpResponse):
            return unchanged
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response.headers["ETag"] = tag
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return answer


def _tag(request: HttpRequest, held: str) -> str:
    """Weak, since each page carries a token of its own for its forms, good for the cookie that is part of the tag."""
    now = timezone.now()
    told = (
        held,
        request.get_full_path(),
        get_language() or "",
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
        static("dist/site.css"),
        now.strftime("%Y%m%d%H") + str(now.minute // (TURNS.seconds // 60)),
    )
    return f'W/"{hashlib.sha256(chr(0).join(told).encode()).hexdigest()[:32]}"'
