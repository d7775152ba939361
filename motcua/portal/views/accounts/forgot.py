"""A forgotten password: the phone, the code, a new password."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from motcua.accounts import entrances, resetting
from motcua.accounts.doors import public
from motcua.common import client
from motcua.common.errors import TooOften

from .forms import CodeForm, NewPasswordForm, PhoneForm
from .sign_in import people
from .way import asked_for, keep, kept, kept_id, landing, posted

SENT = "forgot"
PROVED = "forgot_who"
MINUTES = 10


@public
def forgot(request: HttpRequest) -> HttpResponse:
    """The phone that the code goes to."""
    form = PhoneForm(posted(request))
    if request.method == "POST" and form.is_valid():
        _send(request, form.cleaned_data["phone"])
        return redirect("portal:forgot_code")
    return render(request, "portal/accounts/forgot.html", {"form": form, "next": asked_for(request)})


def _send(request: HttpRequest, phone: str) -> None:
    now = timezone.now()
    keep(request, SENT, str(resetting.begin(phone, address=client.address(request), at=now)), at=now)


@public
def forgot_code(request: HttpRequest) -> HttpResponse:
    """The code, or another one."""
    now = timezone.now()
    pk = kept_id(request, SENT, at=now)
    phone = resetting.phone_of(pk) if pk else ""
    if not (pk and phone):
        return redirect("portal:forgot")
    form, refusal = CodeForm(), None
    if request.method == "POST" and "again" in request.POST:
        try:
            _send(request, phone)
            return redirect("portal:forgot_code")
        except TooOften as too_often:
            refusal = too_often
    elif request.method == "POST":
        form = CodeForm(request.POST)
        if form.is_valid() and _proved(request, form, pk, now):
            return redirect("portal:forgot_password")
    context = {"form": form, "phone": phone, "old_card": False, "refusal": refusal, "back": reverse("portal:forgot")}
    return render(request, "portal/accounts/code.html", context, status=429 if refusal else 200)


def _proved(request: HttpRequest, form: CodeForm, pk: UUID, now: datetime) -> bool:
    try:
        accounts = resetting.confirm(pk, code=form.cleaned_data["code"], at=now)
    except ValidationError as refused:
        form.add_error("code", refused)
        return False
    request.session.pop(SENT)
    keep(request, PROVED, [str(account.pk) for account in accounts], at=now)
    return True


@public
def forgot_password(request: HttpRequest) -> HttpResponse:
    """The new password, and for whom when several people share the phone."""
    proved = kept(request, PROVED, at=timezone.now(), minutes=MINUTES)
    if not proved:
        return redirect("portal:forgot")
    form = NewPasswordForm(people(proved), posted(request))
    if request.method == "POST" and form.is_valid():
        account, wanted = form.chosen(), asked_for(request)
        resetting.set_password(account, password=form.cleaned_data["password"])
        entrances.enter(request, account)
        return redirect(landing(account, wanted))
    return render(request, "portal/accounts/new_password.html", {"form": form})
