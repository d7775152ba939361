"""A person's own account: what it says, and changing it."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import emails, entrances, people
from motcua.accounts.doors import SignedInRequest, public, signed_in

from .forms import ChangePasswordForm, EmailForm, NumberForm
from .way import OLD_CARD, asked_for, confirmation_link, posted


@signed_in
def account(request: SignedInRequest) -> HttpResponse:
    """One's own data, whether it is verified, and how it becomes so."""
    return render(request, "portal/accounts/account.html", {"old_card": len(request.user.id_number) == OLD_CARD})


@signed_in
def change_email(request: SignedInRequest) -> HttpResponse:
    """Another address, or none; a link goes to it."""
    form = EmailForm(posted(request), initial={"email": request.user.email})
    if request.method == "POST" and form.is_valid():
        people.change_email(request.user, email=form.cleaned_data["email"])
        if request.user.email and not request.user.email_confirmed_at:
            emails.ask(request.user, link=confirmation_link, at=timezone.now())
            messages.success(request, _("Đã gửi liên kết. Mở thư rồi bấm liên kết để xác nhận"))
        return redirect("portal:account")
    return render(request, "portal/accounts/change_email.html", {"form": form})


@signed_in
def change_number(request: SignedInRequest) -> HttpResponse:
    """Twelve digits for an old card's nine."""
    if request.user.is_verified:
        raise Http404
    form = NumberForm(posted(request))
    if request.method == "POST" and form.is_valid():
        people.replace_old_number(request.user, id_number=form.cleaned_data["id_number"])
        messages.success(request, _("Đã ghi số định danh 12 số"))
        return redirect(asked_for(request) or "portal:account")
    return render(request, "portal/accounts/change_number.html", {"form": form, "next": asked_for(request)})


@signed_in
def change_password(request: SignedInRequest) -> HttpResponse:
    """A new password; other devices are signed out."""
    form = ChangePasswordForm(request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        people.change_password(request.user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, request.user)
        entrances.leave_elsewhere(request, request.user)
        messages.success(request, _("Đã đổi mật khẩu. Các máy khác đã đăng xuất"))
        return redirect("portal:account")
    return render(request, "portal/accounts/change_password.html", {"form": form})


@signed_in
@require_POST
def sign_out_elsewhere(request: SignedInRequest) -> HttpResponse:
    """End every session but this one."""
    ended = entrances.leave_elsewhere(request, request.user)
    words = _("Đã đăng xuất ở %(count)s nơi khác") % {"count": ended} if ended else _("Không có nơi nào khác")
    messages.success(request, words)
    return redirect("portal:account")


@public
def confirm_email(request: HttpRequest, key: str) -> HttpResponse:
    """A button, since mail programs open links by themselves."""
    if request.method == "POST" and not emails.confirm(key, at=timezone.now()):
        raise Http404
    context = {"address": emails.address_of(key), "done": request.method == "POST"}
    return render(request, "portal/accounts/confirm_email.html", context)
