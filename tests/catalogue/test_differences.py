"""Open differences follow what is in force; decided ones rest."""

import pytest

from motcua.catalogue.comparing import Disagreement
from motcua.catalogue.differences import close_gone, keep_differences
from motcua.catalogue.models import Difference, Procedure

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db


def test_what_is_found_twice_is_one_row_with_the_newest_values() -> None:
    procedure = Procedure.objects.create(code="1.000001")

    keep_differences(procedure, said(), [Disagreement("level", 3, 4)], source="Nguồn", at=NOON)
    keep_differences(procedure, said(), [Disagreement("level", 3, 2)], source="Nguồn", at=LATER)

    row = Difference.objects.get()
    assert (row.imported, row.found_at) == (2, LATER)


def test_one_that_a_new_import_no_longer_shows_is_dropped() -> None:
    procedure = Procedure.objects.create(code="1.000001")
    found = [Disagreement("level", 3, 4), Disagreement("name", "a", "b")]
    keep_differences(procedure, said(), found, source="Nguồn", at=NOON)

    close_gone(procedure, found[:1])

    assert Difference.objects.get().path == "level"


def test_one_that_agrees_with_what_is_in_force_now_is_dropped() -> None:
    procedure = Procedure.objects.create(code="1.000001")
    keep_differences(procedure, said(), [Disagreement("level", 3, 4)], source="Nguồn", at=NOON)

    keep_differences(procedure, said(level=4), [], source="Nguồn", at=LATER)

    assert not Difference.objects.exists()
