"""A calendar by the code of its agency."""

from datetime import date

import pytest

from motcua.agencies.by_code import calendar_with_code
from motcua.deadlines import STANDARD
from tests.world import MONDAY, World


def test_the_police_receive_on_saturday_and_nobody_carries_a_strange_code(world: World) -> None:
    police = world.agency("cong_an_xa").code_on(date(2026, 11, 9))

    assert calendar_with_code(police, MONDAY).reception[5]
    assert calendar_with_code(world.agency().code_on(date(2026, 11, 9)), MONDAY) is STANDARD
    with pytest.raises(ValueError, match="H00"):
        calendar_with_code("H00", MONDAY)
