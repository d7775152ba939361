"""What a person asks first: can I do it on line, how long, how much, where; for the case and the way they chose."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.catalogue.filling import form_of, is_printed
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import CasePage, ChannelPage, VersionPage
from motcua.common import words
from motcua.dossiers import promises
from motcua.eforms import queries as eforms

from . import saying
from .offices import Office, takes_it_in


@dataclass(frozen=True, slots=True)
class Chosen:
    """The case and the way of handing in; None where the person has still to say and it makes a difference."""

    case: CasePage | None
    row: ChannelPage | None
    asked: bool


def chosen_from(page: VersionPage, asked: QueryDict) -> Chosen:
    """What the address says, else the only case, and the way that makes no difference to the term."""
    number, channel = asked.get("truong-hop", ""), asked.get("cach", "")
    place = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 4 else -1
    case = page.cases[place] if 0 <= place < len(page.cases) else None
    said = case is not None
    if case is None and len(page.cases) == 1:
        case = page.cases[0]
    row = case.channel(channel) if case else None
    said = said or row is not None
    if case is not None and row is None:
        row = _whichever(case)
    return Chosen(case, row, said)


def _whichever(case: CasePage) -> ChannelPage | None:
    """Any way of handing in, where all of them take equally long."""
    terms = {(row.unit, row.amount, row.usable) for row in case.channels}
    return case.channels[0] if len(terms) == 1 else None


@dataclass(frozen=True, slots=True)
class Presses:
    """What can be pressed: file here, fill in and print here, take a blank form of this kind."""

    file: bool
    print: bool
    blank: bool
    general: bool


def presses(page: VersionPage, office: Office) -> Presses:
    """Drafts need a body that resolves them here; a blank form needs nobody."""
    here, form = takes_it_in(page, office), form_of(page)
    general = form is not None and eforms.form(form).code == eforms.GENERAL
    return Presses(page.files_online and here, is_printed(page) and here, form is not None, general)


def can_do(page: VersionPage, office: Office) -> str:
    """What a person can do at its level, in one line."""
    if page.level >= 3 and not page.files_online:
        return _("Nguồn ghi nộp trực tuyến nhưng các cách nộp nói khác; chờ xác nhận, chưa nộp được ở đây")
    if page.local and not page.local.offered:
        said = _("%(office)s chưa nhận hồ sơ của thủ tục này") % {"office": page.local.by[-1]["agency"]}
        return f"{said}: {page.local.why_not}" if page.local.why_not else said
    if page.files_online and office.resolver is None:
        return _("Nộp được trên mạng, nhưng nơi giải quyết chưa nhận hồ sơ ở đây; gọi để hỏi nơi nộp")
    if is_printed(page) and office.resolver is not None:
        return _("Điền trên máy rồi in, hoặc in mẫu trống rồi điền tay; nộp giấy tại nơi làm")
    return {
        1: _("Đọc đủ thông tin ở đây, nộp giấy tại nơi làm"),
        2: _("In đơn từ trang này, điền tay, nộp giấy tại nơi làm"),
        3: _("Nộp hồ sơ trên mạng; nộp tiền và nhận kết quả tại nơi làm"),
        4: _("Nộp hồ sơ và nhận kết quả trên mạng, không phải đến quầy"),
    }[page.level]


def facts(page: VersionPage, chosen: Chosen) -> list[tuple[str, str, str | None]]:
    """Time, money, papers, where and how: of what was chosen, else of the whole."""
    unknown = _("theo văn bản")
    time, fee = saying.glance_of_time(page.glance, unknown), saying.glance_of_fee(page.glance, unknown)
    if chosen.asked and chosen.row:
        time = saying.time_of(chosen.row)
        fee = "; ".join(saying.fee_of(one) for one in chosen.row.fees if not one.when) or unknown
    ways = [saying.channel_name(channel) for channel in page.channels]
    rest = ", ".join(way[:1].lower() + way[1:] for way in ways[1:])
    return [
        (_("Thời hạn"), words.begin(time), None),
        (_("Lệ phí"), words.begin(fee), None),
        (_("Giấy tờ"), _papers(page, chosen), None),
        (_("Nơi làm"), page.executing or _("Nguồn không ghi"), None),
        (_("Cách nộp"), ways[0] if ways else _("Nguồn không ghi"), rest or None),
    ]


def _papers(page: VersionPage, chosen: Chosen) -> str:
    """How many papers are handed in, at least and at most where it depends on the case."""
    cases = [chosen.case] if chosen.case else page.cases
    way = chosen.row.channel if chosen.row and chosen.asked else ""
    counts = [
        sum(
            paper.required or not paper.when
            for paper in case.papers_of(PaperKind.SUBMIT)
            if not way or paper.asked_by(way)
        )
        for case in cases
    ]
    low, high = min(counts, default=0), max(counts, default=0)
    if not high:
        return _("Xem danh sách")
    told = words.number(high) if low == high else f"{words.number(low)}–{words.number(high)}"
    return _("%(n)s loại phải nộp") % {"n": told}


def promised(chosen: Chosen, office: Office, at: datetime) -> datetime | None:
    """By when a result would be there if it were handed in now and found valid; None where nothing can be promised.

    The very function that filing asks: the 8-hour check of the desk, then the term of the resolving agency.
    """
    if chosen.row is None or office.resolver is None or office.receiver is None:
        return None
    if not chosen.row.usable:
        return None
    row = chosen.row
    promise = promises.before_filing(office.receiver, office.resolver, amount=row.amount, unit=row.unit, at=at)
    return promise.result_by


def choices(page: VersionPage, chosen: Chosen) -> dict[str, Any]:
    """The cases and ways to choose from; empty where there is nothing to choose."""
    cases = [(str(place), case.name) for place, case in enumerate(page.cases, 1) if case.name]
    place = str(page.cases.index(chosen.case) + 1) if chosen.case and len(page.cases) > 1 else ""
    ways = [(channel, saying.channel_name(channel)) for channel in page.channels]
    return {
        "cases": cases if len(page.cases) > 1 else [],
        "case": place,
        "ways": ways if len(ways) > 1 else [],
        "way": chosen.row.channel if chosen.asked and chosen.row else "",
    }
