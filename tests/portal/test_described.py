"""The block that search engines read is whole, certain, and cannot end itself."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from motcua.catalogue import content
from motcua.catalogue.publishing import publish
from tests.catalogue.making import NOON, fee, said
from tests.catalogue.making import channel as way
from tests.world import World

pytestmark = pytest.mark.django_db


def block(client: Client, code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    page = client.get(f"/dich-vu-cong/{code}/").text
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    service, trail = json.loads(told)
    return service, trail


def test_a_service_is_told_with_its_channels_and_trail(client: Client, world: World) -> None:
    service, trail = block(client, "1.001193")

    assert service["@type"] == "GovernmentService"
    assert service["name"] == "Đăng ký khai sinh"
    assert service["url"].endswith("/dich-vu-cong/1.001193/")
    assert [one["name"] for one in service["availableChannel"]] == ["Trên mạng", "Tại quầy", "Qua bưu chính"]
    assert service["availableChannel"][1]["serviceLocation"]["name"].startswith("Trung tâm")
    assert service["offers"] == {"@type": "Offer", "price": 0, "priceCurrency": "VND"}
    assert [one["position"] for one in trail["itemListElement"]] == [1, 2, 3]
    assert '<link rel="canonical" href="http' in client.get("/dich-vu-cong/1.001193/?cach=online").text


def test_an_amount_that_is_not_certain_is_not_told(client: Client, world: World) -> None:
    case = content.Case(channels=(way(fees=(fee(None, text="theo văn bản"),)),))
    publish("1.000001", said(cases=(case,)), origin="imported", at=NOON)

    assert "offers" not in block(client, "1.000001")[0]


def test_no_name_can_end_the_block(client: Client, world: World) -> None:
    name = 'Cấp </script><script>alert(1)</script> & "giấy"'
    publish("1.000001", said(name=name), origin="imported", at=NOON)

    page = client.get("/dich-vu-cong/1.000001/").text

    assert "<script>alert" not in page
    assert block(client, "1.000001")[0]["name"] == name
