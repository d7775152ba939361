"""Signing in with ID number or phone, saying who one is where a family shares both, signing out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import entrances, signing_in
from motcua.accounts.doors import public
from motcua.accounts.middleware import RAN_OUT
from motcua.accounts.models import Account
from motcua.accounts.queries import citizens
from motcua.common import client

from .forms import SignInForm, WhoForm
from .way import asked_for, keep, kept, landing, posted

FITTING = "who"
MINUTES = 5


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """ID number or phone, and the password."""
    now, wanted = timezone.now(), asked_for(request)
    if request.method == "GET" and request.user.is_authenticated and not entrances.at_the_desk(request):
        return redirect(landing(request.user, wanted))
    form = SignInForm(posted(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        found = signing_in.fitting(told["identifier"], told["password"], address=client.address(request), at=now)
        if len(found) > 1:
            keep(request, FITTING, [str(account.pk) for account in found], at=now)
            return redirect("portal:sign_in_who")
        if found:
            entrances.enter(request, found[0])
            return redirect(landing(found[0], wanted))
        form.add_error("identifier", _("Số định danh, số điện thoại hoặc mật khẩu chưa đúng"))
    context = {"form": form, "next": wanted, "ran_out": RAN_OUT in request.GET}
    return render(request, "portal/accounts/sign_in.html", context)


@public
def sign_in_who(request: HttpRequest) -> HttpResponse:
    """“Ông/bà là ai?”: the password fits more than one account of the phone."""
    fitting = kept(request, FITTING, at=timezone.now(), minutes=MINUTES)
    if not fitting:
        return redirect("portal:sign_in")
    form = WhoForm(people(fitting), posted(request))
    if request.method == "POST" and form.is_valid():
        account, wanted = form.chosen(), asked_for(request)
        entrances.enter(request, account)
        return redirect(landing(account, wanted))
    return render(request, "portal/accounts/who.html", {"form": form})


def people(ids: list[str]) -> list[Account]:
    """The accounts remembered in the session, in the order of names."""
    return list(citizens().filter(pk__in=ids).order_by("sort_key", "birth_on", "pk"))


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the entrance that one came in by."""
    entrance = "desk:sign_in" if entrances.at_the_desk(request) else "portal:home"
    entrances.leave(request)
    return redirect(entrance)
