"""Signing up: one page of questions, then the code."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from motcua.accounts import emails, entrances, signing_up
from motcua.accounts.doors import public
from motcua.common import client
from motcua.common.errors import TooOften

from .forms import CodeForm, SignUpForm
from .way import OLD_CARD, asked_for, confirmation_link, keep, kept_id, landing, posted

WAITING = "sign_up"


@public
def sign_up(request: HttpRequest) -> HttpResponse:
    """The questions; a code goes to the phone whatever is known of the numbers."""
    form = SignUpForm(posted(request))
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        hashed = make_password(form.cleaned_data["password"])
        pk = signing_up.begin(form.person(), password_hash=hashed, address=client.address(request), at=now)
        keep(request, WAITING, str(pk), at=now)
        return redirect("portal:sign_up_code")
    return render(request, "portal/accounts/sign_up.html", {"form": form, "next": asked_for(request)})


@public
def sign_up_code(request: HttpRequest) -> HttpResponse:
    """The code, or another one."""
    now = timezone.now()
    pk = kept_id(request, WAITING, at=now)
    if pk is None:
        return redirect("portal:sign_up")
    try:
        if request.method == "POST" and "again" in request.POST:
            return _send_again(request, pk, now)
        if request.method == "POST":
            return _confirm(request, pk, now)
        return _page(request, pk, CodeForm())
    except signing_up.Gone:
        return redirect("portal:sign_up")


def _confirm(request: HttpRequest, pk: UUID, now: datetime) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form)
    try:
        account = signing_up.confirm(pk, code=form.cleaned_data["code"], at=now)
    except ValidationError as refused:
        form.add_error("code", refused)
        return _page(request, pk, form)
    wanted = asked_for(request)
    entrances.enter(request, account)
    if account.email:
        emails.ask(account, link=confirmation_link, at=now)
    return redirect(landing(account, wanted))


def _send_again(request: HttpRequest, pk: UUID, now: datetime) -> HttpResponse:
    try:
        keep(request, WAITING, str(signing_up.again(pk, address=client.address(request), at=now)), at=now)
    except TooOften as refusal:
        return _page(request, pk, CodeForm(), refusal=refusal)
    return redirect("portal:sign_up_code")


def _page(request: HttpRequest, pk: UUID, form: CodeForm, refusal: TooOften | None = None) -> HttpResponse:
    row = signing_up.waiting_for(pk)
    context = {
        "form": form,
        "phone": row.phone,
        "old_card": len(row.pending["id_number"]) == OLD_CARD,
        "refusal": refusal,
        "back": reverse("portal:sign_up"),
    }
    return render(request, "portal/accounts/code.html", context, status=429 if refusal else 200)
