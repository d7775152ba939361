"""The table of what officers can press."""

from motcua.desk.deeds import DEEDS, ROWS, Way
from motcua.dossiers.models import Dossier
from tests.world import MONDAY, World


def test_every_action_has_one_row() -> None:
    assert len(DEEDS) == len(ROWS)


def test_only_refusing_leads_out() -> None:
    assert [deed.action for deed in ROWS if deed.way is Way.OUT] == ["refuse"]


def test_accepting_asks_only_where_no_term_is_known(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    assert not DEEDS["accept"].asks(dossier)
    assert DEEDS["accept"].asks(Dossier(pk=dossier.pk, term_unit=""))
