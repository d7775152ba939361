"""What an agency states is read back as it is stored, and what cannot hold is said beside its field."""

from typing import Any

import pytest
from django.http import QueryDict

from motcua.backoffice.local_edited import LocalForm, as_posted, as_stored, as_the_nation_says
from motcua.catalogue.content import Case, Content
from motcua.catalogue.local.overlay import LocalFee, LocalPaper, LocalTime, Overlay, Standing
from tests.catalogue.making import channel, fee, said

NATION = said()
OURS = Standing(
    Overlay(
        times=(LocalTime(channel="online", amount=1, unit="working_day", text="Nhanh hơn"),),
        fees=(LocalFee(kind="le_phi", amount=5000, per="bản", when="Khai quá hạn", exempt="Hộ nghèo"),),
        papers=(LocalPaper(name="Sơ đồ", kind="submit", copies=2, required=True),),
        contact="Gọi cô Hà",
    ),
    "12/2026/NQ-HĐND",
    4,
)


def typed(page: LocalForm, **changes: Any) -> QueryDict:
    """What a browser would send of the page."""
    post = QueryDict(mutable=True)
    post.update({name: value for name, value in page.typed.items() if value})
    for rows in page.groups.values():
        post[f"{rows.name}-count"] = str(len(rows.typed))
        for place, row in enumerate(rows.typed):
            post.update({f"{rows.name}-{place}-{name}": value for name, value in row.items() if value})
    post.update(changes)
    return post


def errors(nation: Content, **changes: Any) -> dict[str, str]:
    return as_posted(typed(as_stored(OURS, nation), **changes), nation, 4).errors


def test_what_is_stored_is_read_back() -> None:
    assert as_posted(typed(as_stored(OURS, NATION)), NATION, 4).stated == OURS


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"basis": ""}, "basis"),
        ({"offered": ""}, "why_not"),
        ({"times-0-amount": ""}, "times-0-amount"),
        ({"times-0-amount": "99"}, "times-0-amount"),
        ({"fees-0-amount": "nhiều"}, "fees-0-amount"),
        ({"papers-0-name": ""}, "papers-0-name"),
        ({"times-0-unit": "năm"}, "times-0-unit"),
    ],
)
def test_each_mistake_is_told_at_its_field(changes: dict[str, str], name: str) -> None:
    assert list(errors(NATION, **changes)) == [name]


def test_a_term_within_the_day_needs_no_number() -> None:
    form = as_posted(typed(as_stored(OURS, NATION), **{"times-0-unit": "same_day", "times-0-amount": ""}), NATION, 4)
    assert form.stated is not None
    assert form.stated.overlay.times[0].amount == 1


def test_the_nations_words_stand_beside_it() -> None:
    ((_case, lines),) = as_the_nation_says(said(cases=(Case(channels=(channel("online", fees=(fee(8000),)),)),)))
    assert "Trên mạng" in lines[0]
    assert "8.000" in lines[0]
