"""Published forms are found by version and read once."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from motcua.common.ids import new_id
from motcua.eforms import queries
from motcua.eforms.definitions import load_forms
from motcua.eforms.models import FormVersion

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_a_published_form_is_read_from_the_database_once() -> None:
    version = load_forms(at=AT)[0]
    first = queries.form(version.pk)

    with connection.execute_wrapper(_nothing_asked):
        again = queries.form(version.pk)

    assert again is first
    assert again.title == version.title


def _nothing_asked(*_call: object) -> None:
    pytest.fail("the database was asked again")


def test_there_is_no_form_of_another_id() -> None:
    with pytest.raises(FormVersion.DoesNotExist):
        queries.form(new_id())
