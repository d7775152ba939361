"""Publishing: what changed becomes the next version, what is published stays."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.eforms import definition, definitions
from motcua.eforms.models import FormVersion

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


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
    assert {version.title for version in made} == {"Tên mới"}
    assert FormVersion.objects.count() == 4


def test_a_published_version_never_changes() -> None:
    definitions.load_forms(at=AT)

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        FormVersion.objects.update(title="Khác")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        FormVersion.objects.all().delete()
