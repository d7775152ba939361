"""Reading the desk's pages."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.world import World


def text_of(html: str) -> str:
    """What a page says, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page(client: Client, address: str, status: int = 200) -> str:
    """What the page behind an address says; the status is asserted."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return text_of(response.content.decode())


@pytest.fixture
def chi(world: World) -> Client:
    """Chi, at the counter of the commune."""
    return world.client(world.chi)


@pytest.fixture
def dung(world: World) -> Client:
    """Dũng, who handles at the committee."""
    return world.client(world.dung)


@pytest.fixture
def ha(world: World) -> Client:
    """Hà, the head."""
    return world.client(world.ha)


@pytest.fixture
def giang(world: World) -> Client:
    """Giang, at another commune's counter."""
    return world.client(world.giang)
