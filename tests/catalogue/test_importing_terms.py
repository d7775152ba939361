"""Numbers that could mislead stay words."""

from typing import Any

import pytest

from motcua.catalogue import content
from motcua.catalogue.importing.terms import read_channels


def one(**changes: Any) -> tuple[content.Channel, list[str]]:
    row = {"methods": ["DIRECT"], "qty": 3, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 0}]} | changes
    channels, flags = read_channels([row])
    return channels[0], [flag["why"] for flag in flags]


def cost(**fee: Any) -> tuple[int | None, str, list[str]]:
    channel, flags = one(fees=[{"kind": "FEE"} | fee])
    return channel.fees[0].amount, channel.fees[0].text, flags


@pytest.mark.parametrize(
    ("changes", "unit", "amount"),
    [
        ({"qty": 3, "unit": "WORKING_DAY"}, "working_day", 3),
        ({"qty": 15, "unit": "DAY"}, "day", 15),
        ({"qty": 2, "unit": "MONTH"}, "month", 2),
        ({"qty": 8, "unit": "HOUR", "note": "Trong 08 giờ làm việc"}, "hour", 8),
    ],
)
def test_a_clear_term_is_a_number(changes: dict[str, Any], unit: str, amount: int) -> None:
    channel, flags = one(**changes)

    assert (channel.unit, channel.amount, flags) == (unit, amount, [])


@pytest.mark.parametrize(
    ("changes", "text", "why"),
    [
        ({"qty": 24, "unit": "HOUR"}, "Nguồn ghi 24 giờ", "hours_of_what"),
        ({"qty": 7, "unit": "OTHER"}, "Nguồn ghi 7 (không ghi đơn vị)", "unit_not_given"),
        ({"qty": None, "unit": "OTHER", "note": "Theo mùa vụ"}, "Theo mùa vụ", "no_term"),
        ({"qty": 1.5, "unit": "DAY"}, "Nguồn ghi 1,5 ngày", "term_not_understood"),
        ({"qty": "vài", "unit": "DAY"}, "Nguồn ghi vài ngày", "term_not_understood"),
        ({"qty": 3, "unit": "YEAR"}, "Nguồn ghi 3 năm", "unit_not_given"),
    ],
)
def test_a_doubtful_term_stays_words_with_a_flag(changes: dict[str, Any], text: str, why: str) -> None:
    channel, flags = one(**changes)

    assert (channel.unit, channel.amount, channel.text) == ("", None, text)
    assert flags == [why]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"qty": 33, "unit": "MONTH", "note": "Không quá 03 tháng"}, "term_and_words"),
        ({"qty": 7, "unit": "DAY", "qty_text": "07 ngày làm việc"}, "term_and_words"),
        ({"qty": 3, "unit": "WORKING_DAY", "note": "03 ngày làm việc; trường hợp xác minh: 10 ngày"}, "terms_in_words"),
    ],
)
def test_a_number_that_its_own_words_contradict_stays_words(changes: dict[str, Any], why: str) -> None:
    channel, flags = one(**changes)

    assert (channel.unit, channel.amount, flags) == ("", None, [why])


def test_several_terms_for_one_way_stay_words() -> None:
    rows = [
        {"methods": ["ONLINE"], "qty": 1, "unit": "DAY", "note": "không phải xác minh"},
        {"methods": ["ONLINE"], "qty": 3, "unit": "DAY", "note": "phải xác minh"},
    ]

    channels, flags = read_channels(rows)

    assert channels[0].text == "1 ngày: không phải xác minh\n3 ngày: phải xác minh"
    assert channels[0].unit == ""
    assert "several_terms" in [flag["why"] for flag in flags]


def test_terms_that_differ_by_way_smell_of_cases() -> None:
    rows = [
        {"methods": ["DIRECT"], "qty": 40, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 0}]},
        {"methods": ["POSTAL"], "qty": 30, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 0}]},
    ]

    channels, flags = read_channels(rows)

    assert [(row.channel, row.unit, row.text) for row in channels] == [
        ("counter", "", "40 ngày"),
        ("post", "", "30 ngày"),
    ]
    assert [flag["why"] for flag in flags] == ["terms_differ"]


def test_the_same_term_said_twice_is_one() -> None:
    row = {"methods": ["DIRECT"], "qty": 2, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 5000}]}

    channels, flags = read_channels([row, row])

    assert (channels[0].amount, len(channels[0].fees), flags) == (2, 1, [])


def test_a_method_that_nobody_knows_is_left_out() -> None:
    assert read_channels([{"methods": ["PIGEON"]}]) == ((), [])


@pytest.mark.parametrize("words", ["", "Miễn phí", "Không", "không thu phí.", "Miễn lệ phí"])
def test_zero_is_free_where_no_word_says_otherwise(words: str) -> None:
    assert cost(amount=0, text=words) == (0, words, [])


@pytest.mark.parametrize(
    "words", ["Theo quy định của Bộ Tài chính", "50.000 đồng/giấy", "Miễn lệ phí cho người thuộc hộ nghèo"]
)
def test_zero_beside_other_words_is_not_free(words: str) -> None:
    assert cost(amount=0, text=words) == (None, words, ["zero_beside_words"])


def test_an_amount_below_a_thousand_is_not_believed() -> None:
    assert cost(amount=135, text="135.000 đồng") == (
        None,
        "theo văn bản, nguồn ghi 135 VNĐ: 135.000 đồng",
        ["fee_too_small"],
    )


def test_another_currency_is_told_in_words() -> None:
    assert cost(amount=10, currency="USD", text="mỗi lần") == (None, "10 USD: mỗi lần", [])


@pytest.mark.parametrize("amount", [-1, True, 2.5, "5000", "ba", 10**20])
def test_an_amount_that_is_no_number_of_dong_is_not_believed(amount: Any) -> None:
    assert cost(amount=amount)[::2] == (None, ["fee_not_understood"])


def test_no_fee_is_unknown_and_not_zero() -> None:
    channel, flags = one(fees=[])

    assert (channel.fees, flags) == ((), ["no_fee"])
    assert cost()[::2] == (None, ["no_fee"])


def test_a_fee_is_no_charge_and_no_price() -> None:
    kinds = ["FEE", "SERVICE_FEE", "PRICE_LEVEL"]
    channel, _flags = one(fees=[{"kind": kind, "amount": 5000} for kind in kinds])

    assert [fee.kind for fee in channel.fees] == ["phi", "le_phi", "gia"]
