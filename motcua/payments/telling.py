"""What is owed, in words."""

from django.utils.translation import gettext as _

from motcua.common import words

from .models import Charge


def charge_in_words(charge: Charge) -> str:
    """“8.000 đ/bản × 2, nộp tại quầy khi nhận kết quả”; without an amount “theo văn bản”."""
    if charge.amount is None:
        said = _("theo văn bản")
    else:
        said = words.money(charge.amount)
        if charge.per and charge.amount:
            said = f"{said}/{charge.per}"
    if charge.quantity > 1:
        said = f"{said} × {charge.quantity}"
    return f"{said}, {charge.when_due}" if charge.when_due else said
