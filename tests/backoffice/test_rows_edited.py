"""Rows are added, removed and moved by buttons that save nothing yet."""

from django.http import QueryDict

from motcua.backoffice.parts import Field
from motcua.backoffice.rows_edited import MOST, Rows
from motcua.common.words import money

FIELDS = (Field("name", "", required=True),)


def posted(*names: str, row: str = "", count: str | None = None) -> Rows:
    post = QueryDict(mutable=True)
    post.update({f"x-{place}-name": name for place, name in enumerate(names)})
    post.update({"x-count": str(len(names)) if count is None else count, "row": row})
    return Rows.posted("x", FIELDS, post)


def names(rows: Rows) -> list[str]:
    return [row["name"] for row in rows.typed]


def test_rows_are_read_in_their_order() -> None:
    rows = posted("một", "hai")

    assert rows.values == [{"name": "một"}, {"name": "hai"}]
    assert not rows.pressed


def test_a_button_changes_the_rows_and_asks_for_no_mistakes() -> None:
    assert names(posted("một", "", row="x:add-0")) == ["một", "", ""]
    assert names(posted("một", "hai", row="x:remove-0")) == ["hai"]
    assert names(posted("một", "hai", row="x:up-1")) == ["hai", "một"]
    assert posted("", row="x:up-0").pressed
    assert posted("", row="x:add-0").errors == {}


def test_another_groups_button_and_strange_ones_do_nothing() -> None:
    for row in ("y:add-0", "x:add-", "x", "x:fly-0", "x:remove-9"):
        assert names(posted("một", row=row)) == ["một"]


def test_a_mistake_stands_beside_its_row() -> None:
    assert set(posted("một", "").errors) == {"x-1-name"}


def test_the_number_of_rows_is_bounded() -> None:
    assert len(posted(count="999").typed) == MOST
    assert posted("một", count="x").typed == []


def test_many_rows_are_folded_but_for_new_ones_and_mistakes() -> None:
    few = Rows.stored("x", FIELDS, [{"name": "một"}, {"name": "hai"}])
    many = posted("một", "hai", "x" * 5000, "bốn", row="x:add-0")
    wrong = posted("một", "hai", "ba", "bốn", "")

    assert not few.is_folded(0)
    assert [many.is_folded(place) for place in range(5)] == [True, True, True, True, False]
    assert [wrong.is_folded(place) for place in range(5)] == [True, True, True, True, False]
    assert many.summary(0) == "một"
    assert len(many.summary(2)) < 100


def test_what_a_folded_row_is_is_told_in_words() -> None:
    kinds = Field("kind", "", "choice", (("le_phi", "lệ phí"),))
    amount, count = Field("amount", "", "whole"), Field("originals", "", "whole")
    stored = {"name": "Đơn", "kind": "le_phi", "amount": 8000, "originals": 2}

    assert Rows.stored("x", (*FIELDS, kinds, amount), [stored]).summary(0) == f"Đơn, lệ phí, {money(8000)}"
    assert Rows.stored("x", (*FIELDS, kinds, count), [stored]).summary(0) == "Đơn, lệ phí"
