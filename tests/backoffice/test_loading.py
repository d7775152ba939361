"""The shared catalogue is kept by whoever has no manager above."""

import pytest

from motcua.accounts.doors import OfficerRequest
from motcua.accounts.models import Account, Role, RoleHeld
from motcua.agencies.models import Agency
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
