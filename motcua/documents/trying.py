"""A letterhead is tried with the longest and the emptiest paper before it comes into force."""

import io
from datetime import datetime
from typing import Any
from uuid import UUID

from pyhanko.pdf_utils.reader import PdfFileReader
from typst import TypstError

from . import letterheads
from .drawing import Drawing, Signing, trial_of
from .models import Letterhead
from .places import PLACES, filled

NAME = "Nguyễn Phước Hoàng Kim Thượng Uyển Nhi Quỳnh Hương"
TRIAL_NAME = "Giấy thử"
LONGEST: list[dict[str, Any]] = [
    {"type": "rows", "rows": [["Chủ hồ sơ", " ".join([NAME] * 4)], ["Địa chỉ", "Số 12, ấp Mỹ Thạnh, " * 20]]},
    {"type": "heading", "text": "Giấy tờ đã nhận"},
    {
        "type": "table",
        "columns": ["STT", "Tên giấy tờ", "Số bản"],
        "widths": [1, 8, 1.5],
        "aligns": ["l", "l", "r"],
        "rows": [[str(n), "Bản sao chứng thực giấy tờ có ảnh của người nộp " * 3, "12"] for n in range(1, 31)],
    },
    {"type": "text", "text": "Ư" * 5000},
]
TOO_LONG = {
    "parent": "Cơ quan cấp trên dài quá 4 dòng trên giấy: viết ngắn lại",
    "heading": "Tên cơ quan trên giấy dài quá 4 dòng: viết ngắn lại",
}
"""What `paper.typ` says of a heading on trial, in words."""
EMPTIEST: list[dict[str, Any]] = [{"type": "rows", "rows": [["Mã hồ sơ", "1"]]}]


def try_out(letterhead_id: UUID, *, at: datetime) -> None:
    """Draw both; what cannot be drawn, or makes the emptiest paper longer than a page, is refused with a line."""
    letterhead = Letterhead.objects.select_related("agency__parent", "agency__unit", "logo").get(pk=letterhead_id)
    try:
        emptiest = _drawn(letterhead, EMPTIEST, {}, at)
        longest = _drawn(letterhead, LONGEST, dict.fromkeys(PLACES, " ".join([NAME] * 4)), at)
    except TypstError as wrong:
        letterheads.settle(letterhead_id, trial=None, why=_in_words(wrong), at=at)
        return
    why = "" if pages(emptiest) == 1 else "Giấy ngắn nhất cũng dài quá một trang: rút ngắn đoạn thêm"
    letterheads.settle(letterhead_id, trial=longest, why=why, at=at)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


def _drawn(letterhead: Letterhead, blocks: list[dict[str, Any]], values: dict[str, str], at: datetime) -> bytes:
    agency = letterhead.agency
    own = filled(letterhead.paragraph, values)
    drawing = Drawing(
        agency=letterhead.heading or agency.name,
        parent=letterhead.parent or (agency.parent.name if agency.parent else ""),
        place=agency.unit.name,
        blocks=[*blocks, *([{"type": "text", "text": own}] if own else [])],
        signings=(Signing(letterhead.signer_title or "Người ký", NAME),),
        qr=False,
        letterhead=letterhead,
    )
    return trial_of(drawing, TRIAL_NAME, at)


def _in_words(wrong: TypstError) -> str:
    """The first line that helps; what the drawing itself says stands behind it."""
    for name, told in TOO_LONG.items():
        if f"too long: {name}" in str(wrong):
            return told
    if "image" in str(wrong):
        return f"Không đọc được biểu trưng, chọn tệp ảnh khác ({str(wrong)[:120]})"
    return f"Không vẽ được: {str(wrong)[:200]}"
