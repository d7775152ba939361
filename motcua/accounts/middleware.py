"""Who is asking: the account that came with the session, and the way to the sign-in page when there is none."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from .models import Account
from .sessions import SessionStore

RAN_OUT = "het-gio"


def account_of(request: HttpRequest) -> Account | AnonymousUser:
    """The account loaded with the session, if its password is still the one it signed in with."""
    signed_in_as = request.session.get(SESSION_KEY)
    if signed_in_as is None:
        return AnonymousUser()
    session = request.session
    assert isinstance(session, SessionStore)
    account = session.account
    if account is not None and account.is_active and str(account.pk) == signed_in_as:
        proof = request.session.get(HASH_SESSION_KEY, "")
        for known in (account.get_session_auth_hash(), *account.get_session_auth_fallback_hash()):
            if constant_time_compare(proof, known):
                return account
    session.forget()
    return AnonymousUser()


class CurrentAccount(AuthenticationMiddleware):
    """Sets `request.user` without a query of its own and prolongs the session of who is active.

    A page made with a session is kept by no browser: at a shared computer “back” shows nothing of who was there.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Lazily, so that a page which asks for nobody loads nobody."""
        request.user = SimpleLazyObject(lambda: account_of(request))  # type: ignore[assignment]

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """A request refused before the session existed has none to prolong."""
        session = getattr(request, "session", None)
        if isinstance(session, SessionStore):
            session.prolong(timezone.now())
            if session.accessed and not session.is_empty():
                response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class SignInRequired(LoginRequiredMiddleware):
    """Sends nobody to the sign-in page of the entrance; says so when it was the hour that ran out."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """A form's POST comes back to the page that held the form."""
        back = request.get_full_path() if request.method in ("GET", "HEAD") else _page_of_the_form(request)
        ran_out = isinstance(request.session, SessionStore) and request.session.ran_out
        query = {self.redirect_field_name: back} | ({RAN_OUT: "1"} if ran_out else {})
        return HttpResponseRedirect(f"{resolve_url(self.get_login_url(view_func))}?{urlencode(query)}")


def _page_of_the_form(request: HttpRequest) -> str:
    try:
        came_from = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return request.get_full_path()
    if came_from.netloc == request.get_host():
        return came_from.path + (f"?{came_from.query}" if came_from.query else "")
    return request.get_full_path()
