"""`motcua seed-demo`: every state once, twice the same, and pages that answer."""

import pytest
from django.test import Client

from motcua.agencies.starter import load_units
from motcua.catalogue.starter import load_starter
from motcua.config import demo_dossiers, demo_files
from motcua.documents.storing import content_type_of
from motcua.dossiers.models import Dossier
from motcua.eforms.definitions import load_forms
from motcua.notifications.models import Message
from tests.world import BEGINNING


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


def test_the_shipped_samples_are_real_files() -> None:
    assert content_type_of(demo_files.picture(7)) == "image/png"
    assert content_type_of(demo_files.one_page_pdf("x")) == "application/pdf"
