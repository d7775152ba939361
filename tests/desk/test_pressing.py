"""Which buttons stand in which order."""

from django.utils import timezone

from motcua.desk import pressing
from motcua.dossiers import actions
from tests.world import MONDAY, World


def shown(world: World, last: str, who: str) -> list[tuple[str, bool]]:
    presses = pressing.open_to(world.dossier(last, at=MONDAY), world.people[who], timezone.now())
    return [(press.deed.action, press.likely) for press in presses]


def test_the_likely_one_is_first_and_what_leads_out_is_last(world: World) -> None:
    assert shown(world, "file", "chi") == [("accept", True), ("refuse", False)]
    assert shown(world, "begin", "dung") == [("prepare_result", True), ("hand_over", False)]
    assert shown(world, "hand_over", "ha") == [("finish", True), ("send_back", False)]
    assert shown(world, "finish", "chi") == [("return_result", True)]


def test_with_a_result_the_handler_is_led_on(world: World) -> None:
    dossier = world.dossier("hand_over", at=MONDAY)
    actions.send_back(dossier, by=world.ha, at=timezone.now(), reason="Xem lại")
    presses = pressing.open_to(dossier, world.dung, timezone.now())

    assert [(press.deed.action, press.likely) for press in presses] == [("hand_over", True), ("prepare_result", False)]


def test_a_party_and_a_stranger_press_nothing(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    assert pressing.open_to(dossier, world.giang, timezone.now()) == []
    dossier.parties.filter(role="submitter").update(id_number=world.chi.id_number)
    assert pressing.open_to(dossier, world.chi, timezone.now()) == []


def test_only_what_needs_words_or_a_last_look_has_a_page_between(world: World) -> None:
    asks = {
        press.deed.action: press.asks
        for last, who in (("file", "chi"), ("accept", "dung"), ("hand_over", "ha"), ("finish", "chi"))
        for press in pressing.open_to(world.dossier(last, at=MONDAY), world.people[who], timezone.now())
    }

    assert asks == {
        "accept": False, "refuse": True, "begin": False, "send_back": True, "finish": True, "return_result": True,
    }  # fmt: skip
