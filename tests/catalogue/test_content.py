"""A content survives its plain form, and equal contents hash alike."""

from dataclasses import replace
from datetime import date

from motcua.catalogue.content import content_hash, flag_order, from_plain, plain
from motcua.common.ids import new_id

from .making import said


def test_plain_and_back_is_the_same() -> None:
    whole = said(
        form_id=new_id(), decision_on=date(2026, 1, 16), legal=({"number": "60/2014/QH13", "name": "Luật"},), minutes=10
    )

    assert from_plain(plain(whole)) == whole


def test_the_hash_does_not_depend_on_the_order_of_keys() -> None:
    one = said(sources={"": {"origin": "imported", "source": "A"}})
    other = said(sources={"": {"source": "A", "origin": "imported"}})

    assert content_hash(one) == content_hash(other)


def test_the_hash_changes_with_a_value_deep_inside() -> None:
    whole = said()
    case = whole.cases[0]
    paper = replace(case.papers[0], originals=2)

    assert content_hash(replace(whole, cases=(replace(case, papers=(paper,)),))) != content_hash(whole)


def test_flags_have_one_order() -> None:
    flags = [{"path": "b", "why": "x"}, {"path": "a", "why": "y"}, {"path": "a", "why": "x"}]

    assert [flag["path"] + flag["why"] for flag in sorted(flags, key=flag_order)] == ["ax", "ay", "bx"]
