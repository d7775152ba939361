"""The open copy is read as the page that it will be."""

import pytest

from motcua.catalogue import drafting
from motcua.catalogue.models import Procedure
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version, previewed
from tests.accounts.citizens import citizen

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db


def test_a_preview_says_what_the_published_page_will_say() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    by = citizen()
    assert previewed("1.000001") is None
    copy, _made = drafting.begin(Procedure.objects.get(code="1.000001"), by=by, at=NOON)
    copy = drafting.save(copy, {"name": "Tên mới"}, revision=1, by=by, at=NOON)

    seen = previewed("1.000001")
    drafting.publish(copy, revision=2, source="1/QĐ", by=by, at=LATER)
    after = current_version("1.000001")

    assert seen is not None
    assert after is not None
    assert (seen.name, seen.number, seen.glance) == (after.name, after.number, after.glance)
    assert [case.papers[0].name for case in seen.cases] == [case.papers[0].name for case in after.cases]
    assert previewed("9.999999") is None


def test_what_cannot_be_published_has_no_preview() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    by = citizen()
    copy, _made = drafting.begin(Procedure.objects.get(code="1.000001"), by=by, at=NOON)
    drafting.save(copy, {"level": 7}, revision=1, by=by, at=NOON)

    assert previewed("1.000001") is None
