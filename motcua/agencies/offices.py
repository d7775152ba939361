"""Offices as the public finds them: by name, place and kind, each with its code, its desk and the tree around it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from .models import Agency, AgencyCode, AgencyKind
from .names import name_words
from .places import find_place, province_meant
from .queries import PROVINCE_KINDS
from .successors import of_today

MOST_BELOW = 20
MAP = "https://www.openstreetmap.org/"
KINDS_SAID = (
    ("uy ban nhan dan", (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.PROVINCE_COMMITTEE)),
    ("ubnd", (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.PROVINCE_COMMITTEE)),
    ("cong an", (AgencyKind.COMMUNE_POLICE,)),
    ("trung tam phuc vu hanh chinh cong", (AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE)),
    ("trung tam", (AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE)),
    ("mot cua", (AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE)),
)
"""What people call bodies, folded, the longer names first."""
LEVELS = r"(cap )?(tinh|thanh pho|tp|xa|phuong|dac khu)"


class Linked(NamedTuple):
    """Another office by its name, and the code that its page is found by; empty where it carries none."""

    name: str
    code: str


@dataclass(frozen=True)
class Office:
    """One office with what stands around it. `below` are the first of `count_below`; `serves` may name itself."""

    agency: Agency
    code: str
    desk: Linked | None
    successor: Linked | None
    above: Linked | None
    below: tuple[Linked, ...]
    count_below: int
    serves: tuple[Linked, ...]
    bodies: tuple[str, ...]
    """Kinds of bodies that resolve what this office receives, or that it is itself."""


@dataclass(frozen=True)
class Found:
    """Offices that fit what was typed; `renamed` are the labels of places that were found by an old name."""

    offices: QuerySet[Agency]
    renamed: tuple[str, ...] = ()


def office_with_code(code: str) -> Office | None:
    """The office that carries, or once carried, the code, ended ones too; three statements."""
    around = ("unit__province", "desk", "parent")
    carried = AgencyCode.objects.filter(code=code).select_related(*(f"agency__{name}" for name in around)).first()
    if carried is None:
        return None
    agency = carried.agency
    below, serves = _around(agency)
    successor = of_today(agency) if agency.valid_to else None
    desk = of_today(agency.desk) if agency.desk else None
    named = [agency, successor, desk, agency.parent, *below[:MOST_BELOW], *serves]
    codes = codes_of([one.pk for one in named if one])
    return Office(
        agency=agency,
        code=codes.get(agency.pk, code),
        desk=_linked(desk, codes),
        successor=_linked(successor, codes),
        above=_linked(agency.parent, codes),
        below=tuple(Linked(one.name, codes.get(one.pk, "")) for one in below[:MOST_BELOW]),
        count_below=len(below),
        serves=tuple(Linked(one.name, codes.get(one.pk, "")) for one in serves),
        bodies=tuple(dict.fromkeys(one.kind for one in (*serves, agency))),
    )


def _around(agency: Agency) -> tuple[list[Agency], list[Agency]]:
    """What stands below it, and what it receives for: itself, where it has no desk and is none; one statement."""
    found = list(Agency.objects.filter(Q(parent=agency) | Q(desk=agency), valid_to=None).order_by("name", "pk"))
    below = [one for one in found if one.parent_id == agency.pk]
    serves = [one for one in found if one.desk_id == agency.pk]
    return below, serves if serves or agency.desk_id else [agency]


def _linked(agency: Agency | None, codes: dict[UUID, str]) -> Linked | None:
    return Linked(agency.name, codes.get(agency.pk, "")) if agency else None


def codes_of(agency_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The newest code of each; one statement."""
    rows = AgencyCode.objects.filter(agency__in=list(agency_ids)).order_by("valid_from", "pk")
    return dict(rows.values_list("agency_id", "code"))


def codes_today() -> list[str]:
    """The codes of all offices of today, for lists of addresses."""
    rows = AgencyCode.objects.filter(valid_to=None, agency__valid_to=None).order_by("code")
    return list(rows.values_list("code", flat=True))


def offices_found(typed: str, province: str = "") -> Found:
    """The offices of today by kind and place as they are said (“công an phu dien”), in a province or anywhere.

    Each carries its code as `code_today` and its unit with province. Three statements, one where no place is typed.
    """
    kinds, place = kinds_said(typed)
    found = Agency.objects.filter(valid_to=None).select_related("unit__province").annotate(code_today=_code_today())
    if kinds:
        found = found.filter(kind__in=kinds)
    if province:
        found = found.filter(Q(unit=province) | Q(unit__province=province))
    if not place:
        return Found(found)
    whole = province_meant(place)
    places = [] if whole else find_place(place)
    at = Q(unit__in=[one.unit.code for one in places])
    if whole:
        at = Q(unit=whole.unit) | Q(unit__province=whole.unit)
    renamed = [one.label for one in places if one.former or one.once_in]
    return Found(found.filter(at), tuple([whole.label] if whole and whole.former else renamed))


def kinds_said(typed: str) -> tuple[Collection[str], str]:
    """The kinds of body that the first words name, of the level that the next word says, and the words left."""
    words = " ".join(name_words(typed))
    for said, kinds in KINDS_SAID:
        if words == said or words.startswith(f"{said} "):
            rest = words[len(said) + 1 :]
            fit = [kind for kind in kinds if _level_fits(kind, rest)]
            left = "" if re.fullmatch(LEVELS, rest) else " ".join(typed.split()[len(said.split()) :])
            return (fit, left) if fit else ((), typed.strip())
    return (), typed.strip()


def _level_fits(kind: AgencyKind, rest: str) -> bool:
    if re.match(r"(cap )?(tinh|thanh pho|tp)\b", rest):
        return kind in PROVINCE_KINDS
    if re.match(r"(cap )?(xa|phuong|dac khu)\b", rest):
        return kind not in PROVINCE_KINDS
    return True


def _code_today() -> Subquery:
    return Subquery(AgencyCode.objects.filter(agency=OuterRef("pk"), valid_to=None).values("code")[:1])


def map_address(agency: Agency) -> str:
    """A link to the map: to the point where it is known, else to a search for the address; empty without either.

    What stands in brackets is a remark, not part of the address.
    """
    if agency.latitude is not None and agency.longitude is not None:
        point = f"{agency.latitude:f}/{agency.longitude:f}"
        query = urlencode({"mlat": f"{agency.latitude:f}", "mlon": f"{agency.longitude:f}"})
        return f"{MAP}?{query}#map=17/{point}"
    street = re.sub(r"\s*\([^)]*\)", "", agency.address).strip()
    if not street:
        return ""
    unit, province = agency.unit, agency.unit.province
    parts = [street, *(one.full_name for one in (unit, province) if one and one.name not in street)]
    return f"{MAP}search?{urlencode({'query': ', '.join(parts)})}"
