"""Four short sentences: their limit, and that the shipped ones say what the facts beside them say."""

import re
from collections.abc import Iterator

import pytest
from django.utils import translation

from motcua.catalogue.in_brief import PARTS, is_older, lines, wrong
from motcua.catalogue.starter_shape import Fee, Procedure, read_folder

from .making import IN_BRIEF

SHIPPED = [procedure for procedure in read_folder() if procedure.in_brief]
SUM = re.compile(r"(\d[\d.]*) đ\b")
DAYS = re.compile(r"(\d+) ngày")


def words(count: int) -> str:
    return " ".join(["chữ"] * count)


@pytest.mark.parametrize("said", [{}, IN_BRIEF, {**IN_BRIEF, "need": words(22), "time": words(22), "get": words(14)}])
def test_four_short_sentences_or_none(said: dict[str, str]) -> None:
    assert wrong(said) == {}


@pytest.mark.parametrize(
    ("said", "part", "told"),
    [
        ({"get": "Một giấy."}, "need", "hoặc bỏ trống cả bốn câu"),
        ({**IN_BRIEF, "time": "  "}, "time", "Ghi câu này"),
        ({**IN_BRIEF, "time": 3}, "time", "Ghi câu này"),
        ({**IN_BRIEF, "more": "x"}, "get", "Chỉ có bốn câu"),
        (["x"], "get", "Chỉ có bốn câu"),
        ({**IN_BRIEF, "need": words(23)}, "need", "Câu này có 23 chữ"),
        ({**IN_BRIEF, "need": words(22), "get": words(20), "time": words(17)}, "need", "Bốn câu có 61 chữ"),
        ({**IN_BRIEF, "need": "Một đơn. Một ảnh."}, "need", "Viết thành một câu"),
        ({**IN_BRIEF, "need": "Một đơn\nMột ảnh"}, "need", "Viết thành một câu"),
        ({**IN_BRIEF, "need": "Kê khai theo mẫu"}, "need", "Thay “kê khai” bằng “khai”"),
        ({**IN_BRIEF, "need": "Vui lòng mang đơn."}, "need", "Bỏ “vui lòng”"),
    ],
)
def test_what_is_wrong_is_told_at_its_sentence(said: object, part: str, told: str) -> None:
    with translation.override("vi"):
        assert told in wrong(said)[part]


def test_the_sentences_are_read_in_one_order() -> None:
    backwards = dict(reversed(IN_BRIEF.items()))

    assert [sentence for _label, sentence in lines(backwards)] == list(IN_BRIEF.values())
    assert lines({}) == []


def test_sentences_are_older_only_when_the_cases_changed_without_them() -> None:
    before, other = {"in_brief": IN_BRIEF, "cases": [1]}, {**IN_BRIEF, "cost": "8.000 đ."}

    assert is_older(before, {**before, "cases": [2]})
    assert not is_older(before, before)
    assert not is_older(before, {"in_brief": other, "cases": [2]})
    assert not is_older(before, {**before, "cases": [2]}, IN_BRIEF)
    assert not is_older({"in_brief": {}, "cases": [1]}, {"in_brief": {}, "cases": [2]})


def brief_of(procedure: Procedure) -> dict[str, str]:
    assert procedure.in_brief is not None, procedure.code
    return {part: getattr(procedure.in_brief, part) for part in PARTS}


def test_thirty_shipped_procedures_say_themselves_in_brief() -> None:
    assert len(SHIPPED) >= 30


def fees_of(procedure: Procedure) -> Iterator[Fee]:
    for case in procedure.cases:
        for channel in case.channels:
            yield from channel.fees


@pytest.mark.parametrize("procedure", SHIPPED, ids=lambda one: one.code)
def test_a_shipped_cost_names_only_sums_of_the_file(procedure: Procedure) -> None:
    cost, fees = brief_of(procedure)["cost"], list(fees_of(procedure))
    certain = [fee for fee in fees if not fee.when]
    known = {fee.amount for fee in fees} | {int(one.replace(".", "")) for fee in fees for one in SUM.findall(fee.text)}
    told = {int(one.replace(".", "")) for one in SUM.findall(cost)}

    assert told <= known
    assert {fee.amount for fee in certain if fee.amount} <= told
    assert ("tỉnh định mức phí" in cost.lower()) == any("tỉnh định mức" in fee.text for fee in fees)
    assert ("miễn phí" in cost.lower()) == any(fee.amount == 0 for fee in certain)


@pytest.mark.parametrize("procedure", SHIPPED, ids=lambda one: one.code)
def test_a_shipped_wait_names_all_terms_of_the_file_and_no_other(procedure: Procedure) -> None:
    wait = brief_of(procedure)["time"]
    ways = [way for case in procedure.cases for way in case.channels]
    texts = " ".join(f"{way.time.text} {way.note}" for way in ways)
    terms = {str(way.time.amount) for way in ways if way.time.unit in ("working_day", "day")}
    told = set(DAYS.findall(wait))

    assert terms <= told
    assert told <= terms | set(DAYS.findall(texts))
    assert ("ngày làm việc" in wait) >= any(way.time.unit == "working_day" for way in ways)
    assert ("rong ngày" in wait) == any(way.time.unit == "same_day" for way in ways)


@pytest.mark.parametrize("procedure", SHIPPED, ids=lambda one: one.code)
def test_shipped_sentences_end_as_sentences(procedure: Procedure) -> None:
    assert [text for text in brief_of(procedure).values() if not text.endswith(".") or not text[0].isupper()] in (
        [],
        [text for text in brief_of(procedure).values() if text[0].isdigit()],
    )
