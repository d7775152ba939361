"""Charges in words."""

import pytest

from motcua.payments.models import Charge
from motcua.payments.telling import charge_in_words


@pytest.mark.parametrize(
    ("charge", "said"),
    [
        (Charge(amount=None, quantity=1), "theo văn bản"),
        (Charge(amount=0, quantity=1, per="bản"), "miễn phí"),
        (Charge(amount=8_000, quantity=1), "8.000 đ"),
        (Charge(amount=8_000, quantity=3, per="bản"), "8.000 đ/bản × 3"),
    ],
)
def test_amount_unit_and_quantity(charge: Charge, said: str) -> None:
    assert charge_in_words(charge).replace("\xa0", " ") == said
