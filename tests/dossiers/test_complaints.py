"""Whom to complain to, and until when; said as what it is: from memory."""

from datetime import date, timedelta

import pytest

from motcua.dossiers import actions, complaints
from tests.world import MONDAY, World

LATER = MONDAY + timedelta(hours=1)


def test_a_refusal_is_complained_of_within_ninety_days(world: World) -> None:
    found = complaints.complaint_of(world.dossier("refuse", at=MONDAY))
    assert found is not None
    about, line = found

    assert (line.action, about.until) == ("refuse", date(2027, 2, 7))
    assert about.office == world.agency().receiver.name
    assert about.phone
    assert not about.confirmed


def test_what_went_well_gives_no_ground(world: World) -> None:
    assert complaints.complaint_of(world.dossier("finish", at=MONDAY)) is None


@pytest.mark.parametrize("days", [30])
def test_an_installation_may_set_another_term(world: World, settings: object, days: int) -> None:
    settings.COMPLAINT_DAYS = days  # type: ignore[attr-defined]
    dossier = world.dossier("begin", at=MONDAY)
    actions.stop(dossier, by=world.ha, at=LATER, reason="x", ground="y")

    found = complaints.complaint_of(dossier)
    assert found is not None
    assert found[0].until == date(2026, 12, 9)
