"""“Chi tiết”: everything about one procedure."""

from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue.flags import WORDS
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import CasePage, Flag, InForce, VersionPage, in_force
from motcua.common import words

from . import saying
from .offices import Office, office_here

LONG_CONDITION = 90
SUBJECTS: dict[str, Promise] = {
    "fees": gettext_lazy("Lệ phí"),
    "time": gettext_lazy("Thời hạn"),
    "papers": gettext_lazy("Giấy tờ"),
    "channels": gettext_lazy("Cách nộp"),
    "files_online": gettext_lazy("Cách nộp"),
    "conditions": gettext_lazy("Điều kiện"),
    "body": gettext_lazy("Nơi làm"),
    "executing": gettext_lazy("Nơi làm"),
    "results": gettext_lazy("Kết quả"),
    "legal": gettext_lazy("Căn cứ pháp lý"),
    "visits": gettext_lazy("Đến quầy"),
    "must_come": gettext_lazy("Đến quầy"),
}
"""What a doubt is about, by the part of its path that names it, the closest first."""


@require_safe
@public
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """What is in force under this code."""
    found = in_force(code[:40])
    if found is None:
        raise Http404
    page = found.version
    office = office_here(page.body)
    context = {
        "page": page,
        "office": office,
        "level": saying.LEVELS[page.level],
        "can_do": can_do(page, office),
        "files_here": page.files_online and office.resolver is not None,
        "facts": _facts(page),
        "cases": [_case(case) for case in page.cases],
        "tables": _tables(page),
        "long_words": saying.long_words(page),
        "others": _other_bodies(page),
        "results": _results(page),
        "as_written": any("\n" in step for step in page.instructions),
        "inferred": bool(page.source_of("level").get("inferred")),
        "doubts": _doubts(found),
        "sources": _sources(page),
    }
    return render(request, "portal/catalogue/procedure.html", context)


def can_do(page: VersionPage, office: Office) -> str:
    """What a person can do at its level, in one line."""
    if page.level >= 3 and not page.files_online:
        return _("Nguồn ghi nộp trực tuyến nhưng các cách nộp nói khác; chờ xác nhận, chưa nộp được ở đây")
    if page.files_online and office.resolver is None:
        return _("Nộp được trên mạng, nhưng nơi giải quyết chưa nhận hồ sơ ở đây; gọi để hỏi nơi nộp")
    return {
        1: _("Đọc đủ thông tin ở đây, nộp giấy tại nơi làm"),
        2: _("In đơn từ trang này, điền tay, nộp giấy tại nơi làm"),
        3: _("Nộp hồ sơ trên mạng; nộp tiền và nhận kết quả tại nơi làm"),
        4: _("Nộp hồ sơ và nhận kết quả trên mạng, không phải đến quầy"),
    }[page.level]


def _facts(page: VersionPage) -> list[tuple[str, str, str | None]]:
    ways = [saying.channel_name(channel) for channel in page.channels]
    unknown = _("theo văn bản")
    rest = ", ".join(way[:1].lower() + way[1:] for way in ways[1:])
    return [
        (_("Thời hạn"), words.begin(saying.glance_of_time(page.glance, unknown)), None),
        (_("Lệ phí"), words.begin(saying.glance_of_fee(page.glance, unknown)), None),
        (_("Nơi làm"), page.executing or _("Nguồn không ghi"), None),
        (_("Cách nộp"), ways[0] if ways else _("Nguồn không ghi"), rest or None),
    ]


def _case(case: CasePage) -> dict[str, Any]:
    return {
        "name": case.name,
        "submit": _groups(case, PaperKind.SUBMIT),
        "show": _groups(case, PaperKind.SHOW),
        "notes": [paper.name for paper in case.papers_of(PaperKind.NOTE)],
    }


def _tables(page: VersionPage) -> list[tuple[str, list[list[Any]]]]:
    """Terms and fees per way to hand in; cases that do not differ share a table."""
    tables: list[tuple[list[str], list[list[Any]]]] = []
    for case in page.cases:
        rows = [
            [saying.channel_name(row.channel), saying.time_lines(row), [saying.fee_of(fee) for fee in row.fees]]
            for row in case.channels
        ]
        alike = next((names for names, others in tables if others == rows), None)
        if alike is None:
            tables.append(([case.name], rows))
        else:
            alike.append(case.name)
    return [("; ".join(names) if len(tables) > 1 else "", rows) for names, rows in tables]


def _groups(case: CasePage, kind: PaperKind) -> list[tuple[str, list[dict[str, str]]]]:
    """The papers, those that several need under one condition together, below that condition."""
    papers = case.papers_of(kind)
    asked = Counter(paper.when for paper in papers if paper.when)
    groups: dict[str, list[dict[str, str]]] = {"": []}
    for paper in papers:
        shared = paper.when if asked[paper.when] > 1 or len(paper.when) > LONG_CONDITION else ""
        note = saying.note_of(paper, with_condition=not shared)
        groups.setdefault(shared, []).append({"name": paper.name, "note": note})
    return [(condition.rstrip(":"), rows) for condition, rows in groups.items() if rows]


def _other_bodies(page: VersionPage) -> list[tuple[str, str]]:
    names = {
        "authority": _("Cơ quan có quyền quyết định"),
        "authorized": _("Cơ quan được ủy quyền"),
        "coordinating": _("Cơ quan phối hợp"),
        "receives_at": _("Nơi nhận hồ sơ"),
    }
    told = ((name, page.bodies[key]) for key, name in names.items() if page.bodies.get(key))
    return [(name, "; ".join(value) if isinstance(value, list) else value) for name, value in told]


def _results(page: VersionPage) -> list[str]:
    kinds = {"refusal": _("nếu bị từ chối"), "notice": _("nếu phải sửa hồ sơ")}
    return [f"{one['name']} ({kinds[one['kind']]})" if one["kind"] in kinds else one["name"] for one in page.results]


def _doubts(found: InForce) -> list[str]:
    """What a person must still look at, told plainly, once each, with what it is about."""
    told = [_doubt(flag) for flag in found.version.flags if flag.why in WORDS]
    if found.missing_since:
        gone = _("Nguồn không còn thủ tục này từ %(day)s; hỏi lại trước khi nộp")
        told.insert(0, gone % {"day": words.date_only(found.missing_since)})
    return list(dict.fromkeys(told))


def _doubt(flag: Flag) -> str:
    subject = next((str(name) for part, name in SUBJECTS.items() if part in flag.path.split(".")), "")
    said = str(WORDS[flag.why])
    return f"{subject}: {said[:1].lower()}{said[1:]}" if subject else said


def _sources(page: VersionPage) -> list[str]:
    """Each source with its date, the main one first; one's own words need none."""
    told = [page.sources.get("", {}), *(source for path, source in sorted(page.sources.items()) if path)]
    return list(dict.fromkeys(_source(source) for source in told if source.get("source") not in (None, "Một Cửa")))


def _source(source: dict[str, Any]) -> str:
    day = source.get("date", "")
    if not day:
        return str(source["source"])
    year, month, number = day.split("-")
    return _("%(source)s, cập nhật %(day)s") % {"source": source["source"], "day": f"{number}/{month}/{year}"}
