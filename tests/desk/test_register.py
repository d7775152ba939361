"""A register covers a quarter at most."""

from datetime import date

import pytest

from motcua.agencies.models import Agency
from motcua.desk.forms.register import RegisterForm
from tests.world import World


@pytest.mark.django_db
def test_a_longer_period_is_to_be_split(world: World) -> None:
    agencies = list(Agency.objects.order_by("id")[:1])
    typed = {f"first-{part}": value for part, value in (("day", "1"), ("month", "1"), ("year", "2026"))}
    typed |= {f"last-{part}": value for part, value in (("day", "1"), ("month", "6"), ("year", "2026"))}

    form = RegisterForm(typed | {"agency": str(agencies[0].pk)}, agencies=agencies, today=date(2026, 11, 27))

    assert form.errors["last"] == ["Sổ dài nhất 92 ngày; chia thành nhiều kỳ"]
