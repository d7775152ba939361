"""The template environment: every page of the product is Jinja2, and an undefined name is an error."""

from typing import Any
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from motcua.common import dates_typed, words

FILTERS = (
    words.day,
    words.day_start,
    words.date_only,
    words.clock,
    words.moment,
    words.begin,
    words.unbroken,
    words.number,
    words.percent,
    words.money,
    words.size,
    words.phone,
    words.id_number,
    words.masked_id,
    words.working_span,
)


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page."""
    return reverse(name, args=args, kwargs=kwargs)


def with_query(path: str, parameters: dict[str, object]) -> str:
    """The address with its parameters; empty ones are left out."""
    query = urlencode({key: value for key, value in parameters.items() if value not in ("", None)}, doseq=True)
    return f"{path}?{query}" if query else path


def date_parts(value: Any) -> tuple[str, str, str]:
    """Day, month and year for the three boxes: of a date, of ISO text, or as they were typed."""
    if not value:
        return "", "", ""
    if isinstance(value, str):
        year, _dash, rest = value.partition("-")
        month, _dash, day = rest.partition("-")
        return day.lstrip("0"), month.lstrip("0"), year
    if isinstance(value, list | tuple):
        return str(value[0]), str(value[1]), str(value[2])
    return str(value.day), str(value.month), str(value.year)


def environment(**options: Any) -> Environment:
    """Called by Django for its Jinja2 engine."""
    asked = {name: value for name, value in options.items() if name not in {"autoescape", "undefined"}}
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        **asked,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.globals |= {
        "url": url,
        "static": static,
        "language": get_language,
        "with_query": with_query,
        "date_parts": date_parts,
        "date_part_names": dates_typed.PARTS,
    }
    made.filters |= {made_of.__name__: made_of for made_of in FILTERS}
    return made
