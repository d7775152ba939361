"""The template environment: every page of the product is Jinja2, and an undefined name is an error."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from motcua.common import dates_typed, words
from motcua.common.language import say, say_counted

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


@lru_cache(maxsize=4096)
def url(name: str, *args: Hashable, **kwargs: Hashable) -> str:
    """The address of a named page; addresses never change while a process lives."""
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


class SharedModules(Template):
    """Components are imported once: no template of ours is given globals of its own, so no page needs another copy.

    Jinja2 compares all names of both sides at every import; a page has nine.
    """

    def _get_default_module(self, _context: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


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
    made.template_class = SharedModules
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]
        say, say_counted, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    # Jinja2 wraps these once more to find the context and the autoescaping; ours always escape and need no context.
    made.globals |= {"_": say, "gettext": say, "ngettext": say_counted}
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
