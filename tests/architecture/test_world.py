"""The world stands on its own feet: it is built by the product's verbs, and pouring it back gives the same."""

import pytest

from motcua.accounts.models import Account
from motcua.catalogue.models import Procedure
from motcua.dossiers.states import Status
from tests.world import BIRTH, MARITAL, World, enter, memory


def test_it_is_the_same_every_time(world: World) -> None:
    before = {row.pk for row in Account.objects.all()}

    assert memory.tables
    assert len(before) == 6
    assert Procedure.objects.count() >= 30


@pytest.mark.django_db(transaction=True)
def test_it_can_be_entered_where_transactions_are_real(world: World) -> None:
    assert world.an.full_name == "Nguyễn Thị An"


@pytest.mark.parametrize(
    ("last", "status"),
    [
        ("start_draft", Status.DRAFT),
        ("file", Status.FILED),
        ("refuse", Status.REFUSED),
        ("accept", Status.ACCEPTED),
        ("begin", Status.PROCESSING),
        ("hand_over", Status.PROCESSING),
        ("finish", Status.FINISHED),
        ("return_result", Status.RETURNED),
    ],
)
@pytest.mark.parametrize("code", [BIRTH, MARITAL])
def test_a_dossier_walks_to_every_state(world: World, last: str, status: Status, code: str) -> None:
    assert world.dossier(last, code=code).status == status


def test_a_second_entrance_is_a_mistake_of_the_test(world: World) -> None:
    with pytest.raises(Exception, match="duplicate key"):
        enter()


def test_who_signed_in_is_let_in(world: World) -> None:
    assert world.client(world.an).get("/tai-khoan/").status_code == 200
    assert world.client().get("/tai-khoan/").status_code == 302
