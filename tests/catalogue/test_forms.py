"""A version points to the newest form; a new form makes new versions."""

from dataclasses import replace

import pytest

from motcua.catalogue.forms import Forms, follow_new_forms
from motcua.catalogue.models import Version
from motcua.catalogue.publishing import publish

from .making import LATER, NOON, form, said

pytestmark = pytest.mark.django_db


def test_a_procedure_without_a_form_of_its_own_takes_the_general_one() -> None:
    general, own = form(), form("to-khai")
    forms = Forms()

    assert forms.of("to-khai") == own.id
    assert forms.of(None) == forms.of("khong-co") == general.id


def test_without_any_form_there_is_none() -> None:
    assert Forms().of(None) is None
    assert follow_new_forms(at=NOON) == 0


def test_a_new_form_publishes_what_points_to_the_old_one_again() -> None:
    old = form()
    publish("1.000001", replace(said(), form_id=old.id), origin="imported", at=NOON)
    publish("1.000002", said(), origin="imported", at=NOON)
    new = form(number=2)

    follow_new_forms(at=LATER)

    assert set(Version.objects.filter(in_force_to=None).values_list("form", flat=True)) == {new.id}
    assert Version.objects.get(form=old).in_force_to == LATER


def test_nothing_is_published_where_every_form_is_the_newest() -> None:
    publish("1.000001", replace(said(), form_id=form().id), origin="imported", at=NOON)

    assert follow_new_forms(at=LATER) == 0
