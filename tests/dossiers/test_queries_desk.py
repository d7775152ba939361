"""What an officer's page of a dossier is made of."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.dossiers import queries
from motcua.dossiers.checks import Act
from motcua.dossiers.lifecycle import LIFECYCLE, Action
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.desk import ASKED, PLACE
from tests.world import BIRTH, MONDAY, World

ALL_ROLES = frozenset({"intake", "handler", "approver", "returner", "cashier"})


def offered(world: World, dossier: Dossier, roles: frozenset[str] = ALL_ROLES) -> dict[str, tuple[str, ...]]:
    act = Act(world.giang, MONDAY + timedelta(hours=1), roles)
    return {offer.action: offer.problems for offer in queries.offers(dossier, act)}


@pytest.mark.parametrize(
    ("last", "actions"),
    [
        ("file", ["redirect", "ask_supplement_first", "accept", "refuse"]),
        ("accept", ["begin", "ask_supplement", "ask_fee", "stop", "undo_accept"]),
        ("begin", ["hand_over", "ask_supplement", "ask_fee", "extend", "stop", "finish_refused"]),
        ("hand_over", ["send_back", "ask_supplement", "ask_fee", "extend", "stop", "finish", "finish_refused"]),
        ("finish", ["return_result", "undo_finish"]),
        ("return_result", ["undo_return", "replace_result"]),
        ("refuse", ["undo_refuse"]),
    ],
)
def test_what_is_offered_follows_the_table_and_the_stage(world: World, last: str, actions: list[str]) -> None:
    assert list(offered(world, world.dossier(last, at=MONDAY))) == actions


@pytest.mark.parametrize("last", ["file", "accept", "begin", "hand_over", "finish"])
def test_nothing_is_offered_to_who_holds_no_role(world: World, last: str) -> None:
    dossier = world.dossier(last, at=MONDAY)

    assert offered(world, dossier, frozenset()) == {}
    assert offered(world, dossier, frozenset({"cashier", "chair"})) == {}


def test_what_is_missing_is_told_and_what_is_asked_on_the_way_is_not(world: World) -> None:
    begun = offered(world, world.dossier("begin", at=MONDAY))
    assert begun[Action.HAND_OVER] == ("Chưa có kết quả: ghi số, ngày và tải tệp kết quả",)
    filed = offered(world, world.dossier("file", at=MONDAY))
    assert filed == {"redirect": (), "ask_supplement_first": (), "accept": (), "refuse": ()}


def test_every_check_of_an_officer_s_action_is_sorted() -> None:
    """A new check must be sorted by who answers it: the place, the fields of a page, or the dossier itself."""
    dossier_itself = {
        *("result_prepared", "approved_by_another", "checklist_complete", "every_item_answered", "fees_settled"),
        *("second_by_approver", "draft_settled", "answer_signed"),
    }
    moves = [move for move in LIFECYCLE if 0 not in move.sources and move.sources]

    assert {check.__name__ for move in moves for check in move.checks if check not in PLACE | ASKED} == dossier_itself


def test_who_prepares_the_result_is_who_works_on_the_stage(world: World) -> None:
    begun, handed = world.dossier("begin", at=MONDAY), world.dossier("hand_over", at=MONDAY)

    assert queries.may_prepare_result(begun, {"handler"})
    assert not queries.may_prepare_result(begun, {"approver"})
    assert not queries.may_prepare_result(handed, {"approver", "handler"})
    assert not queries.may_prepare_result(world.dossier("accept", at=MONDAY), {"handler"})


def test_the_page_costs_the_same_with_a_long_history(world: World) -> None:
    def cost(last: str) -> int:
        found = queries.with_surroundings(Dossier.objects.all()).prefetch_related("parties")
        dossier = found.get(pk=world.dossier(last, code=BIRTH, at=MONDAY).pk)
        queries.desk_page(dossier, timezone.now())
        with CaptureQueriesContext(connection) as asked:
            queries.desk_page(dossier, timezone.now())
        return len(asked)

    assert cost("finish") <= cost("accept") <= 9


def test_people_who_are_one_and_the_same_share_a_card(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    page = queries.desk_page(queries.with_surroundings(Dossier.objects.all()).get(pk=dossier.pk), timezone.now())

    assert [[party.role for party in same] for same in page.people] == [["owner"], ["submitter", "recipient"]]
