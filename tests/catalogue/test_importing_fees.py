"""Amounts that their own words contradict, amounts that the province sets, and who is exempt."""

from typing import Any

import pytest

from motcua.catalogue import content
from motcua.catalogue.importing.fees import read_fees

SET = "Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định."


def read(**fee: Any) -> tuple[content.Fee, list[str]]:
    flags: list[dict[str, str]] = []
    fees = read_fees([{"fees": [{"kind": "FEE"} | fee]}], "fees", flags)
    return fees[0], [flag["why"] for flag in flags]


@pytest.mark.parametrize("words", ["Miễn phí", "không thu phí", "Miễn phí đến ngày 30/6/2026", "Người nghèo được miễn"])
def test_free_beside_an_amount_is_not_believed_either_way(words: str) -> None:
    fee, flags = read(amount=50_000, text=words)

    assert (fee.amount, fee.exempt, flags) == (None, "", ["free_beside_amount"])
    assert fee.text == f"theo văn bản, nguồn ghi 50.000 VNĐ: {words}"


@pytest.mark.parametrize(
    "words", ["25.000 đồng đến hết năm 2026", "50.000 đồng/lần; cấp lại 70.000đ", "mức 0,2 triệu đồng"]
)
def test_another_sum_in_the_words_leaves_no_amount(words: str) -> None:
    assert read(amount=50_000, text=words)[0].amount is None
    assert read(amount=50_000, text=words)[1] == ["fee_and_words"]


@pytest.mark.parametrize("words", ["50.000 đồng/lần", "theo Thông tư 75/2022/TT-BTC", "50.000 đồng 01 dòng", ""])
def test_words_that_agree_leave_the_amount(words: str) -> None:
    assert read(amount=50_000, text=words) == (content.Fee(kind="phi", amount=50_000, text=words), [])


@pytest.mark.parametrize("space", [" ", ""])
def test_who_is_exempt_is_told_apart_from_the_amount(space: str) -> None:
    fee, flags = read(
        amount=8000, text=f"8.000 đồng/bản.{space}Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật."
    )

    assert (fee.amount, fee.text, flags) == (8000, "8.000 đồng/bản.", [])
    assert fee.exempt == "người thuộc hộ nghèo; người khuyết tật"


def test_an_exemption_alone_does_not_make_zero_certain() -> None:
    words = "Miễn lệ phí cho người thuộc hộ nghèo"

    assert read(amount=0, text=words) == (content.Fee(kind="phi", amount=None, text=words), ["zero_beside_words"])


@pytest.mark.parametrize("amount", [0, None])
def test_what_the_council_of_the_province_sets_has_no_amount_and_no_doubt(amount: int | None) -> None:
    fee, flags = read(amount=amount, text=f"({SET} Miễn lệ phí cho người khuyết tật.)")

    assert (fee.amount, fee.set_by, fee.text, fee.exempt) == (None, "province", SET, "người khuyết tật")
    assert flags == []


def test_an_amount_beside_the_council_is_doubtful() -> None:
    fee, flags = read(amount=50_000, text=SET)

    assert (fee.amount, fee.set_by, flags) == (None, "province", ["fee_and_words"])


@pytest.mark.parametrize("words", ["Theo quy định của Bộ Tài chính", "Đối với tổ hợp tác do HĐND tỉnh quy định"])
def test_what_others_set_or_only_for_some_is_left_in_words(words: str) -> None:
    assert read(amount=0, text=words)[0].set_by == ""
    assert read(amount=0, text=words)[1] == ["zero_beside_words"]
