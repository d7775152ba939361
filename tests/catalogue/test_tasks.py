"""The night counts how many procedures hold each word."""

import pytest

from motcua.catalogue.models import Term
from motcua.catalogue.publishing import publish
from motcua.catalogue.tasks import count_terms

from .making import NOON, said

pytestmark = pytest.mark.django_db


def test_the_night_counts_anew() -> None:
    for number in (1, 2):
        publish(f"1.00000{number}", said(name=f"Khai sinh {number}"), origin="imported", at=NOON)

    count_terms(0)

    assert Term.objects.get(term="khai_sinh").documents == 2
    assert Term.objects.get(term="").documents == 2
