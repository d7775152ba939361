"""Which templates were compared with the law's own forms: said by a person, for one version, and taken back."""

import pytest
from django.urls import reverse

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.documents import letterheads
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db


def test_a_kind_is_marked_until_somebody_confirms_it(world: World) -> None:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    ha, where = world.client(world.ha), reverse("backoffice:templates")
    page = ha.get(where).content.decode()
    assert page.count("<strong>chưa đối chiếu với mẫu ban hành</strong>") == 7
    assert "Thông tư 03/2025/TT-VPCP, mẫu 01" in page

    for _ in range(2):
        ha.post(where, {"confirm": "01"})

    assert ha.get(where).content.decode().count("<strong>chưa đối chiếu với mẫu ban hành</strong>") == 6
    ha.post(where, {"unconfirm": "01"})
    ha.post(where, {"confirm": "khong-co"})
    assert letterheads.confirmed() == {}
    assert [change.word for change in Change.objects.all()] == ["template_unconfirmed", "template_confirmed"]


def test_who_manages_nothing_finds_no_such_page(world: World) -> None:
    for name in ("home", "templates", "changes"):
        assert world.client(world.dung).get(reverse(f"backoffice:{name}")).status_code == 404
