"""What is late is public, and tells nothing that a look-up could use."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from motcua.common.ids import new_id
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier
from tests.world import HANOI, MARITAL, MONDAY, World

FRIDAY = datetime(2026, 11, 13, 9, 0, tzinfo=HANOI)


def test_nobody_is_late_and_the_page_says_so(world: World, client: Client) -> None:
    said = client.get("/cong-khai/tre-hen/").content.decode()

    assert "Không có hồ sơ nào đang trễ hẹn" in said
    assert "Chưa có lần nào" in said
    assert client.get("/cong-khai/").status_code == 200


def test_a_late_dossier_shows_office_days_holder_and_two_digits(world: World, client: Client) -> None:
    dossier = world.dossier("begin", code=MARITAL, at=MONDAY)
    [row] = queries.late_page(FRIDAY).rows

    assert (row.days, row.holder, row.digits) == (1, "Xử lý", "01")
    said = client.get("/cong-khai/tre-hen/").content.decode()
    assert str(dossier.code) not in said
    assert "Nguyễn Thị An" not in said
    assert "Phạm Văn Dũng" not in said


def test_the_list_pages_by_key_and_costs_the_same(
    world: World, client: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(2):
        world.dossier("begin", at=MONDAY)
    client.get("/cong-khai/tre-hen/")
    first = Dossier.objects.order_by("pk")[0]
    for number in range(22):
        first.pk = None
        first.id = new_id()
        first.code = f"X-261109-{number:04d}"
        first.save(force_insert=True)
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        html = client.get("/cong-khai/tre-hen/").content.decode()

    assert html.count('<th scope="row"') == 20
    page = queries.late_page(FRIDAY)
    assert len(queries.late_page(FRIDAY, after=page.following).rows) == 4
    assert queries.late_page(FRIDAY, after="không phải").rows == page.rows
    assert queries.late_page(FRIDAY, agency=world.agency("cong_an_xa").pk).rows == ()


@pytest.mark.parametrize("status", ["accept", "finish"])
def test_what_is_in_time_or_ended_is_not_on_it(world: World, status: str) -> None:
    world.dossier(status, at=MONDAY)

    assert len(queries.late_page(MONDAY + timedelta(hours=2)).rows) == 0


def test_reversals_are_counted_per_office(world: World) -> None:
    dossier = world.dossier("accept", at=MONDAY)
    actions.undo_accept(dossier, by=world.ha, at=MONDAY + timedelta(hours=1), reason="Nhầm")

    assert queries.reversals_by_agency(FRIDAY) == [("UBND xã Thanh Mỹ", 1)]
