"""Publishing: what changed becomes the next version, what is published stays."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.eforms import definition, definitions, queries
from motcua.eforms.models import FormVersion

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache of published forms knows no other test's rows."""
    queries.form.cache_clear()


def test_publishes_every_shipped_form_once() -> None:
    made = definitions.load_forms(at=AT)

    assert {version.code for version in made} == {"don-chung", "to-khai-dang-ky-khai-sinh"}
    assert definitions.load_forms(at=AT) == []


def test_a_changed_definition_becomes_the_next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    definitions.load_forms(at=AT)
    changed: list[dict[str, Any]] = [told | {"title": "Tên mới"} for told in definition.shipped()]
    monkeypatch.setattr(definition, "shipped", lambda: changed)

    made = definitions.load_forms(at=AT)

    assert [version.number for version in made] == [2, 2]
    assert queries.newest("don-chung").title == "Tên mới"


def test_a_published_version_never_changes() -> None:
    definitions.load_forms(at=AT)

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        FormVersion.objects.update(title="Khác")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        FormVersion.objects.all().delete()


def test_a_published_form_is_read_from_the_database_once() -> None:
    definitions.load_forms(at=AT)
    version = queries.newest("don-chung")
    first = queries.form(version.pk)

    with connection.execute_wrapper(_nothing_asked):
        again = queries.form(version.pk)

    assert again is first
    assert again.title == version.title


def _nothing_asked(*_call: object) -> None:
    pytest.fail("the database was asked again")
