"""Two moments, two dates: the due date is never later than the promise, whenever the desk accepts."""

from datetime import timedelta

import pytest

from motcua.dossiers import promises
from motcua.dossiers.models import Dossier
from tests.world import MONDAY, World


@pytest.fixture
def dossier(world: World) -> Dossier:
    return world.dossier("file")


@pytest.mark.parametrize(
    ("unit", "amount"), [("working_day", 3), ("hour", 8), ("day", 10), ("month", 1), ("same_day", None)]
)
@pytest.mark.parametrize("hours", [0, 1, 5, 9, 15, 20, 26, 70, 100, 400])
def test_no_acceptance_is_due_later_than_the_promise(
    dossier: Dossier, unit: str, amount: int | None, hours: int
) -> None:
    dossier.term_unit, dossier.term_amount = unit, amount
    told = promises.promise(dossier, MONDAY)
    dossier.accept_by = told.accept_by

    due = promises.due_from_acceptance(dossier, MONDAY + timedelta(hours=hours))

    assert due is not None
    assert told.result_by is not None
    assert due <= told.result_by


def test_at_the_last_permitted_moment_they_are_equal(dossier: Dossier) -> None:
    told = promises.promise(dossier, MONDAY)
    dossier.accept_by = told.accept_by

    due = promises.due_from_acceptance(dossier, told.accept_by)

    assert due is not None
    assert due == told.result_by


@pytest.mark.parametrize(("unit", "amount"), [("", None), ("no_date", None), ("working_day", None)])
def test_without_a_usable_term_no_date_is_promised(dossier: Dossier, unit: str, amount: int | None) -> None:
    dossier.term_unit, dossier.term_amount = unit, amount

    assert promises.promise(dossier, MONDAY).result_by is None
    assert promises.due_from_acceptance(dossier, MONDAY) is None
