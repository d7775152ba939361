"""A manager states what their own place does otherwise; the neighbours' is not theirs."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.agencies.models import Agency
from motcua.agencies.starter import OTHER_COMMUNE
from motcua.catalogue.models import LocalEdition, LocalRule, Procedure
from motcua.catalogue.queries import in_force_at
from motcua.common import kept
from tests.world import BEGINNING, BIRTH, World

pytestmark = pytest.mark.django_db
EMPTY = {"times-count": "0", "fees-count": "0", "papers-count": "0", "offered": "1", "seen": "0"}
FEE = {"fees-count": "1", "fees-0-kind": "le_phi", "fees-0-amount": "5.000", "fees-0-when": "Khai quá hạn"}
BASIS = {"basis": "12/2026/NQ-HĐND"}


@pytest.fixture
def ha(world: World) -> Client:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    return world.client(world.ha)


def address(world: World, name: str = "local_rule", code: str = BIRTH) -> str:
    return reverse(f"backoffice:{name}", args=[world.agency().pk, code])


def amount(world: World) -> int | None:
    kept.forget()
    page = in_force_at(BIRTH, world.agency().pk)
    assert page is not None
    return next((fee.amount for fee in page.cases[0].channels[0].fees if fee.when == "Khai quá hạn"), -1)


def test_a_fee_is_stated_and_read_by_the_public_and_noted(ha: Client, world: World, client: Client) -> None:
    assert ha.post(address(world), EMPTY | FEE | BASIS).status_code == 302
    assert amount(world) == 5000
    page = client.get(f"/dich-vu-cong/{BIRTH}/").text
    assert "Có quy định riêng của địa phương" in page
    assert "12/2026/NQ-HĐND" in page
    assert "5.000" in page
    again = ha.get(address(world)).text
    assert "Ghi quy định riêng của cơ quan" in again
    assert 'value="5000"' in again
    assert Change.objects.get(word="local_rule_stated").agency == world.agency()
    assert "12/2026/NQ-HĐND" in ha.get(reverse("backoffice:local_rules", args=[world.agency().pk])).text


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(ha: Client, world: World) -> None:
    typed = EMPTY | FEE | {"contact": "Gọi cô Hà", "times-count": "1", "times-0-unit": "working_day"}
    answer = ha.post(address(world), typed)
    assert answer.status_code == 422
    for said in ("Ghi số văn bản cho phép quy định riêng", "Gọi cô Hà", "5.000", "Ghi số"):
        assert said in answer.text
    assert not LocalRule.objects.exists()
    assert "Ghi vì sao chưa nhận" in ha.post(address(world), EMPTY | {"offered": ""}).text


def test_a_term_may_only_be_shortened(ha: Client, world: World) -> None:
    code = "1.001699"  # in working days
    page = in_force_at(code, world.agency().pk)
    assert page is not None
    row = page.cases[0].channels[0]
    longer = (
        EMPTY | BASIS | {"times-count": "1", "times-0-unit": row.unit, "times-0-amount": str((row.amount or 0) + 1)}
    )
    assert f"{row.amount} ngày làm việc" in ha.get(address(world, code=code)).text
    assert "chỉ rút ngắn được" in ha.post(address(world, code=code), longer).text
    shorter = longer | {"times-0-amount": str((row.amount or 0) - 1), "times-0-text": "Rút ngắn"}
    assert ha.post(address(world, code=code), shorter).status_code == 302


def test_rows_come_and_go_by_buttons_that_save_nothing(ha: Client, world: World) -> None:
    answer = ha.post(address(world), EMPTY | {"row": "papers:add-0", "contact": "còn đây"})
    assert answer.status_code == 200
    assert 'name="papers-0-name"' in answer.text
    assert "còn đây" in answer.text
    assert not LocalRule.objects.exists()


def test_it_is_taken_back_and_taken_up_again(ha: Client, world: World) -> None:
    ha.post(address(world), EMPTY | FEE | BASIS)
    ha.post(address(world, "local_again"), {"seen": "1", "number": "none"})
    assert amount(world) is None or amount(world) == -1
    assert not LocalEdition.objects.exists()
    ha.post(address(world, "local_again"), {"seen": "2", "number": "1"})
    assert amount(world) == 5000
    assert LocalRule.objects.count() == 3
    assert ha.post(address(world, "local_again"), {"seen": "3", "number": "77"}).status_code == 404


def test_who_saw_an_older_rule_is_told_and_keeps_what_was_typed(ha: Client, world: World) -> None:
    ha.post(address(world), EMPTY | FEE | BASIS)
    answer = ha.post(address(world), EMPTY | BASIS | {"contact": "số mới"})
    assert answer.status_code == 422
    assert "Có người vừa ghi quy định khác" in answer.text
    assert "số mới" in answer.text
    assert LocalRule.objects.count() == 1


def test_another_agencys_page_is_not_there(ha: Client, world: World) -> None:
    other = Agency.objects.get(kind="ubnd_xa", unit=OTHER_COMMUNE, valid_to=None)
    theirs = reverse("backoffice:local_rule", args=[other.pk, BIRTH])
    assert ha.get(theirs).status_code == 404
    assert ha.post(theirs, EMPTY | FEE | BASIS).status_code == 404
    assert ha.get(address(world, code="9.999999")).status_code == 404


def test_managers_of_the_catalogue_see_who_states_something(ha: Client, world: World) -> None:
    ha.post(address(world), EMPTY | {"offered": "", "why_not": "Nộp ở phường bên"})
    page = ha.get(reverse("backoffice:procedure", args=[BIRTH])).text
    assert "Quy định riêng của địa phương" in page
    assert world.agency().name in page
    assert "chưa nhận" in page
    assert Procedure.objects.get(code=BIRTH).versions.filter(agency=None).count() == 1


def test_a_search_leads_to_the_page_of_a_procedure(ha: Client, world: World) -> None:
    page = ha.get(reverse("backoffice:local_rules", args=[world.agency().pk]), {"tu-khoa": "khai sinh"}).text
    assert address(world) in page
