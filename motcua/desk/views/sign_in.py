"""The second entrance: login and password, then the code of the authenticator; without one, setting it up first."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from motcua.accounts import authenticators, entrances, limits, signing_in
from motcua.accounts.doors import public
from motcua.accounts.middleware import RAN_OUT
from motcua.accounts.models import Account, Authenticator
from motcua.common import client

HALF_WAY = "desk_half_way"
MINUTES = timedelta(minutes=10)
ISSUER = "Mot Cua"


class LoginForm(forms.Form):
    """First factor."""

    login = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"),
        max_length=40,
        error_messages={"required": gettext_lazy("Ghi tên đăng nhập")},
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": gettext_lazy("Ghi mật khẩu")},
    )


class CodeForm(forms.Form):
    """Second factor."""

    code = forms.CharField(
        label=gettext_lazy("Mã xác nhận"), max_length=20, error_messages={"required": gettext_lazy("Ghi mã 6 số")}
    )

    def clean_code(self) -> str:
        """Devices show the digits in two groups."""
        return "".join(self.cleaned_data["code"].split())


@dataclass(frozen=True)
class HalfWay:
    """Who gave the right password and still owes the code."""

    account: Account
    authenticator: Authenticator
    wanted: str


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """Login and password; the next page asks for the code."""
    wanted, now = asked_for(request), timezone.now()
    if request.method == "GET" and entrances.at_the_desk(request):
        return redirect(wanted or "desk:home")
    form = LoginForm(request.POST if request.method == "POST" else None, auto_id=False)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        account = signing_in.officer_fitting(told["login"], told["password"], address=client.address(request), at=now)
        if account:
            authenticator = authenticators.start(account)
            request.session.flush()
            request.session[HALF_WAY] = {"account": str(account.pk), "at": now.isoformat(), "next": wanted}
            return redirect("desk:code" if authenticator.confirmed_at else "desk:enrol")
        form.add_error("login", _("Tên đăng nhập hoặc mật khẩu chưa đúng"))
    context = {"form": form, "next": wanted, "ran_out": RAN_OUT in request.GET}
    return render(request, "desk/sign_in/sign_in.html", context)


@public
def code(request: HttpRequest) -> HttpResponse:
    """The code of the authenticator."""
    half_way = _half_way(request, timezone.now())
    if half_way is None or half_way.authenticator.confirmed_at is None:
        return redirect("desk:sign_in" if half_way is None else "desk:enrol")
    return _ask_for_code(request, half_way, "desk/sign_in/code.html", {})


@public
def enrol(request: HttpRequest) -> HttpResponse:
    """Put the secret into a device; compulsory before the first page of the desk opens."""
    half_way = _half_way(request, timezone.now())
    if half_way is None or half_way.authenticator.confirmed_at is not None:
        return redirect("desk:sign_in" if half_way is None else "desk:code")
    secret = authenticators.secret(half_way.authenticator)
    address = authenticators.address(half_way.authenticator, name=str(half_way.account.login), issuer=ISSUER)
    context = {
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "address": address,
        "picture": segno.make(address, micro=False).svg_data_uri(scale=5, border=2),
    }
    return _ask_for_code(request, half_way, "desk/sign_in/enrol.html", context)


def _ask_for_code(request: HttpRequest, half_way: HalfWay, template: str, context: dict[str, str]) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None, auto_id=False)
    if request.method == "POST" and form.is_valid():
        now, account = timezone.now(), half_way.account
        limits.FAILURES_PER_CODE.require_room(str(account.pk), at=now)
        if authenticators.accept(account, code=form.cleaned_data["code"], at=now):
            entrances.enter_desk(request, account, at=now)
            return redirect(half_way.wanted or "desk:home")
        limits.FAILURES_PER_CODE.count(str(account.pk), at=now)
        form.add_error("code", _("Mã chưa đúng hoặc đã dùng. Chờ mã mới trên điện thoại rồi ghi lại"))
    return render(request, template, {"form": form, **context})


def _half_way(request: HttpRequest, now: datetime) -> HalfWay | None:
    """Who gave the password in the last ten minutes."""
    found = request.session.get(HALF_WAY)
    if not found or now - datetime.fromisoformat(found["at"]) > MINUTES:
        return None
    authenticator = (
        Authenticator.objects.select_related("account").filter(pk=found["account"], account__is_active=True).first()
    )
    return HalfWay(authenticator.account, authenticator, found["next"]) if authenticator else None


def asked_for(request: HttpRequest) -> str:
    """The desk's page that was wanted; empty when there was none."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else ""


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the desk's entrance."""
    entrances.leave(request)
    return redirect("desk:sign_in")
