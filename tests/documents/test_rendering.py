"""Whatever a person typed is data: it prints as typed, or as a box where no font has it."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from motcua.documents.rendering import qr, render

AT = datetime(2026, 11, 27, tzinfo=UTC)
A_PAPER: dict[str, Any] = {
    "title": "Giấy tiếp nhận hồ sơ",
    "subtitle": "",
    "agency": "Ủy ban nhân dân xã Thanh Mỹ",
    "parent": "Ủy ban nhân dân tỉnh Đồng Tháp",
    "number": "1/TNHT",
    "place_date": "Thanh Mỹ, ngày 27 tháng 11 năm 2026",
    "demo": True,
    "landscape": False,
    "blocks": [],
    "signatures": [],
    "qr": "",
    "qr_words": "",
}


@pytest.mark.parametrize(
    "typed",
    [
        "#panic()",
        "$x^2$ @ref <label>",
        "\\ * _ ` = - +",
        '"] #let x = ',
        "a" * 5000,
        "😀 \u200fעברית",
        "漢",
        "Nguyễn\nThị\tĐào",
    ],
)
def test_no_text_breaks_a_paper(typed: str) -> None:
    rows = {"type": "rows", "rows": [["Họ tên", typed]]}
    table = {"type": "table", "columns": [typed[:40]], "widths": [1], "aligns": ["l"], "rows": [[typed]]}

    pdf = render(A_PAPER | {"blocks": [rows, table, {"type": "text", "text": typed}], "subtitle": typed}, at=AT)

    reader = PdfFileReader(io.BytesIO(pdf))
    assert reader.root["/MarkInfo"]["/Marked"]
    assert reader.root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_same_data_gives_the_same_bytes() -> None:
    assert render(A_PAPER, at=AT) == render(A_PAPER, at=AT)


def test_a_worker_draws_in_several_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda _: render(A_PAPER, at=AT), range(24)))

    assert set(drawn) == {render(A_PAPER, at=AT)}


def test_a_qr_is_a_picture_without_script() -> None:
    assert qr("https://example.vn/kiem-tra/x/").startswith("<svg")
