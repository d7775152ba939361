"""Who held a dossier how long, without the time in which the term was stopped."""

from datetime import datetime

from motcua.dossiers import actions, answering, holding
from motcua.dossiers.states import ItemKind
from tests.world import HANOI, MONDAY, World


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def test_shares_add_up_to_the_term(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    whole, shares = holding.term_minutes(dossier), holding.budget_minutes(dossier)

    assert shares is not None
    assert sum(shares) == whole
    assert whole == 32 * 60 - 61  # from one minute past eight on Monday to Thursday's close


def test_a_stage_is_not_charged_for_the_time_it_waited(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    item = actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")
    actions.ask_supplement(dossier, [item], by=world.dung, at=local("2026-11-10T07:00"))
    back = local("2026-11-12T07:00")
    [asked] = answering.items_of(dossier)
    actions.answer_item(dossier, asked.pk, actions.Answered("Đây"), by=world.an, at=back)
    actions.supplement(dossier, by=world.an, at=back)
    prepared = actions.Prepared("1", MONDAY.date(), no_file_reason="Bản giấy")
    actions.prepare_result(dossier, prepared, by=world.dung, at=back)

    line = actions.hand_over(dossier, by=world.dung, at=local("2026-11-12T09:00"))

    monday = 8 * 60 - 62  # begun at 8:02
    assert line.facts["held_minutes"] == monday + 2 * 60
    assert line.facts["budget_minutes"] == holding.budget_minutes(dossier)[0]  # type: ignore[index]
