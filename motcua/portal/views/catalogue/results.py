"""“Dịch vụ công trực tuyến”: filters, words, the procedures found."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue import queries
from motcua.catalogue.queries import Filters, Page
from motcua.portal.views.caching import sent_once

from . import choosing, saying

LONGEST: Final = 200
LONGEST_TYPED: Final = 100


@require_safe
@public
@sent_once
def search(request: HttpRequest) -> HttpResponse:
    """One form, kept in the address, and one page of what fits."""
    options = queries.options()
    chosen = choosing.chosen_from(request.GET, options)
    filters = chosen.filters
    page = queries.search(filters, page=choosing.number(request.GET.get("trang", "")) or 1, counting=True)
    context = {
        "chosen": chosen,
        "filters": filters,
        "page": page,
        "choices": choosing.choices(page, filters, options),
        "more": any(getattr(filters, name) for name in choosing.MORE),
        "narrowed": choosing.narrowed(filters, options),
        "rows": rows_of(page.rows),
        "near": _near(filters, page),
        "previous": _address(filters, page.number - 1) if page.number > 1 else None,
        "following": _address(filters, page.number + 1) if page.has_next else None,
        "without_words": choosing.parameters(filters, words=""),
    }
    return render(request, "portal/catalogue/results.html", context)


@require_safe
@public
def suggest(request: HttpRequest) -> HttpResponse:
    """A few procedures for words that are being typed, as JSON: name and address."""
    rows = queries.suggest(request.GET.get("q", "").replace("\0", "")[:LONGEST_TYPED])
    same = queries.same_named(rows)
    told = [
        {
            "name": f"{_short(row.name)} ({row.code})" if row.code in same else _short(row.name),
            "href": reverse("portal:procedure", args=[row.code]),
        }
        for row in rows
    ]
    response = JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=60)
    return response


def _near(filters: Filters, page: Page) -> list[dict[str, Any]]:
    """Where nothing was found: what the same words find without filters, else what looks like them."""
    if page.count or not filters.words:
        return []
    found = queries.search(Filters(words=filters.words)).rows[:5] if filters.narrowed else ()
    return rows_of(found or queries.near(filters.words))


def _address(filters: Filters, number: int) -> dict[str, object]:
    return choosing.parameters(filters) | {"trang": number if number > 1 else ""}


def rows_of(rows: Sequence[queries.Row]) -> list[dict[str, Any]]:
    """The lines of a list in words; those of one name say what tells them apart."""
    same = queries.same_named(rows)
    return [_row(row) | {"apart": _apart(row, same[row.code]) if row.code in same else ""} for row in rows]


def _apart(row: queries.Row, executing: str) -> str:
    said = [_("Mã %(code)s") % {"code": row.code}, row.field_name, _short(executing)]
    return " · ".join(part for part in said if part)


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
