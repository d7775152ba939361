"""Numbers run per agency, kind and year; what waits is found again."""

from datetime import datetime, timedelta

import pytest

from motcua.agencies.models import Agency
from motcua.documents import issuing
from motcua.documents.issuing import Order
from motcua.documents.models import PaperState
from tests.world import HANOI, MONDAY, World

pytestmark = pytest.mark.django_db


def test_each_agency_kind_and_year_counts_for_itself(world: World) -> None:
    here, there = list(Agency.objects.order_by("id")[:2])
    next_year = datetime(2027, 1, 4, 8, 0, tzinfo=HANOI)

    given = [
        issuing.owe(agency, [Order(kind)], at=at)[0].number
        for agency, kind, at in (
            *((here, "01", MONDAY), (here, "01", MONDAY), (here, "02", MONDAY), (there, "01", MONDAY)),
            *((here, "01", next_year), (here, "filled", MONDAY)),
        )
    ]

    assert given == [1, 2, 1, 1, 1, None]


def test_a_newer_paper_takes_the_place_of_the_old_one_and_a_revoked_one_is_revoked_once(world: World) -> None:
    agency = Agency.objects.order_by("id")[0:1].get()
    [old] = issuing.owe(agency, [Order("01")], at=MONDAY)
    [new] = issuing.owe(agency, [Order("01", old)], at=MONDAY)

    assert (old.state, new.state) == (PaperState.SUPERSEDED, PaperState.OWED)
    assert issuing.revoke(new, at=MONDAY, why="Ghi nhầm")
    assert not issuing.revoke(new, at=MONDAY, why="Lần nữa")
    assert new.revoked_why == "Ghi nhầm"


def test_what_was_not_drawn_for_minutes_is_found_again(world: World) -> None:
    [paper] = issuing.owe(Agency.objects.order_by("id")[0:1].get(), [Order("07")], at=MONDAY)

    assert issuing.waiting(at=MONDAY + timedelta(seconds=30)) == []
    assert issuing.waiting(at=MONDAY + timedelta(minutes=3)) == [paper.pk]
