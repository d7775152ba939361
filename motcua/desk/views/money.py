"""Fees of one dossier: what is due, recording a payment, a waiver, or an amount that a document sets."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.common.errors import Conflict
from motcua.common.ids import new_id
from motcua.desk.forms.money import PaidForm, StatedForm, WaivedForm
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.payments import queries as payments
from motcua.payments.models import Charge
from motcua.payments.telling import charge_in_words

from .loading import at_desk

FORMS: dict[str, type[forms.Form]] = {"paid": PaidForm, "waived": WaivedForm, "stated": StatedForm}


@require_http_methods(["GET", "POST"])
@officer()
def money(request: OfficerRequest, code: str) -> HttpResponse:
    """GET shows what is due; POST records what was done about it."""
    dossier = at_desk(request, code)
    what = next((name for name in FORMS if name in request.POST), "")
    if request.method != "POST" or not what:
        return _page(request, dossier, {})
    form = FORMS[what](request.POST)
    try:
        if form.is_valid():
            _record(request, dossier, what, form)
            return redirect("desk:money", dossier.code)
    except actions.NotAllowed:
        raise
    except Conflict:
        form.add_error(None, _("Số biên lai này đã được ghi, hoặc khoản này không sửa được nữa"))
    return _page(request, dossier, {what: form}, status=422)


def _record(request: OfficerRequest, dossier: Dossier, what: str, form: forms.Form) -> None:
    given, now = form.cleaned_data, timezone.now()
    if what == "paid":
        received = actions.Received(given["token"], given["amount"], given["means"], given["receipt_number"])
        actions.record_payment(dossier, received, by=request.user, at=now)
        messages.success(request, _("Đã ghi khoản thu"))
    elif what == "waived":
        actions.waive(dossier, given["token"], by=request.user, at=now, ground=given["ground"])
        messages.success(request, _("Đã ghi việc miễn"))
    else:
        quantity = given["quantity"]
        actions.state_amount(
            dossier, given["charge"], by=request.user, at=now, amount=given["amount"], quantity=quantity
        )
        messages.success(request, _("Đã ghi số tiền"))


def _stated(charge: Charge, tried: forms.Form | None) -> forms.Form:
    """The form of one charge, with ids of its own: several stand on the page."""
    if tried is not None and tried.data.get("charge") == str(charge.pk):
        return tried
    known = {"token": new_id(), "charge": charge.pk, "quantity": charge.quantity, "amount": charge.amount or ""}
    return StatedForm(initial=known, auto_id=f"{charge.pk}-%s")


def _page(
    request: OfficerRequest, dossier: Dossier, tried: dict[str, forms.Form], *, status: int = 200
) -> HttpResponse:
    account = payments.account(dossier.pk)
    context = {
        "dossier": dossier,
        "account": account,
        "charges": [(one, charge_in_words(one), _stated(one, tried.get("stated"))) for one in account.charges],
        "paid": tried.get("paid") or PaidForm(initial={"token": new_id(), "amount": account.owed or ""}),
        "waived": tried.get("waived") or WaivedForm(initial={"token": new_id()}),
        "tried": list(tried.values()),
    }
    return render(request, "desk/money.html", context, status=status)
