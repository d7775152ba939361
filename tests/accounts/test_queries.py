"""Who may be meant by a number, and who holds which role where on which day."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.accounts.models import Role, RoleHeld
from motcua.accounts.officers import grant
from motcua.accounts.queries import accounts_of, carrying, held, roles_at, verified_owner
from tests.accounts.citizens import AT, NUMBER, PHONE, citizen
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def test_a_role_counts_at_its_agency_only(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    centre, committee = world.agency("trung_tam_xa"), world.agency("ubnd_xa")

    with django_assert_num_queries(1):
        found = roles_at(world.chi, [centre.pk, committee.pk], DAY)

    assert found == {centre.pk: {"intake", "returner", "cashier"}, committee.pk: set()}


def test_a_role_in_a_subtree_reaches_everything_below(world: World) -> None:
    commune = world.agency("ubnd_xa")
    assert commune.parent is not None
    grant(world.an, role=Role.MANAGER, agency=commune.parent, at=BEGINNING, subtree=True)
    grant(world.binh, role=Role.MANAGER, agency=commune.parent, at=BEGINNING)

    assert roles_at(world.an, [commune.pk], DAY) == {commune.pk: {"manager"}}
    assert roles_at(world.binh, [commune.pk], DAY) == {commune.pk: set()}
    assert roles_at(world.binh, [commune.parent.pk], DAY) == {commune.parent.pk: {"manager"}}


def test_a_role_begins_and_ends_on_its_days(world: World) -> None:
    row = RoleHeld.objects.get(account=world.dung)
    RoleHeld.objects.filter(pk=row.pk).update(valid_from=DAY, valid_to=DAY + timedelta(days=2))

    days = [DAY + timedelta(days=n) for n in range(-1, 3)]

    assert [len(held(world.dung, day)) for day in days] == [0, 1, 1, 0]
    assert [len(roles_at(world.dung, [row.agency_id], day)[row.agency_id]) for day in days] == [0, 1, 1, 0]


def test_roles_come_with_their_agencies(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        rows = held(world.chi, DAY)
        shown = [(row.role, row.agency.name, row.agency.unit.name) for row in rows]

    assert [role for role, *_ in shown] == ["cashier", "intake", "returner"]
    assert {unit for *_, unit in shown} == {"Thanh Mỹ"}


def test_the_verified_one_comes_first_then_the_newest(world: World) -> None:
    squatters = [
        citizen(phone=f"+8498700010{n}", at=AT + timedelta(minutes=n), full_name=f"Người {n}") for n in range(6)
    ]
    owner = citizen(phone=PHONE, at=AT - timedelta(days=9), verified_by=world.chi)

    found = accounts_of(id_number=NUMBER)

    assert found == [owner, *reversed(squatters[2:])]
    assert carrying(id_number=NUMBER).count() == 7
    assert verified_owner(NUMBER) == owner


def test_an_officer_is_no_citizen(world: World) -> None:
    assert accounts_of(id_number=world.chi.id_number) == []
    assert accounts_of() == []
