"""The table of what officers can press."""

from motcua.desk.deeds import DEEDS, ROWS, Way
from tests.world import MONDAY, World


def test_every_action_has_one_row() -> None:
    assert len(DEEDS) == len(ROWS)


def test_refusing_and_stopping_lead_out() -> None:
    out = {"refuse", "decline_withdrawal", "stop_unanswered", "stop", "finish_refused"}
    assert {deed.action for deed in ROWS if deed.way is Way.OUT} == out


def test_accepting_asks_only_where_no_term_is_known(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    assert not DEEDS["accept"].asks(dossier)
    dossier.term_unit = ""
    assert DEEDS["accept"].asks(dossier)
