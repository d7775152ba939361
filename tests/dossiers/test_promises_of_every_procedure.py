"""For every seeded procedure: whenever the desk accepts, the date is never later than the promise."""

import random
from datetime import datetime, timedelta

import pytest

from motcua.agencies.queries import resolver
from motcua.catalogue.models import Procedure
from motcua.catalogue.queries import VersionPage, current_version
from motcua.dossiers import promises
from motcua.dossiers.models import Dossier
from tests.world import COMMUNE, HANOI, MONDAY, World

PAIRS = 1000
FIRST = datetime(2026, 1, 5, tzinfo=HANOI)


def dossiers_of(page: VersionPage) -> list[Dossier]:
    """One unsaved dossier for each case and way of handing in that has a term; none where another body resolves."""
    body = resolver(page.body, COMMUNE)
    if not page.body:
        return []
    assert body is not None
    return [
        Dossier(
            resolving_agency=body,
            receiving_agency=body.receiver,
            term_amount=row.amount,
            term_unit=row.unit,
        )
        for case in page.cases
        for row in case.channels
        if row.usable
    ]


def test_the_due_date_is_never_later_than_the_promise_and_equal_at_the_last_moment(world: World) -> None:
    codes = sorted(Procedure.objects.values_list("code", flat=True))
    assert len(codes) >= 30
    chance = random.Random(20261126)
    counted = 0
    for code in codes:
        page = current_version(code)
        assert page is not None
        kinds = {(one.term_amount, one.term_unit): one for one in dossiers_of(page)}
        for dossier in kinds.values():
            for _ in range(max(PAIRS // len(kinds), 1) if kinds else 0):
                filed = FIRST + timedelta(minutes=chance.randrange(340 * 24 * 60))
                told = promises.promise(dossier, filed)
                dossier.accept_by = told.accept_by
                accepted = filed + timedelta(minutes=chance.randrange(14 * 24 * 60))
                due = promises.due_from_acceptance(dossier, accepted)
                assert due is not None
                assert told.result_by is not None
                assert due <= told.result_by, (code, filed, accepted)
                counted += 1
            assert promises.due_from_acceptance(dossier, told.accept_by) == told.result_by
    assert counted >= 25_000


@pytest.mark.parametrize("minutes", [0, 1])
def test_the_very_moment_and_the_one_after_it_are_equal(world: World, minutes: int) -> None:
    dossier = world.dossier("file", at=MONDAY + timedelta(hours=minutes))
    assert dossier.accept_by is not None

    due = promises.due_from_acceptance(dossier, dossier.accept_by + timedelta(minutes=minutes))
    assert due == dossier.promised_at
