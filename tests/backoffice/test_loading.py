"""The shared catalogue is kept by whoever has no manager above."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.accounts.doors import OfficerRequest
from motcua.accounts.models import Account, Role, RoleHeld
from motcua.agencies.models import AdministrativeUnit, Agency, AgencyKind
from motcua.backoffice.views.loading import keeps_catalogue
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db


def manages(account: Account, agency: Agency) -> RoleHeld:
    return RoleHeld.objects.create(account=account, role=Role.MANAGER, agency=agency, valid_from=BEGINNING.date())


def asks(account: Account, *held: RoleHeld) -> bool:
    request = OfficerRequest()
    request.user, request.held = account, list(held)  # type: ignore[assignment]
    return keeps_catalogue(request)


def test_the_manager_of_the_only_commune_keeps_it(world: World) -> None:
    assert asks(world.ha, manages(world.ha, world.agency()))


def test_a_manager_above_takes_it_over_and_gives_it_back(world: World) -> None:
    own, province = manages(world.ha, world.agency()), world.agency().parent
    assert province is not None
    above = manages(world.giang, province)

    assert not asks(world.ha, own)
    assert asks(world.giang, above)

    RoleHeld.objects.filter(pk=above.pk).update(valid_to=BEGINNING.date())
    assert asks(world.ha, own)


def climb(agency: Agency, storeys: int) -> Agency:
    """As many agencies over it; the one at the top."""
    top = agency.parent or agency
    for unit in AdministrativeUnit.objects.filter(province=None, agencies=None)[:storeys]:
        same = {"name": f"Trên {unit.code}", "short_name": f"T{unit.code}", "valid_from": BEGINNING.date()}
        over = Agency.objects.create(kind=AgencyKind.PROVINCE_COMMITTEE, unit=unit, **same)
        Agency.objects.filter(pk=top.pk).update(parent=over)
        top = over
    return top


def test_a_manager_far_above_counts_and_costs_one_statement(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    own = manages(world.ha, world.agency())
    manages(world.giang, climb(world.agency(), 4))

    with django_assert_num_queries(1):
        assert not asks(world.ha, own)


def test_a_ring_in_the_tree_is_gone_round_once(world: World) -> None:
    top = climb(world.agency(), 2)
    Agency.objects.filter(pk=top.pk).update(parent=world.agency())

    assert asks(world.ha, manages(world.ha, world.agency()))


def test_who_manages_the_top_as_well_keeps_it_beside_a_colleague(world: World) -> None:
    province = world.agency().parent
    assert province is not None
    manages(world.giang, province)

    assert asks(world.ha, manages(world.ha, world.agency()), manages(world.ha, province))
