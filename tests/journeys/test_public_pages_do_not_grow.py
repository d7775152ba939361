"""A public page costs the same however many dossiers there are, and little."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.common.ids import new_id
from motcua.dossiers.models import Dossier, Party
from tests.world import MARITAL, World

MOST = 5
FEW, MANY = 10, 1_000
PAGES = (
    "/",
    "/dich-vu-cong/",
    "/dich-vu-cong/?tu-khoa=khai+sinh",
    "/dich-vu-cong/?muc-do=3",
    f"/dich-vu-cong/{MARITAL}/",
    f"/dich-vu-cong/{MARITAL}/don-chung/",
    f"/nop-ho-so/{MARITAL}/",
    "/tra-cuu/",
    "/huong-dan/",
    "/dang-ky/",
    "/dang-nhap/",
    "/quen-mat-khau/",
    "/can-bo/dang-nhap/",
)


def more_dossiers(pattern: Dossier, count: int) -> None:
    """As many dossiers as `pattern`, each with its parties."""
    ids = [new_id() for _ in range(count)]
    own = values(pattern)
    Dossier.objects.bulk_create(Dossier(**own | {"id": pk, "code": f"{pattern.code}-{pk}"}) for pk in ids)
    Party.objects.bulk_create(
        Party(**values(party) | {"id": new_id(), "dossier_id": pk}) for party in pattern.parties.all() for pk in ids
    )


def values(row: Model) -> dict[str, Any]:
    """What is stored in a row, by column."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def cost_of(open_page: Callable[[], int]) -> int:
    """Statements of a page that was opened once before."""
    open_page()
    with CaptureQueriesContext(connection) as statements:
        assert open_page() == 200
    return len(statements)


@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_is_five_statements_at_most_and_does_not_grow(world: World, client: Client, path: str) -> None:
    filed = world.dossier("file", at=timezone.now())

    def open_page() -> int:
        return client.get(path).status_code

    more_dossiers(filed, FEW - 1)
    few = cost_of(open_page)
    more_dossiers(filed, MANY - FEW)

    assert Dossier.objects.count() == MANY
    assert few <= MOST
    assert cost_of(open_page) == few


def test_looking_up_does_not_grow_either(world: World, client: Client) -> None:
    filed = world.dossier("file", at=timezone.now())

    def open_page() -> int:
        return client.post("/tra-cuu/", {"code": filed.code, "digits": world.an.id_number[-4:]}).status_code

    more_dossiers(filed, FEW - 1)
    few = cost_of(open_page)
    more_dossiers(filed, MANY - FEW)

    assert few <= MOST
    assert cost_of(open_page) == few
