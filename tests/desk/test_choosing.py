"""Finding the procedure, the case and the body of a reception."""

from uuid import UUID

import pytest
from django.utils import timezone

from motcua.accounts.models import Account
from motcua.accounts.queries import held
from motcua.desk.choosing import Counter, choose, counter_of
from tests.world import BIRTH, World

ADOPTION, GUARDIAN, RESIDENCE = "2.001263", "1.004837", "1.004194"


def counter(account: Account) -> Counter:
    return counter_of(held(account, timezone.localdate()))


def test_a_counter_receives_for_itself_and_for_the_body_whose_desk_it_is(world: World) -> None:
    assert counter(world.chi).bodies == {"ubnd_xa", "trung_tam_xa"}
    assert counter(world.dung).served == ()


def test_the_body_is_the_commune_s_own(world: World) -> None:
    assert choose({"procedure": BIRTH}, counter(world.giang)).resolver == world.agency("ubnd_xa", "30037")


def test_another_counter_of_the_province_is_offered_but_not_one_s_own(world: World) -> None:
    offered = {agency.pk for agency in counter(world.chi).other_counters()}

    assert world.agency("trung_tam_xa", "30037").pk in offered
    assert world.agency("trung_tam_xa").pk not in offered


@pytest.mark.parametrize("typed", [{}, {"words": "  "}, {"change": "1", "procedure": BIRTH, "words": "khai sinh"}])
def test_nothing_is_chosen_yet(world: World, typed: dict[str, str]) -> None:
    choice = choose(typed, counter(world.chi))

    assert (choice.page, choice.matches, choice.asks_case) == (None, (), False)


@pytest.mark.parametrize("code", [RESIDENCE, "9.999999", "x" * 400])
def test_what_the_counter_does_not_receive_is_not_chosen(world: World, code: str) -> None:
    choice = choose({"procedure": code}, counter(world.chi))

    assert choice.page is None
    assert bool(choice.elsewhere) == (code == RESIDENCE)


def test_a_choice_beside_a_match_wins_over_what_was_chosen_before(world: World) -> None:
    choice = choose({"procedure": BIRTH, "choose": GUARDIAN}, counter(world.chi))

    assert choice.page is not None
    assert choice.page.code == GUARDIAN


def test_the_case_of_another_procedure_does_not_fit(world: World) -> None:
    foreign: UUID = world.page(BIRTH).cases[0].id

    assert choose({"procedure": GUARDIAN, "case": str(foreign)}, counter(world.chi)).asks_case


def test_the_term_is_asked_where_the_way_of_handing_in_has_none(world: World) -> None:
    birth, adoption = (choose({"procedure": code}, counter(world.chi)) for code in (BIRTH, ADOPTION))

    assert not birth.asks_term("counter")
    assert adoption.asks_term("counter")
    assert not choose({"procedure": GUARDIAN}, counter(world.chi)).asks_term("counter")
