"""“Chi tiết”: everything about one procedure."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from motcua.accounts.doors import OfficerRequest, officer, public
from motcua.accounts.models import Role
from motcua.catalogue.asked import note_of
from motcua.catalogue.flags import WORDS
from motcua.catalogue.in_brief import OLDER, lines
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import (
    CasePage,
    Flag,
    InForce,
    VersionPage,
    current_version,
    in_force,
    listed,
    previewed,
    withdrawn,
)
from motcua.common import words
from motcua.portal.views.caching import sent_once

from . import asked_first, described, saying
from .asked_where import asked_where
from .offices import Office, as_done_at, office_asked, office_here

LONG_CONDITION = 90
BEFORE_DONG = re.compile(r"(?<=\d) (?=đ\b)")
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
@sent_once
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """What is in force under this code, for the case, the way of handing in and the place that the address names."""
    found = in_force(code[:40])
    if found is None:
        return _out_of_force(request, code[:40])
    now = timezone.now()
    where = asked_where(found.version, request.GET, timezone.localdate(now))
    office = office_asked(found.version.body, where.handling if where else None)
    here = replace(found, version=as_done_at(found.version, office))
    return render(request, "portal/catalogue/procedure.html", about(here, office, request.GET, now) | {"where": where})


@require_safe
@officer(Role.MANAGER)
def preview(request: OfficerRequest, code: str) -> HttpResponse:
    """The copy that managers work on, as the public will read it."""
    page = previewed(code[:40])
    if page is None:
        raise Http404
    context = about(InForce(version=page, missing_since=None), office_here(page.body), request.GET, timezone.now())
    return render(request, "portal/catalogue/preview.html", context)


def _out_of_force(request: HttpRequest, code: str) -> HttpResponse:
    """Gone for good is said with the reason and the way on; what never was is not found."""
    gone = withdrawn(code)
    if gone is None:
        raise Http404
    return render(request, "portal/catalogue/withdrawn.html", {"gone": gone}, status=410)


def about(found: InForce, office: Office, asked: QueryDict, at: datetime) -> dict[str, Any]:
    """Everything that the page tells."""
    page = found.version
    chosen = asked_first.chosen_from(page, asked)
    cases = [chosen.case] if chosen.case else page.cases
    way = chosen.row.channel if chosen.asked and chosen.row else ""
    return {
        "page": page,
        "office": office,
        "level": saying.LEVELS[page.level],
        "can_do": asked_first.can_do(page, office),
        "presses": asked_first.presses(page, office),
        "facts": asked_first.facts(page, chosen),
        "choices": asked_first.choices(page, chosen),
        "chosen": chosen,
        "where": None,
        "local_rules": _local_rules(page),
        "promised": asked_first.promised(chosen, office, at),
        "cases": [_case(case, way) for case in cases],
        "tables": _tables(cases, way),
        "long_words": saying.long_words(page),
        "others": _other_bodies(page),
        "results": _results(page),
        "as_written": any("\n" in step for step in page.instructions),
        "inferred": bool(page.source_of("level").get("inferred")),
        "brief": _brief(found),
        "doubts": _doubts(found),
        "sources": _sources(page),
        "related": listed(page.related) if page.related else (),
        "printing": "ban-in" in asked,
        "address": settings.PUBLIC_URL + reverse("portal:procedure", args=[page.code]),
        "at": at,
        "described": described.json_ld(page, office),
    }


@require_safe
@public
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """The stable address of a procedure as a QR code."""
    if current_version(code[:40]) is None:
        raise Http404
    drawn = io.BytesIO()
    address = settings.PUBLIC_URL + reverse("portal:procedure", args=[code])
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=4, scale=4)
    response = HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=86400)
    return response


def _case(case: CasePage, way: str) -> dict[str, Any]:
    return {
        "name": case.name,
        "submit": _groups(case, PaperKind.SUBMIT, way),
        "show": _groups(case, PaperKind.SHOW, way),
        "notes": [paper.name for paper in case.papers_of(PaperKind.NOTE)],
    }


def _tables(cases: Sequence[CasePage], way: str) -> list[tuple[str, list[list[Any]]]]:
    """Terms and fees per way to hand in; cases that do not differ share a table."""
    tables: list[tuple[list[str], list[list[Any]]]] = []
    for case in cases:
        rows = [
            [saying.channel_name(row.channel), saying.time_lines(row), [saying.fee_of(fee) for fee in row.fees]]
            for row in case.channels
            if not way or row.channel == way
        ]
        alike = next((names for names, others in tables if others == rows), None)
        if alike is None:
            tables.append(([case.name], rows))
        else:
            alike.append(case.name)
    return [("; ".join(names) if len(tables) > 1 else "", rows) for names, rows in tables]


def _groups(case: CasePage, kind: PaperKind, way: str) -> list[tuple[str, list[dict[str, str]]]]:
    """The papers, those that several need under one condition together, below that condition."""
    papers = [paper for paper in case.papers_of(kind) if not way or paper.asked_by(way)]
    asked = Counter(paper.when for paper in papers if paper.when)
    groups: dict[str, list[dict[str, str]]] = {"": []}
    for paper in papers:
        shared = paper.when if asked[paper.when] > 1 or len(paper.when) > LONG_CONDITION else ""
        note = note_of(paper, with_condition=not shared)
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


def _brief(found: InForce) -> list[tuple[str, str]]:
    """The four sentences, sums on one line; none while they are older than what they tell of."""
    flags = [flag for flag in found.version.flags if flag.why == OLDER["why"] and flag.path not in found.confirmed]
    told = [] if flags else lines(found.version.in_brief)
    return [(label, BEFORE_DONG.sub("\u00a0", sentence)) for label, sentence in told]


def _doubts(found: InForce) -> list[str]:
    """What a person must still look at, told plainly, once each, with what it is about."""
    open_ = [flag for flag in found.version.flags if flag.why in WORDS and flag.path not in found.confirmed]
    told = [_doubt(flag) for flag in open_ if flag.why != OLDER["why"]]
    if found.missing_since:
        gone = _("Nguồn không còn thủ tục này từ %(day)s; hỏi lại trước khi nộp")
        told.insert(0, gone % {"day": words.date_only(found.missing_since)})
    return list(dict.fromkeys(told))


def _doubt(flag: Flag) -> str:
    subject = next((str(name) for part, name in SUBJECTS.items() if part in flag.path.split(".")), "")
    said = str(WORDS[flag.why])
    return f"{subject}: {said[:1].lower()}{said[1:]}" if subject else said


def _local_rules(page: VersionPage) -> list[str]:
    """Who states something of their own, by which document and since when."""
    rules = page.local.by if page.local else ()
    return [
        _("%(agency)s, %(basis)s, từ %(day)s")
        % {"agency": one["agency"], "basis": one["basis"] or _("không ghi văn bản"), "day": _day(one["on"])}
        for one in rules
    ]


def _day(iso: str) -> str:
    return words.date_only(date.fromisoformat(iso))


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
