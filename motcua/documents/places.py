"""Places in an agency's own paragraph: {ma_ho_so} and its like, replaced by data, never evaluated."""

import re
from collections.abc import Mapping

PLACES = {
    "ma_ho_so": "mã hồ sơ",
    "thu_tuc": "tên thủ tục",
    "chu_ho_so": "tên chủ hồ sơ",
    "nguoi_nop": "tên người nộp",
    "hen_tra": "ngày hẹn trả kết quả",
}
PLACE = re.compile(r"\{([^{}\n]*)\}")


def unknown_places(text: str) -> list[tuple[int, str]]:
    """The number of the line, from 1, and the name, of every place that is none of ours."""
    return [
        (number, name)
        for number, line in enumerate(text.split("\n"), 1)
        for name in PLACE.findall(line)
        if name not in PLACES
    ]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its places filled; a place of which nothing is known is left empty."""
    return PLACE.sub(lambda found: values.get(found[1], ""), text)
