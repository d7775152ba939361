"""A public page that says nothing new is not sent again."""

import pytest
from django.test import Client

from motcua.catalogue.publishing import publish
from tests.catalogue.making import LATER, NOON, said
from tests.world import World

pytestmark = pytest.mark.django_db
LIST = "/dich-vu-cong/"


def test_a_page_that_says_nothing_new_is_not_sent_again(client: Client) -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    client.get(LIST)  # the cookie of the forms comes with the first page
    first = client.get(LIST)
    again = client.get(LIST, headers={"if-none-match": first.headers["ETag"]})

    assert again.status_code == 304
    assert not again.content
    assert "no-cache" in first.headers["Cache-Control"]

    publish("1.000001", said(name="Tên khác"), origin="imported", at=LATER)
    assert client.get(LIST, headers={"if-none-match": first.headers["ETag"]}).status_code == 200


def test_who_is_signed_in_gets_the_page_anew(world: World) -> None:
    answer = world.client(world.an).get(LIST)

    assert "ETag" not in answer.headers
    assert "no-store" in answer.headers["Cache-Control"]
