"""Which buttons stand in which order."""

from datetime import timedelta

from django.utils import timezone

from motcua.desk import pressing
from motcua.dossiers import actions
from motcua.dossiers.states import ItemKind
from tests.world import MONDAY, World

SOON = MONDAY + timedelta(hours=1)


def shown(world: World, last: str, who: str) -> list[tuple[str, bool]]:
    presses = pressing.open_to(world.dossier(last, at=MONDAY), world.people[who], SOON)
    return [(press.deed.action, press.likely) for press in presses.row]


def test_the_likely_one_is_first_and_what_leads_out_is_last(world: World) -> None:
    asked_aside = [("ask_supplement_first", False), ("redirect", False), ("refuse", False)]
    assert shown(world, "file", "chi") == [("accept", True), *sorted(asked_aside[:2], reverse=True), asked_aside[2]]
    assert shown(world, "begin", "dung")[:2] == [("prepare_result", True), ("hand_over", False)]
    likely, *aside, back, stop, refused = shown(world, "hand_over", "ha")
    assert (likely, back, stop, refused) == (
        *(("finish", True), ("send_back", False), ("stop", False), ("finish_refused", False)),
    )
    assert {action for action, _likely in aside} == {"ask_supplement", "extend"}


def test_mistakes_are_kept_apart(world: World) -> None:
    presses = pressing.open_to(world.dossier("finish", at=MONDAY), world.ha, SOON)
    assert [press.deed.action for press in presses.mistakes] == []  # Hà finished it herself

    accepted = pressing.open_to(world.dossier("accept", at=MONDAY), world.ha, SOON)
    assert [press.deed.action for press in accepted.mistakes] == ["undo_accept"]


def test_money_is_for_the_cashier_and_papers_for_the_intake(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    item = actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")
    actions.ask_supplement(dossier, [item], by=world.chi, at=SOON)

    chi, ha = (pressing.open_to(dossier, who, SOON) for who in (world.chi, world.ha))
    assert (chi.takes_money, chi.takes_papers) == (True, True)
    assert (ha.takes_money, ha.takes_papers) == (False, False)


def test_with_a_result_the_handler_is_led_on(world: World) -> None:
    dossier = world.dossier("hand_over", at=MONDAY)
    actions.send_back(dossier, by=world.ha, at=timezone.now(), reason="Xem lại")
    presses = pressing.open_to(dossier, world.dung, SOON)

    likely = [(press.deed.action, press.likely) for press in presses.row][:2]
    assert likely == [("hand_over", True), ("prepare_result", False)]


def test_a_party_and_a_stranger_press_nothing(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    assert pressing.open_to(dossier, world.giang, SOON).row == ()
    dossier.parties.filter(role="submitter").update(id_number=world.chi.id_number)
    assert pressing.open_to(dossier, world.chi, SOON).row == ()


def test_only_what_needs_words_or_a_last_look_has_a_page_between(world: World) -> None:
    asks = {
        press.deed.action: press.asks
        for last, who in (("file", "chi"), ("accept", "dung"), ("hand_over", "ha"), ("finish", "chi"))
        for press in pressing.open_to(world.dossier(last, at=MONDAY), world.people[who], SOON).row
    }

    assert {action for action, asked in asks.items() if not asked} == {"accept", "begin"}
