"""Doors of views: `public`, `signed_in`, `officer(*roles)`. Each sets `view.door`, which the access list is made of."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from .entrances import at_the_desk
from .models import Account, RoleHeld
from .queries import held

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class SignedInRequest(HttpRequest):
    """What a view behind `signed_in` receives."""

    user: Account


class OfficerRequest(SignedInRequest):
    """What a view behind `officer` receives: the roles held today, agencies loaded."""

    held: tuple[RoleHeld, ...]


def public(view: View) -> View:
    """Anybody may open it."""
    login_not_required(view)
    view.door = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Who signed in at the citizens' entrance; nobody, and who works at the desk, is asked to sign in there."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if at_the_desk(request):
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.door = "signed_in"  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


def officer(*roles: str) -> Callable[[View], View]:
    """Who signed in at the desk, second factor included, and holds one of `roles` (any, when none is named) today.

    Nobody goes to the desk's sign-in page; a citizen, or an officer without the role, finds no such page.
    """

    def door(view: View) -> View:
        @wraps(view)
        def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not at_the_desk(request):
                raise Http404
            request.held = held(request.user, timezone.localdate())
            if not any(not roles or row.role in roles for row in request.held):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.door = f"officer({', '.join(str(role) for role in roles)})"  # type: ignore[attr-defined]
        guarded.login_url = "desk:sign_in"  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return door
