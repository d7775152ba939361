"""What was exported and is read back changes nothing, here or in another house."""

import itertools
import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.catalogue import content, exporting
from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import (
    Channel,
    FeeKind,
    TimeUnit,
    Version,
)
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.rows import content_of, with_everything
from motcua.catalogue.starter import load_starter

from .making import LATER, NOON, SHIPPED, form, record, said, write

pytestmark = pytest.mark.django_db


def exported(path: Path) -> list[str]:
    lines = list(exporting.lines())
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return lines


def contents() -> dict[str, content.Content]:
    versions = with_everything(Version.objects.filter(current_of__isnull=False).select_related("procedure"))
    return {version.procedure.code: content_of(version) for version in versions}


def test_what_the_source_said_is_given_back_as_it_stood(tmp_path: Path) -> None:
    line = record(fields_other=["khác"], legal=[])
    import_procedures(write(tmp_path / "in.jsonl", line), at=NOON)

    (out,) = exported(tmp_path / "out.jsonl")

    assert json.loads(out) == line


def test_names_that_lay_beside_the_file_travel_with_the_line(tmp_path: Path) -> None:
    legal = '[{"id": "60/2014/QH13", "code": "60/2014/QH13", "name": "Luật Hộ tịch"}]'
    (tmp_path / "legal_docs.json").write_text(legal, encoding="utf-8")
    import_procedures(write(tmp_path / "in.jsonl", record()), at=NOON)
    before = contents()
    (tmp_path / "legal_docs.json").unlink()

    (out,) = exported(tmp_path / "out.jsonl")
    again = import_procedures(tmp_path / "out.jsonl", at=LATER)

    assert json.loads(out)["motcua"]["legal"] == [{"number": "60/2014/QH13", "name": "Luật Hộ tịch"}]
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    assert contents() == before


def test_the_starter_catalogue_comes_back_unchanged(tmp_path: Path) -> None:
    form()
    load_starter(at=NOON)
    before = contents()

    first = exported(tmp_path / "one.jsonl")
    summary = import_procedures(tmp_path / "one.jsonl", at=LATER)

    assert (summary.new, summary.changed, summary.skipped) == (0, 0, [])
    assert summary.unchanged == len(before)
    assert contents() == before
    assert exported(tmp_path / "two.jsonl") == first


def test_readers_of_the_national_shape_find_their_keys(tmp_path: Path) -> None:
    case = content.Case(
        name="Cấp lại",
        channels=(content.Channel(channel="post", amount=3, unit="day", fees=(content.Fee(kind="phi", amount=8000),)),),
        papers=(content.Paper(name="Đơn", kind="submit", copies=1),),
    )
    publish("1.000001", said(cases=(case,), sources=SHIPPED), origin="shipped", at=NOON)

    (out,) = (json.loads(line) for line in exported(tmp_path / "out.jsonl"))

    assert out["channels"] == [
        {"methods": ["POSTAL"], "qty": 3, "unit": "DAY", "note": "Cấp lại", "fees": [{"kind": "FEE", "amount": 8000}]}
    ]
    assert out["components"][0]["items"] == [{"name": "Đơn", "orig": 0, "copy": 1, "required": False}]
    assert "conditions" not in out


def test_no_file_speaks_with_a_persons_authority(tmp_path: Path) -> None:
    publish("1.000001", said(sources=SHIPPED), origin="shipped", at=NOON)
    (out,) = (json.loads(line) for line in exported(tmp_path / "out.jsonl"))
    out["motcua"]["content"]["name"] = "Tên giả"
    out["motcua"]["content"]["sources"][""]["origin"] = "person"

    import_procedures(write(tmp_path / "in.jsonl", out), at=LATER)

    assert contents()["1.000001"].name == "Cấp giấy xác nhận"


@pytest.mark.parametrize(
    "changed",
    [
        {"level": 9},
        {"service_class": "khác"},
        {"cases": [{"name": "", "channels": [{"channel": "bồ câu"}], "papers": []}]},
        {"rules": {"fee_first": True}},
        {"rules": {"lạ": 1}},
        {"in_brief": {"get": "Một câu thôi."}},
        {"in_brief": ["Một", "Hai", "Ba", "Bốn"]},
        {"sources": []},
        {"lạ": 1},
    ],
)
def test_a_line_that_says_what_cannot_be_is_left_out_and_told(changed: dict[str, Any], tmp_path: Path) -> None:
    publish("1.000001", said(sources=SHIPPED), origin="shipped", at=NOON)
    (out,) = (json.loads(line) for line in exported(tmp_path / "out.jsonl"))
    out["motcua"]["content"] |= changed

    summary = import_procedures(write(tmp_path / "in.jsonl", out), at=LATER)

    assert len(summary.skipped) == 1
    assert "motcua.content" in summary.skipped[0]
    assert Version.objects.count() == 1


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=12).map(
    lambda text: " ".join(unicodedata.normalize("NFC", text).split())
)
fees = st.builds(
    content.Fee,
    kind=st.sampled_from(FeeKind.values),
    amount=st.none() | st.integers(0, 10**9),
    text=words,
    when=words,
    set_by=st.sampled_from(["", "province"]),
    exempt=words,
)
channels = st.builds(
    content.Channel,
    channel=st.sampled_from(Channel.values),
    amount=st.none() | st.integers(1, 400),
    unit=st.sampled_from(["", *TimeUnit.values]),
    text=words,
    fees=st.lists(fees, max_size=2).map(tuple),
)
papers = st.builds(
    content.Paper, name=words, kind=st.sampled_from(["submit", "show", "note"]), originals=st.integers(0, 5), when=words
)
in_order = st.lists(channels, max_size=3, unique_by=lambda row: row.channel).map(
    lambda rows: tuple(sorted(rows, key=lambda row: Channel.values.index(row.channel)))
)
cases = st.builds(content.Case, name=words, channels=in_order, papers=st.lists(papers, max_size=3).map(tuple))
anything = st.builds(
    said,
    name=words.filter(bool),
    cases=st.lists(cases, max_size=3).map(tuple),
    conditions=words,
    keywords=st.lists(words.filter(bool), max_size=2).map(tuple),
    level=st.integers(1, 4),
)


fresh = itertools.count(1)


def elsewhere(lines: list[str]) -> list[dict[str, Any]]:
    """The same lines under codes that this house does not know: to it they come from another house."""
    return [record | {"code": f"9{record['code'][1:]}"} for record in map(json.loads, lines)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several=st.lists(anything, min_size=1, max_size=3))
def test_import_export_import_is_the_identity(several: list[content.Content], tmp_path: Path) -> None:
    codes = [f"1.{next(fresh):06}" for _one in several]
    offers = [Offer(code=code, content=replace(one, sources=SHIPPED)) for code, one in zip(codes, several, strict=True)]
    publish_all(offers, origin="shipped", at=NOON)
    every, before = exported(tmp_path / "one.jsonl"), contents()
    first = [line for line in every if json.loads(line)["code"] in codes]

    here = import_procedures(tmp_path / "one.jsonl", at=LATER)
    assert (here.new, here.changed, here.skipped) == (0, 0, [])

    there = import_procedures(write(tmp_path / "there.jsonl", *elsewhere(first)), at=LATER)
    assert (there.new, there.skipped) == (len(several), [])
    after = contents()
    for code in codes:
        assert replace(after[f"9{code[1:]}"], sources={}) == replace(before[code], sources={})
    again = exported(tmp_path / "two.jsonl")
    assert [json.loads(line) for line in again if json.loads(line)["code"][0] == "9"][-len(several) :] == elsewhere(
        first
    )
