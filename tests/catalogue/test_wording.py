"""What managers say of words is what the next search means by them."""

import pytest

from motcua.catalogue import wording
from motcua.catalogue.finding.sayings import load_shipped
from motcua.catalogue.finding.understanding import understand
from motcua.catalogue.models import LifeEvent, Loading, Saying, Term
from motcua.catalogue.publishing import publish

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db


def test_said_again_it_means_the_newer_thing() -> None:
    publish("1.000001", said(name="Thả diều"), origin="imported", at=NOON)
    wording.say("con giấy", "thả", kind="means", keeps=False, at=NOON)
    wording.say("Con giấy", "thả diều", kind="means", keeps=False, at=LATER)

    assert Saying.objects.get().means == "thả diều"
    assert "tha_dieu" in understand("con giay").weights
    assert Term.objects.get(term="con_giay").said


def test_a_shipped_saying_that_was_removed_stays_away() -> None:
    load_shipped(at=NOON)
    assert wording.unsay(Saying.objects.get(said="sổ đỏ"), at=NOON)
    Loading.objects.filter(name="sayings").delete()
    load_shipped(at=LATER)

    assert not wording.sayings("sổ đỏ").filter(said="sổ đỏ").exists()
    assert wording.sayings("so do").exists()


def test_an_event_that_was_taken_off_stays_away() -> None:
    load_shipped(at=NOON)
    wording.remove_event(LifeEvent.objects.get(slug="sinh-con"), at=NOON)
    Loading.objects.filter(name="sayings").delete()
    load_shipped(at=LATER)

    assert LifeEvent.objects.get(slug="sinh-con").codes == []
