"""A public paper's QR leads to the public page, an internal one's to the desk."""

import pytest
from django.conf import settings

from motcua.agencies.models import Agency
from motcua.documents import drawing, issuing
from motcua.documents.issuing import Order
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "start"), [("01", "/kiem-tra/"), ("06", "/can-bo/giay/")])
def test_the_address_in_the_qr_names_the_page(world: World, kind: str, start: str) -> None:
    [paper] = issuing.owe(Agency.objects.order_by("id")[0:1].get(), [Order(kind)], at=MONDAY)

    assert drawing.address_of(paper) == settings.PUBLIC_URL + f"{start}{paper.token}/"
    assert len(paper.token) == 32
