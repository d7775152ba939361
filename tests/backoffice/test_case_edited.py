"""A case is read back as it is stored: ways with terms, fees under their way, papers; rules with their source."""

from typing import Any

import pytest
from django.http import QueryDict

from motcua.backoffice.case_edited import CaseForm, brief, moment, rules
from motcua.catalogue.content import plain
from tests.catalogue.making import channel, fee, paper, said

CASE: dict[str, Any] = plain(said()).get("cases")[0] | {
    "channels": plain((channel("online", fees=(fee(8000, per="bản"),)), channel("counter", fees=()))),
    "papers": plain((paper(photo_ok=True, channels=("counter",)),)),
    "name": "Lần đầu",
}


def typed(page: CaseForm, **changes: Any) -> QueryDict:
    """What a browser would send of the page."""
    post = QueryDict(mutable=True)
    post["name"] = page.name
    for way, row in page.ways.items():
        post.update({f"{way}-{name}": value for name, value in row.items() if name != "offered"})
        if row["offered"]:
            post[f"{way}-offered"] = "1"
    for rows in (page.fees, page.papers):
        post[f"{rows.name}-count"] = str(len(rows.typed))
        for place, row in enumerate(rows.typed):
            for name, value in row.items():
                post.setlist(f"{rows.name}-{place}-{name}", value if isinstance(value, list) else [value])
    post.update(changes)
    return post


def test_what_is_stored_comes_back_unchanged() -> None:
    page = CaseForm.posted(typed(CaseForm.stored(CASE)))

    assert page.errors == {}
    assert page.case() == CASE


def test_a_case_needs_a_way_of_handing_in() -> None:
    post = typed(CaseForm.stored(CASE))
    del post["online-offered"], post["counter-offered"]

    assert "online-offered" in CaseForm.posted(post).errors


def test_a_fee_of_a_way_that_is_not_offered_is_told() -> None:
    post = typed(CaseForm.stored(CASE))
    del post["online-offered"]

    assert "fees" in CaseForm.posted(post).errors


def test_a_button_of_a_row_saves_nothing() -> None:
    page = CaseForm.posted(typed(CaseForm.stored(CASE), row="papers:add-0"))

    assert page.pressed
    assert len(page.papers.typed) == 2


def test_rules_need_a_source_and_go_together() -> None:
    assert set(rules({"fee_first": True, "source": ""})[1]) == {"source"}
    assert "unanswered_days" in rules({"unanswered": "stop", "unanswered_days": None, "source": "x"})[1]
    told, errors = rules({"fee_first": True, "source": "1/NĐ"})
    assert errors == {}
    assert told["rules"] == {"fee_first": True}
    assert told["sources"]["rules.fee_first"]["source"] == "1/NĐ"
    assert rules({"fee_first": False, "source": ""}) == ({"rules": {}, "sources": {}}, {})


@pytest.mark.parametrize(
    ("text", "day"), [("01/01/2027", 1), ("2027-01-02", 2), ("x", None), ("", None), ("1/1", None)]
)
def test_a_day_is_read_in_either_way(text: str, day: int | None) -> None:
    found = moment(text)

    assert (found.day if found else None) == day


def test_four_sentences_are_stored_together_or_not_at_all() -> None:
    empty = dict.fromkeys(("get", "need", "cost", "time"), "")

    assert brief(empty) == ({"in_brief": {}}, {})
    assert brief({**empty, "get": "Một giấy."})[1].keys() == {"need", "cost", "time"}
