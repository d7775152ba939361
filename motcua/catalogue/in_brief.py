"""“Trong 30 giây”: what one gets, what one needs, what it costs and how long it takes, in four short sentences.

A version says all four or none. They are words of our own, so nothing is read out of them; but they repeat facts,
so a version whose facts change without them says that somebody has to look.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARTS: Final[dict[str, Promise]] = {
    "get": gettext_lazy("Được gì"),
    "need": gettext_lazy("Cần gì"),
    "cost": gettext_lazy("Mất bao nhiêu tiền"),
    "time": gettext_lazy("Chờ bao lâu"),
}
MOST: Final = 60
"""Words of all four together, which a slow reader reads in half a minute; a word is what stands between spaces."""
MOST_IN_ONE: Final = 22
OLDER: Final = {"path": "in_brief", "why": "brief_is_older"}
"""The flag of sentences that were written before the cases said what they say now."""
_SECOND: Final = re.compile(r"[.?!…]\s")
_HARD: Final = {
    "vui lòng": "",
    "tiến hành": "",
    "theo quy định": "",
    "nêu trên": "",
    "đính kèm": "tải lên",
    "kê khai": "khai",
    "đối với": "với",
    "trong trường hợp": "nếu",
    "thành phần hồ sơ": "giấy tờ",
    "thẩm quyền": "tên cơ quan",
    "đối tượng": "người",
    "nhằm": "để",
    "!": ".",
}
"""Words of offices, with what a twelve-year-old would say; some are better left out."""


def wrong(said: Any) -> dict[str, str]:
    """What has to be written instead, by part; a mistake of the whole stands at its longest sentence."""
    if not isinstance(said, dict) or not said.keys() <= PARTS.keys():
        return {"get": _("Chỉ có bốn câu: %(parts)s") % {"parts": ", ".join(PARTS)}}
    if not any(said.values()):
        return {}
    return {part: words for part in PARTS for words in _of_one(said.get(part))} or _of_all(said)


def lines(said: dict[str, str]) -> list[tuple[str, str]]:
    """Label and sentence in the order they are read; nothing where nothing is said."""
    return [(str(label), said[part]) for part, label in PARTS.items() if said.get(part)]


def is_older(before: dict[str, Any], after: dict[str, Any], written: dict[str, str] | None = None) -> bool:
    """Whether plain content `after` has other cases than `before` beside sentences that nobody wrote for them.

    :param written: the sentences that came with the cases of `after`, if any did.
    """
    brief = after["in_brief"]
    return bool(brief) and brief == before["in_brief"] != written and before["cases"] != after["cases"]


def flagged(flags: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The flags with the word that the sentences are older than the cases, once."""
    return [*(flag for flag in flags if flag != OLDER), OLDER]


def _of_one(text: Any) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip():
        yield _("Ghi câu này, hoặc bỏ trống cả bốn câu")
        return
    if "\n" in text or _SECOND.search(text):
        yield _("Viết thành một câu")
    elif (count := len(text.split())) > MOST_IN_ONE:
        yield _("Câu này có %(count)s chữ; viết nhiều nhất %(most)s chữ") % {"count": count, "most": MOST_IN_ONE}
    elif hard := next((word for word in _HARD if word in text.casefold()), ""):
        told = _("Thay “%(word)s” bằng “%(instead)s”, trẻ 12 tuổi mới hiểu") if _HARD[hard] else _("Bỏ “%(word)s”")
        yield told % {"word": hard, "instead": _HARD[hard]}


def _of_all(said: dict[str, str]) -> dict[str, str]:
    counts = {part: len(said[part].split()) for part in PARTS}
    total = sum(counts.values())
    if total <= MOST:
        return {}
    words = _("Bốn câu có %(count)s chữ, nhiều nhất %(most)s; câu này dài nhất, viết ngắn lại")
    return {max(counts, key=lambda part: counts[part]): words % {"count": total, "most": MOST}}
