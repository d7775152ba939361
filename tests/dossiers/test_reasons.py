"""Reasons grow from use: what was said is offered again, the most used first."""

from datetime import timedelta

from motcua.dossiers import actions, reasons
from motcua.dossiers.states import ItemKind
from tests.world import MONDAY, World


def test_a_reason_that_was_given_is_known_for_its_procedure_and_paper(world: World) -> None:
    procedure = world.page().procedure_id
    blurred = actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ", "Điều 16", short="mờ")
    cut = actions.Item(ItemKind.OTHER, "Ảnh", "Thiếu góc")
    for _ in range(2):
        reasons.learn(procedure, [blurred], MONDAY)
    reasons.learn(procedure, [cut, actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")], MONDAY + timedelta(days=1))

    found = reasons.known(procedure, ["Ảnh", "khác"])["Ảnh"]
    assert [(one.short, one.plain, one.ground, one.uses) for one in found] == [
        ("mờ", "Ảnh mờ", "Điều 16", 3),
        ("Thiếu góc", "Thiếu góc", "", 1),
    ]
    assert reasons.known(world.page("1.001193").procedure_id, ["Ảnh"]) == {}


def test_a_request_teaches_its_reasons(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")], by=world.chi, at=MONDAY)

    assert [one.plain for one in reasons.known(world.page().procedure_id, ["Ảnh"])["Ảnh"]] == ["Ảnh mờ"]
