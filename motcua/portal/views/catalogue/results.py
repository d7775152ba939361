"""“Dịch vụ công trực tuyến”: filters, words, the procedures found."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
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
        "rows": [row_of(row) for row in page.rows],
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
    told = [{"name": _short(row.name), "href": reverse("portal:procedure", args=[row.code])} for row in rows]
    response = JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=60)
    return response


def _near(filters: Filters, page: Page) -> list[dict[str, Any]]:
    """Where nothing was found: what the same words find without filters, else what looks like them."""
    if page.count or not filters.words:
        return []
    found = queries.search(Filters(words=filters.words)).rows[:5] if filters.narrowed else ()
    return [row_of(row) for row in found or queries.near(filters.words)]


def _address(filters: Filters, number: int) -> dict[str, object]:
    return choosing.parameters(filters) | {"trang": number if number > 1 else ""}


def row_of(row: queries.Row) -> dict[str, Any]:
    """A line of the list in words."""
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
