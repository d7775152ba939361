"""“Ai giải quyết cho tôi”: the place that the address names, and who receives and resolves there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from motcua.agencies import offices, places, queries
from motcua.agencies.handling import Handling, who_handles
from motcua.catalogue.queries import VersionPage

LONGEST = 80


@dataclass(frozen=True)
class Where:
    """The answer for the page: whom it names, the codes of their pages, when the desk is open."""

    typed: str
    handling: Handling
    codes: dict[Any, str]
    hours: str
    communes: tuple[tuple[str, str], ...] = ()
    """Where only a province was named and its communes differ in who handles it: they, to choose from."""

    @property
    def shown(self) -> str:
        """What stands in the field: the name of the place, where a code was chosen."""
        place = self.handling.meant.place
        return place.name if place and self.typed.isdecimal() else self.typed


def asked_where(page: VersionPage, asked: QueryDict, today: date) -> Where | None:
    """Who handles it at the place that is asked for; None where none is."""
    typed = " ".join(asked.get("noi", "").replace("\0", "").split())[:LONGEST]
    if not typed:
        return None
    found = who_handles(page.body, typed)
    named = [agency for agency in (found.resolver, found.receiver, found.call) if agency]
    desk = found.receiver or found.call
    hours = queries.hours_in_words(desk, today) if desk else ""
    codes = offices.codes_of(agency.pk for agency in named) if named else {}
    province = None if found.meant.place or found.resolver or found.call else found.meant.province
    return Where(typed, found, codes, hours, places.commune_choices(province.unit.code) if province else ())
