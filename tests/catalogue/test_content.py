"""A content survives its plain form, and equal contents hash alike."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from motcua.catalogue.content import content_hash, flag_order, from_plain, plain
from motcua.common.ids import new_id

from .making import IN_BRIEF, said


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


def test_what_was_added_later_changes_the_hash_only_where_it_says_something() -> None:
    whole, earlier = said(), plain(said())
    for name in ("related", "rules", "in_brief"):
        del earlier[name]
    for channel in earlier["cases"][0]["channels"]:
        channel["fees"] = [{name: fee[name] for name in fee if fee[name] or name in OLD} for fee in channel["fees"]]
    text = json.dumps(earlier, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert content_hash(whole) == hashlib.sha256(text.encode()).hexdigest()
    assert content_hash(replace(whole, related=("1.000002",))) != content_hash(whole)
    assert content_hash(replace(whole, in_brief=IN_BRIEF)) != content_hash(whole)


OLD = ("kind", "amount", "per", "text", "when", "basis")
"""The words of a fee when the first contents were hashed."""


def test_flags_have_one_order() -> None:
    flags = [{"path": "b", "why": "x"}, {"path": "a", "why": "y"}, {"path": "a", "why": "x"}]

    assert [flag["path"] + flag["why"] for flag in sorted(flags, key=flag_order)] == ["ax", "ay", "bx"]
