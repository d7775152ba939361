"""Money at the counter: what was taken, or waived, or how much it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from motcua.payments.models import Means

from .acting import text
from .deciding import MOST_MONEY, WHOLE

AMOUNT = {**WHOLE, "required": gettext_lazy("Ghi số tiền, bằng đồng")}


class MoneyForm(forms.Form):
    """Each page carries an id of its own, so that a second press records nothing twice."""

    use_required_attribute = False
    token = forms.UUIDField(widget=forms.HiddenInput)


def amount(label: Any) -> forms.IntegerField:
    """Đồng, dots allowed."""
    return forms.IntegerField(
        label=label, min_value=1, max_value=MOST_MONEY, widget=forms.TextInput, error_messages=AMOUNT, localize=False
    )


class PaidForm(MoneyForm):
    """What the cashier took."""

    amount = amount(gettext_lazy("Số tiền đã thu (đồng)"))
    means = forms.ChoiceField(
        label=gettext_lazy("Cách nộp"),
        choices=Means.choices,
        error_messages={"required": gettext_lazy("Chọn cách nộp")},
    )
    receipt_number = text(gettext_lazy("Số biên lai"), gettext_lazy("Ghi số biên lai"), most=60)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(without_dots(data), **kwargs)


class WaivedForm(MoneyForm):
    """Why nothing, or nothing more, is to be paid."""

    ground = text(gettext_lazy("Căn cứ miễn"), gettext_lazy("Ghi điều, khoản và số văn bản"))


class StatedForm(MoneyForm):
    """How much one is, and how many."""

    charge = forms.UUIDField(widget=forms.HiddenInput)
    amount = amount(gettext_lazy("Mức thu (đồng)"))
    quantity = forms.IntegerField(
        label=gettext_lazy("Số lượng"),
        min_value=1,
        max_value=10_000,
        initial=1,
        widget=forms.TextInput,
        error_messages={**WHOLE, "required": gettext_lazy("Ghi số lượng")},
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(without_dots(data), **kwargs)


def without_dots(data: Any) -> Any:
    """“8.000” is typed as it is read."""
    if data is None:
        return None
    typed = data.copy()
    if "amount" in typed:
        typed["amount"] = typed["amount"].replace(".", "").replace(" ", "").removesuffix("đ").strip()
    return typed
