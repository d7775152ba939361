"""“Cơ quan”: where an office is, when it is open, what it receives for; all offices by place and name."""

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.agencies import offices as register
from motcua.agencies import opening, places, queries
from motcua.agencies.models import AgencyKind
from motcua.agencies.offices import Office
from motcua.catalogue.queries import count_resolved_by
from motcua.portal.views.caching import sent_once

LONGEST: Final = 80
WEEK: Final = 7
DAYS_AHEAD: Final = 60
SUGGESTED: Final = 8


@require_safe
@public
@sent_once
def office(request: HttpRequest, code: str) -> HttpResponse:
    """One office, by the code it carries; an earlier code leads to today's."""
    found = register.office_with_code(code[:35].replace("\0", ""))
    if found is None:
        raise Http404
    if found.code != code:
        return redirect("portal:office", found.code)
    return render(request, "portal/offices/office.html", _about(found, timezone.localdate()))


def _about(found: Office, today: date) -> dict[str, Any]:
    agency = found.agency
    calendar = queries.calendar_of(agency, today)
    counts = count_resolved_by(found.bodies)
    return {
        "office": found,
        "agency": agency,
        "hours": queries.hours_in_words(agency, today),
        "week": opening.days(calendar, today, WEEK),
        "days_off": opening.days_off(calendar, today, DAYS_AHEAD),
        "map": register.map_address(agency),
        "procedures": [(AgencyKind(kind).label, kind, counts[kind]) for kind in found.bodies if kind in counts],
        "province": agency.unit.province or agency.unit,
    }


@require_safe
@public
@sent_once
def offices(request: HttpRequest) -> HttpResponse:
    """The offices of today by kind, place and province; old names of places work too."""
    typed, province = _typed(request, "tu-khoa"), request.GET.get("tinh", "")
    province = province if province.isascii() and province.isdigit() and len(province) == 2 else ""
    found = register.offices_found(typed, province)
    after = request.GET.get("sau", "").replace("\0", "")[:240]
    rows, following = queries.page_of(found.offices, after=after)
    context = {
        "typed": typed,
        "province": province,
        "provinces": places.province_choices(),
        "rows": rows,
        "renamed": found.renamed,
        "following": {"tu-khoa": typed, "tinh": province, "sau": following} if following else None,
    }
    return render(request, "portal/offices/offices.html", context)


@require_safe
@public
def suggest_place(request: HttpRequest) -> HttpResponse:
    """A few places for a name that is being typed, as JSON: name and code."""
    found = places.find_place(_typed(request, "q"))[:SUGGESTED]
    told = [{"name": place.label, "value": place.unit.code} for place in found]
    response = JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=60)
    return response


def _typed(request: HttpRequest, name: str) -> str:
    return " ".join(request.GET.get(name, "").replace("\0", "").split())[:LONGEST]
