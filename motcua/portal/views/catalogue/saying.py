"""Terms, fees and papers of the catalogue as a citizen reads them. What is not known is “theo văn bản”, never zero."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.catalogue.asked import begun_small
from motcua.catalogue.models import Channel, FeeKind, FeeSetBy
from motcua.catalogue.queries import ChannelPage, FeePage, VersionPage
from motcua.common import words

LEVELS: dict[int, Promise] = {
    1: gettext_lazy("Mức độ 1 · chỉ thông tin"),
    2: gettext_lazy("Mức độ 2 · tải mẫu, nộp giấy"),
    3: gettext_lazy("Mức độ 3 · nộp trực tuyến một phần"),
    4: gettext_lazy("Mức độ 4 · toàn trình"),
}
SHORT_LEVELS: dict[int, Promise] = {
    1: gettext_lazy("Mức độ 1"),
    2: gettext_lazy("Mức độ 2"),
    3: gettext_lazy("Mức độ 3"),
    4: gettext_lazy("Mức độ 4"),
}
LONGEST_IN_A_CELL = 160


def glance_of_time(glance: dict[str, Any], unknown: str = "") -> str:
    """The time limit in one line; `unknown` is said where one line would mislead."""
    time = glance.get("time")
    if not time:
        return unknown or _("thời hạn theo văn bản")
    longest = words.working_span(time["high"], time["unit"])
    return longest if time["low"] == time["high"] else f"{words.number(time['low'])}–{longest}"


def glance_of_fee(glance: dict[str, Any], unknown: str = "") -> str:
    """What it costs in one line; `unknown` is said where one line would mislead."""
    fee = glance.get("fee")
    if not fee:
        return unknown or _("lệ phí theo văn bản")
    low, high = fee["low"], fee["high"]
    if low == high:
        said = words.money(high)
    else:
        said = (
            f"{words.number(low)}–{words.money(high)}"
            if low
            else _("từ miễn phí đến %(most)s") % {"most": words.money(high)}
        )
    return _("%(fee)s mỗi %(per)s") % {"fee": said, "per": fee["per"]} if fee["per"] and high else said


def time_of(row: ChannelPage) -> str:
    """The time limit of one way to hand in."""
    return words.begin(words.working_span(row.amount or 1, row.unit)) if row.usable else _("Theo văn bản")


def time_lines(row: ChannelPage) -> list[str]:
    """The time limit, and the source's words about it where they are short."""
    return [time_of(row), row.text] if row.text and not _is_long(row.text) else [time_of(row)]


def fee_of(fee: FeePage) -> str:
    """One fee: its kind, the amount, for each what, and when it is owed."""
    kind = words.begin(str(FeeKind(fee.kind).label))
    said = f"{kind}: {words.money(fee.amount)}"
    if fee.amount and fee.per:
        said = _("%(fee)s mỗi %(per)s") % {"fee": said, "per": fee.per}
    if fee.set_by == FeeSetBy.PROVINCE and fee.amount is None:
        said = _("%(kind)s: theo nghị quyết của Hội đồng nhân dân tỉnh") % {"kind": kind}
    if fee.when:
        said = _("%(fee)s, nếu: %(when)s") % {"fee": said, "when": begun_small(fee.when)}
    if fee.amount is None and fee.text and not fee.set_by and not _is_long(fee.text):
        said = f"{kind}: {fee.text}"
    return _("%(fee)s. Miễn, giảm: %(who)s") % {"fee": said, "who": fee.exempt} if fee.exempt else said


def long_words(page: VersionPage) -> list[str]:
    """The source's words about fees and terms that are too long for a cell."""
    rows = [row for case in page.cases for row in case.channels]
    found = [row.text for row in rows if _is_long(row.text)]
    found += [fee.text for row in rows for fee in row.fees if fee.text and (fee.amount or _is_long(fee.text))]
    return list(dict.fromkeys(found))


def _is_long(text: str) -> bool:
    return len(text) > LONGEST_IN_A_CELL


def channel_name(channel: str) -> str:
    """“Trên mạng”, “Tại quầy”, “Qua bưu chính”."""
    return str(Channel(channel).label)
