"""The page of components: complete, and shown by a demo only."""

from pathlib import Path

import pytest
from django.test import Client

from motcua.common import kit

pytestmark = pytest.mark.django_db
COMPONENTS = Path(kit.__file__).parent / "templates" / "components"
INSIDE = {"account", "language", "field_parts", "field_inputs", "icon"}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("room", kit.ROOMS)
def test_a_demo_shows_every_room(client: Client, room: str) -> None:
    assert client.get("/kit", {"room": room}).status_code == 200


@pytest.mark.usefixtures("demo")
def test_an_unknown_room_is_not_there(client: Client) -> None:
    assert client.get("/kit", {"room": "../portal/home"}).status_code == 404


def test_only_a_demo_has_a_kit(client: Client) -> None:
    assert client.get("/kit").status_code == 404


def test_every_component_stands_in_the_kit_and_in_its_readme() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (COMPONENTS.parent / "kit").glob("*.html"))
    described = (COMPONENTS / "README.md").read_text(encoding="utf-8")
    names = {path.stem for path in COMPONENTS.glob("*.html")} - INSIDE

    assert {name for name in names if f'"components/{name}.html"' not in shown} == set()
    assert {name for name in names if f"`{name}.html`" not in described} == set()
