"""`motcua seed-demo`: every state once, twice the same, and pages that answer."""

import pytest
from django.test import Client

from motcua.agencies.starter import load_units
from motcua.catalogue.starter import load_starter
from motcua.config import demo_dossiers
from motcua.dossiers.models import Dossier
from motcua.eforms.definitions import load_forms
from motcua.notifications.models import Message
from tests.world import BEGINNING, MONDAY, World


@pytest.mark.django_db(transaction=True)
def test_a_second_run_makes_nothing_twice_and_prints_the_same() -> None:
    load_units()
    load_forms(at=BEGINNING)
    load_starter(at=BEGINNING)

    first = demo_dossiers.seed()
    second = demo_dossiers.seed()

    assert first == second
    assert {row["status"] for row in first["dossiers"]} == set(range(11))
    assert Dossier.objects.count() == len(first["dossiers"])
    assert not Message.objects.filter(sent_at=None).exists()
    client = Client()
    for address in first["pages"].values():
        assert client.get(address).status_code == 200
    for row in (*first["dossiers"], *first["files"]):
        assert row["path"].startswith("/")
        assert client.get(row["path"]).status_code in {302, 404}


def test_only_the_demo_s_own_dossiers_are_alone(world: World) -> None:
    assert demo_dossiers.is_alone()
    world.draft(at=MONDAY)
    assert not demo_dossiers.is_alone()
