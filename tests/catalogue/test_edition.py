"""The edition turns with each change and makes a process forget what it kept."""

import pytest

from motcua.catalogue import edition
from motcua.catalogue.models import Loading
from motcua.catalogue.publishing import publish
from motcua.catalogue.searching import options

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db


def test_it_turns_with_a_change_and_not_without() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    first = edition.current()
    publish("1.000001", said(), origin="imported", at=LATER)
    assert edition.current() == first

    publish("1.000001", said(name="Khác"), origin="imported", at=LATER)
    assert edition.current() != first


def test_what_another_process_changed_is_seen_and_what_was_kept_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    before, kept = edition.current(), options()
    Loading.objects.filter(name="edition").update(digest="another")

    assert edition.current() == before
    assert options() is kept
    monkeypatch.setattr(edition._seen, "until", 0.0)
    assert edition.current() == "another"
    assert options() is not kept
