"""The longest and the emptiest paper are drawn as what they are: trials."""

import pytest

from motcua.documents import letterheads, storing, trying
from motcua.documents.letterheads import Look
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_the_trial_is_stored_once_and_has_several_pages(world: World) -> None:
    made = letterheads.save(world.agency(), "01", Look(signer_title="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"), at=MONDAY)

    trying.try_out(made.pk, at=MONDAY)
    trying.try_out(made.pk, at=MONDAY)

    made.refresh_from_db()
    assert made.trial is not None
    with storing.open_file(made.trial) as opened:
        assert trying.pages(opened.read()) >= 2
