"""Every page of a dossier, tried by everybody it is not for."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.desk.deeds import DEEDS
from motcua.dossiers.models import Dossier, HistoryLine, Look
from tests.world import MONDAY, World


def addresses(dossier: Dossier) -> list[str]:
    """The page, the receipt, each file, each action."""
    files = [reverse("desk:file", args=[dossier.code, row.file_id]) for row in dossier.attachments.all()]
    acts = [reverse("desk:act", args=[dossier.code, action]) for action in DEEDS]
    return [reverse(f"desk:{name}", args=[dossier.code]) for name in ("dossier", "receipt")] + files + acts


@pytest.fixture
def closed(world: World) -> list[str]:
    return addresses(world.dossier("file", at=MONDAY))


def test_nobody_is_sent_to_the_desk_s_own_entrance(world: World, closed: list[str]) -> None:
    for address in closed:
        for answer in (world.client().get(address), world.client().post(address)):
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith("/can-bo/dang-nhap/"), address


@pytest.mark.parametrize("who", ["an", "binh", "giang"])
def test_citizens_and_another_agency_s_officer_find_nothing(world: World, closed: list[str], who: str) -> None:
    client = world.client(world.people[who])
    for address in closed:
        assert client.get(address).status_code == 404, address
        assert client.post(address).status_code in {404, 405}, address

    assert not Look.objects.exists()
    assert HistoryLine.objects.count() == 1


def test_an_officer_whose_role_ended_finds_nothing(world: World, closed: list[str]) -> None:
    world.chi.roles.update(valid_to=timezone.localdate())
    client = world.client(world.chi)

    assert {client.get(address).status_code for address in closed} == {404}


def test_a_password_without_the_second_factor_opens_nothing(world: World, closed: list[str]) -> None:
    client = Client()
    client.force_login(world.chi)

    assert {client.get(address).status_code for address in closed} == {404}


def test_a_draft_is_not_at_the_desk(world: World, chi: Client) -> None:
    draft = world.draft()

    assert chi.get(reverse("desk:dossier", args=[draft.pk])).status_code == 404
