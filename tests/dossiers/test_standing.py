"""In which roles people stand to a dossier."""

from motcua.dossiers.standing import standing
from tests.world import MONDAY, World


def test_sides_officers_and_strangers(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)

    assert set(standing(dossier, world.an, MONDAY)) == {"submitter"}
    assert set(standing(dossier, world.chi, MONDAY)) == {"intake", "returner", "cashier"}
    assert set(standing(dossier, world.dung, MONDAY)) == {"handler"}
    assert set(standing(dossier, world.ha, MONDAY)) == {"approver"}
    assert standing(dossier, world.giang, MONDAY) == {}
    assert standing(dossier, world.binh, MONDAY) == {}
    assert set(standing(dossier, None, MONDAY)) == {"system", "payment"}


def test_an_officer_who_is_a_party_is_no_officer_there(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    dossier.parties.filter(role="owner").update(id_number=world.ha.id_number)

    assert "approver" not in standing(dossier, world.ha, MONDAY)
