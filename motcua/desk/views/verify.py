"""Verifying a person's account: find it, compare it with the card in hand, say so."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts import people
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Account, Role
from motcua.accounts.numbers import read_id_number, read_identifier
from motcua.accounts.queries import carrying


class FindForm(forms.Form):
    """Whom to look for."""

    number = forms.CharField(
        label=gettext_lazy("Số định danh hoặc số điện thoại"),
        max_length=40,
        error_messages={"required": gettext_lazy("Ghi số định danh hoặc số điện thoại")},
    )

    def clean_number(self) -> str:
        """Something that can be one of the two."""
        typed = str(self.cleaned_data["number"])
        if not read_identifier(typed):
            raise ValidationError(_("Số định danh có 12 chữ số, số điện thoại có 10 chữ số"), code="neither")
        return typed


class CardForm(forms.Form):
    """What the officer reads on the card."""

    account = forms.ModelChoiceField(
        Account.objects.none(),
        label=gettext_lazy("Tài khoản"),
        error_messages={
            "required": gettext_lazy("Chọn tài khoản của người mang thẻ"),
            "invalid_choice": gettext_lazy("Chọn một tài khoản trong danh sách"),
        },
    )
    card_number = forms.CharField(
        label=gettext_lazy("Số trên thẻ căn cước"),
        max_length=40,
        error_messages={"required": gettext_lazy("Ghi số trên thẻ căn cước")},
    )
    seen = forms.BooleanField(
        label=gettext_lazy("Đã xem căn cước: ảnh, họ tên và ngày sinh đúng người này"),
        error_messages={"required": gettext_lazy("Xem căn cước rồi đánh dấu")},
    )

    def clean_card_number(self) -> str:
        """Digits of a card."""
        return read_id_number(self.cleaned_data["card_number"])


@officer(Role.INTAKE)
def verify(request: OfficerRequest) -> HttpResponse:
    """Find by number (posted, so that no number stands in an address), then compare and confirm."""
    find = FindForm(request.POST if request.method == "POST" else None, auto_id=False)
    found, card = Account.objects.none(), None
    if request.method == "POST" and find.is_valid():
        found = carrying(**read_identifier(find.cleaned_data["number"]))
        card = CardForm(request.POST if "card_number" in request.POST else None, auto_id=False)
        card.fields["account"].queryset = found.filter(verified_at=None)  # type: ignore[attr-defined]
        if card.is_valid() and _verified(request, card):
            return redirect("desk:verify")
    return render(request, "desk/verify.html", {"find": find, "found": list(found), "card": card})


def _verified(request: OfficerRequest, card: CardForm) -> bool:
    told = card.cleaned_data
    person: Account = told["account"]
    try:
        number = told["card_number"]
        people.verify(person, by=request.user, card_number=number, seen="Thẻ căn cước", at=timezone.now())
    except ValidationError as refused:
        card.add_error("card_number", refused)
        return False
    messages.success(request, _("Đã xác minh tài khoản của %(name)s") % {"name": person.full_name})
    return True
