"""Two versions are told part by part, and a procedure by its state."""

from typing import Any

import pytest

from motcua.catalogue import managed
from motcua.catalogue.content import plain
from motcua.catalogue.models import Procedure, Version
from motcua.catalogue.publishing import publish

from .making import IN_BRIEF, LATER, NOON, SHIPPED, said

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


def test_the_four_sentences_are_compared_in_the_order_they_are_read() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    publish("1.000001", said(in_brief=IN_BRIEF), origin="imported", at=LATER)

    (part,) = [one for one in managed.compare(*Version.objects.order_by("number")) if one.key == "in_brief"]

    told = ("Được gì: Một giấy.", "Cần gì: Một đơn.", "Mất bao nhiêu tiền: Miễn phí.", "Chờ bao lâu: 3 ngày.")
    assert (part.before, part.after) == ((), told)


def test_a_copy_as_it_was_begun_differs_in_nothing() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    version = Version.objects.get()
    backwards = {key: _backwards(value) for key, value in plain(said()).items() if key != "in_brief"}

    assert managed.differing(version, backwards) == []
    assert [part.key for part in managed.differing(version, {**backwards, "note": "Mới"})] == ["note"]
    assert "note" in [part.key for part in managed.differing(version, {**backwards, "note": "Mới", "không rõ": 1})]


def _backwards(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _backwards(inner) for key, inner in reversed(value.items())}
    return [_backwards(inner) for inner in value] if isinstance(value, list) else value


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
