"""Browsing without words: by agency, by field, by what happens in a life."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.accounts.doors import public
from motcua.catalogue import queries
from motcua.common.words import fold
from motcua.portal.views.caching import sent_once

from .results import rows_of


@require_safe
@public
@sent_once
def by_agency(request: HttpRequest) -> HttpResponse:
    """Every agency that announces procedures, A to Z, with how many."""
    names, counts = queries.options().publishers, queries.counts_of_all()["publisher"]
    return _letters(request, _("Theo cơ quan"), "co-quan", names, counts)


@require_safe
@public
@sent_once
def by_field(request: HttpRequest) -> HttpResponse:
    """Every field, A to Z in Vietnamese order, with how many procedures."""
    names, counts = queries.options().fields, queries.counts_of_all()["field"]
    return _letters(request, _("Theo lĩnh vực"), "linh-vuc", names, counts)


def _letters(
    request: HttpRequest, title: str, parameter: str, names: dict[str, str], counts: dict[str, int]
) -> HttpResponse:
    entries = [(_first(name), code, name, counts.get(code, 0)) for code, name in names.items()]
    letters = [(letter, list(group)) for letter, group in groupby(entries, key=lambda entry: entry[0])]
    context = {"heading": title, "parameter": parameter, "letters": letters}
    return render(request, "portal/catalogue/letters.html", context)


def _first(name: str) -> str:
    """The letter under which a name stands: Đ is a letter of its own, other accents are not."""
    letter = name[:1].upper()
    return letter if letter in "ĐĂÂÊÔƠƯ" else fold(letter).upper() or "#"


@require_safe
@public
@sent_once
def life_events(request: HttpRequest) -> HttpResponse:
    """What happens in a life, and what it calls for."""
    return render(request, "portal/catalogue/life_events.html", {"events": queries.life_events()})


@require_safe
@public
@sent_once
def life_event(request: HttpRequest, slug: str) -> HttpResponse:
    """One event with its procedures in the order they come; what is not in force here is left out."""
    event = next((one for one in queries.life_events() if one.slug == slug), None)
    if event is None:
        raise Http404
    rows = rows_of(queries.listed(event.codes))
    return render(request, "portal/catalogue/life_event.html", {"event": event, "rows": rows})
