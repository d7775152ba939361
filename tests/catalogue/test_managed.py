"""Two versions are told part by part, and a procedure by its state."""

import pytest

from motcua.catalogue import managed
from motcua.catalogue.models import Procedure, Version
from motcua.catalogue.publishing import publish

from .making import LATER, NOON, SHIPPED, said

pytestmark = pytest.mark.django_db


def test_only_the_parts_that_differ_are_told_apart() -> None:
    publish("1.000001", said(conditions="Cũ"), origin="imported", at=NOON)
    publish("1.000001", said(conditions="Mới"), origin="imported", at=LATER)
    before, after = Version.objects.order_by("number")

    parts = {part.key: part for part in managed.compare(before, after)}

    assert not parts["conditions"].same
    assert parts["conditions"].after == ("Mới",)
    assert parts["cases"].same
    assert "note" not in parts


def test_each_state_has_its_procedures() -> None:
    flags = ({"path": "conditions", "why": "from_memory"},)
    publish("1.000001", said(flags=flags), origin="imported", at=NOON)
    publish("1.000002", said(conditions="Một", sources=SHIPPED), origin="shipped", at=NOON)
    publish("1.000002", said(conditions="Hai"), origin="imported", at=LATER)
    publish("1.000003", said(), origin="imported", at=NOON)
    Procedure.objects.filter(code="1.000003").update(missing_since=LATER)

    def codes(state: str) -> list[str]:
        return [row.code for row in managed.page("", state, 1).rows]

    assert codes("flagged") == ["1.000001"]
    assert codes("differs") == ["1.000002"]
    assert codes("missing") == ["1.000003"]
    assert codes("withdrawn") == []
    assert codes("") == codes("khác") == ["1.000001", "1.000002", "1.000003"]
