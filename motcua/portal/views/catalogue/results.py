"""“Dịch vụ công trực tuyến”: filters, words, the procedures found."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue import queries
from motcua.catalogue.queries import Filters, Page

from . import saying

LONGEST = 200


@require_safe
@public
def search(request: HttpRequest) -> HttpResponse:
    """One form, kept in the address, and one page of what fits."""
    filters = _filters(request)
    page = queries.search(filters, page=_number(request.GET.get("trang", "")) or 1)
    choices = queries.options()
    context = {
        "filters": filters,
        "page": page,
        "publishers": [("", _("Tất cả")), *choices.publishers.items()],
        "fields": [("", _("Tất cả")), *choices.fields.items()],
        "levels": [("", _("Tất cả")), *((str(level), name) for level, name in saying.LEVELS.items())],
        "rows": [_row(row) for row in page.rows],
        "previous": _address(filters, page.number - 1) if page.number > 1 else None,
        "following": _address(filters, page.number + 1) if page.has_next else None,
        "drop": _what_to_drop(filters, page),
    }
    return render(request, "portal/catalogue/results.html", context)


def _filters(request: HttpRequest) -> Filters:
    asked = request.GET
    level = _number(asked.get("muc-do", ""))
    return Filters(
        publisher=_clean(asked.get("co-quan", "")),
        level=level if level in saying.LEVELS else None,
        field=_clean(asked.get("linh-vuc", "")),
        words=_clean(asked.get("tu-khoa", "")),
    )


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _parameters(filters: Filters) -> dict[str, object]:
    return {
        "co-quan": filters.publisher,
        "muc-do": filters.level or "",
        "linh-vuc": filters.field,
        "tu-khoa": filters.words,
    }


def _address(filters: Filters, number: int) -> dict[str, object]:
    return _parameters(filters) | {"trang": number if number > 1 else ""}


def _row(row: queries.Row) -> dict[str, Any]:
    line = (
        row.field_name,
        saying.SHORT_LEVELS[row.level],
        saying.glance_of_time(row.glance),
        saying.glance_of_fee(row.glance),
    )
    return {
        "code": row.code,
        "name": _short(row.name),
        "line": " · ".join(str(part) for part in line),
        "files": row.files_online,
    }


def _short(name: str) -> str:
    """Some names are a page long; the list shows where they begin."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rpartition(' ')[0]} …"


def _what_to_drop(filters: Filters, page: Page) -> list[tuple[str, dict[str, object]]]:
    """Where nothing was found: each filter with the address that leaves it out."""
    if page.count:
        return []
    asked = _parameters(filters)
    said = {
        "co-quan": _("Bỏ lọc theo cơ quan"),
        "muc-do": _("Bỏ lọc theo mức độ"),
        "linh-vuc": _("Bỏ lọc theo lĩnh vực"),
        "tu-khoa": _("Bỏ từ khóa"),
    }
    chosen = [name for name in said if asked[name]]
    return [(said[name], asked | {name: ""}) for name in chosen] if len(chosen) > 1 else []
