"""Questions about places, agencies and their hours."""

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Subquery, UUIDField, Value, When
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from motcua.common import statements
from motcua.common.kept import Kept
from motcua.deadlines import Calendar

from . import calendars, opening
from .models import (
    AdministrativeUnit,
    Agency,
    AgencyCode,
    AgencyKind,
    CalendarDay,
    FormerUnit,
    Succession,
    WorkingHours,
)
from .names import name_words

MOST_PLACES = 30
MOST_WORDS = 10
PROVINCE_KINDS = (AgencyKind.PROVINCE_COMMITTEE, AgencyKind.PROVINCE_CENTRE)
CALL_FIRST = (
    AgencyKind.COMMUNE_CENTRE,
    AgencyKind.COMMUNE_COMMITTEE,
    AgencyKind.COMMUNE_POLICE,
    AgencyKind.PROVINCE_CENTRE,
    AgencyKind.PROVINCE_COMMITTEE,
)


@dataclass(frozen=True)
class Place:
    """A commune of today; `former` is the old unit whose name was typed, with its kind, or empty."""

    unit: AdministrativeUnit
    province: AdministrativeUnit
    former: str = ""

    @property
    def name(self) -> str:
        """“xã Thanh Mỹ, tỉnh Đồng Tháp”."""
        return f"{self.unit.full_name}, {self.province.full_name}"

    @property
    def label(self) -> str:
        """The name, with “(trước là xã Phú Điền)” where the old one was typed."""
        return (
            _("%(place)s (trước là %(former)s)") % {"place": self.name, "former": self.former}
            if self.former
            else self.name
        )


@dataclass(frozen=True)
class HomeDesk:
    """The desk that speaks for the installation: where it is and when it is open, in words."""

    agency: Agency
    place: str
    hours: str


def find_place(text: str) -> list[Place]:
    """Communes by today's name or a former one, with or without accents; each word may be typed in part.

    Kind, district and province may be typed too. The exact name comes first, then names that begin so; at most
    `MOST_PLACES`, in two statements. Nothing typed finds nothing.
    """
    words = name_words(text)[:MOST_WORDS]
    if not words:
        return []
    typed = text.strip().casefold()
    places: dict[str, Place] = {}
    for hit in sorted([*_by_name(words), *_by_former_name(words)], key=lambda hit: hit.rank(typed)):
        places.setdefault(hit.place.unit.code, hit.place)
    return list(places.values())[:MOST_PLACES]


class _Hit(NamedTuple):
    """A place, how close it is (0 is best), and the names by which it was found."""

    place: Place
    closeness: int
    names: tuple[str, ...]

    def rank(self, typed: str) -> tuple[int, bool]:
        """Between equals the name typed with its very accents comes first."""
        return self.closeness, typed not in (name.casefold() for name in self.names)


def _by_name(words: list[str]) -> list[_Hit]:
    units = AdministrativeUnit.objects.filter(_all_words("", words), valid_to=None).exclude(province=None)
    units = units.select_related("province").annotate(closeness=_closeness("", words))
    units = units.order_by("closeness", "sort_key", "code")[:MOST_PLACES]
    return [
        _Hit(Place(unit, unit.province), unit.closeness, (unit.name, unit.full_name)) for unit in units if unit.province
    ]


def _by_former_name(words: list[str]) -> list[_Hit]:
    rows = Succession.objects.filter(_all_words("former__", words), unit__valid_to=None)
    rows = rows.select_related("former", "unit__province").annotate(closeness=_closeness("former__", words))
    rows = rows.order_by("closeness", "-is_default", "former__folded", "former_id", "unit_id")[:MOST_PLACES]
    return [_former_hit(row.former, row.unit, row.closeness) for row in rows]


def _former_hit(former: FormerUnit, unit: AdministrativeUnit, closeness: int) -> _Hit:
    """A ward that was a number ("phường 5") says its district too: many towns had one."""
    if unit.province is None:
        raise ValueError(f"{unit.code} took in a commune and is none")
    said = f"{former}, {former.district}" if former.name.isdecimal() else str(former)
    return _Hit(Place(unit, unit.province, said), closeness, (former.name, str(former), former.also_heard_as))


def _all_words(prefix: str, words: list[str]) -> Q:
    """Every word begins a word of name, kind, district or province, and one of them a word of the name itself.

    Without the second, “thanh” would find each ward of every city (“thành phố”).
    """
    everywhere, named = Q(), Q()
    for word in words:
        everywhere &= Q(**{f"{prefix}folded_words__contains": f" {word}"})
        named |= Q(**{f"{prefix}folded__startswith": word}) | Q(**{f"{prefix}folded__contains": f" {word}"})
    return everywhere & named


def _closeness(prefix: str, words: list[str]) -> Case:
    """0 the name itself, 1 the name among other words or its beginning, 2 anything else that fits."""
    name, count = " ".join(words), len(words)
    runs = [" ".join(words[start:end]) for start in range(count) for end in range(start + 1, count + 1)]
    near = Q(**{f"{prefix}folded__in": runs}) | Q(**{f"{prefix}folded__startswith": name})
    return Case(
        When(**{f"{prefix}folded": name}, then=Value(0)),
        When(near, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def provinces() -> list[AdministrativeUnit]:
    """The provinces and centrally run cities of today, in Vietnamese order."""
    return list(AdministrativeUnit.objects.filter(province=None, valid_to=None))


def communes_of(province_code: str) -> list[AdministrativeUnit]:
    """The communes, wards and special zones of a province today, in Vietnamese order; none for an unknown code."""
    return list(AdministrativeUnit.objects.filter(province_id=province_code, valid_to=None))


@Kept
def resolver(kind: str, unit_code: str) -> Agency | None:
    """The agency of that kind for a commune, with its desk, unit and province; a province's body serves its communes.

    None where that body is not set up. Kept for a minute.
    """
    return _resolver(kind, unit_code)


@Kept
def home_resolver(kind: str) -> Agency | None:
    """The same for the commune that was set up first, in one statement."""
    return _resolver(kind, Subquery(_centres().values("unit_id")[:1]))


def _resolver(kind: str, unit_code: str | Subquery) -> Agency | None:
    at = Q(unit_id=unit_code)
    if kind in PROVINCE_KINDS:
        at |= Q(unit__communes=unit_code)
    agencies = Agency.objects.filter(at, kind=kind, valid_to=None)
    return agencies.select_related("desk", "unit__province").first()


def _centres() -> QuerySet[Agency]:
    return Agency.objects.filter(kind=AgencyKind.COMMUNE_CENTRE, valid_to=None).order_by("id")


def same_province(agency: Agency) -> list[Agency]:
    """The bodies of the agency's province that resolve, with their desks, in the order of their names."""
    province = agency.unit.province_id or agency.unit_id
    kinds = (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.COMMUNE_POLICE, AgencyKind.PROVINCE_COMMITTEE)
    at = Q(unit=province) | Q(unit__province=province)
    found = Agency.objects.filter(at, kind__in=kinds, valid_to=None)
    return list(found.select_related("desk", "unit__province").order_by("name", "id"))


@dataclass(frozen=True)
class Touched:
    """What a change of the calendar touches: one agency or all, from a day on."""

    agency_id: UUID | None
    first: date


def touched_by(change_id: str) -> Touched:
    """The reach of a decreed day, or of hours that follow.

    :raises WorkingHours.DoesNotExist: there is no such change.
    """
    day = CalendarDay.objects.filter(pk=change_id).first() if "-" in change_id else None
    if day is not None:
        return Touched(day.agency_id, day.date)
    hours = WorkingHours.objects.get(pk=change_id)
    return Touched(hours.agency_id, hours.valid_from)


def received_by(desk_ids: Collection[UUID]) -> list[Agency]:
    """What these desks receive for: themselves and the agencies whose desk they are, in the order of their names."""
    served = Agency.objects.filter(Q(pk__in=desk_ids) | Q(desk__in=desk_ids), valid_to=None)
    return list(served.select_related("desk", "unit__province").order_by("name", "id"))


def unit_named(unit_code: str) -> AdministrativeUnit | None:
    """The unit of that code with its province; None for an unknown code."""
    return AdministrativeUnit.objects.filter(code=unit_code).select_related("province").first()


def whom_to_call(unit_code: str) -> Agency | None:
    """Whom a person at a place calls about a body that is not set up: the commune's desk first, the province's last."""
    nearest = Case(*(When(kind=kind, then=Value(place)) for place, kind in enumerate(CALL_FIRST)), default=Value(9))
    agencies = Agency.objects.filter(Q(unit_id=unit_code) | Q(unit__communes=unit_code), valid_to=None)
    return agencies.exclude(phone="").select_related("unit__province").order_by(nearest).first()


def agency_with_code(code: str) -> Agency | None:
    """The agency that carries, or once carried, the code; codes are never given twice."""
    carried = AgencyCode.objects.filter(code=code).select_related("agency__desk", "agency__unit__province").first()
    return carried.agency if carried else None


def calendar_of(agency: Agency, on: date) -> Calendar:
    """The calendar in force at the agency on a day; the standard one where no hours are set. Kept for a minute."""
    return _calendar(agency.pk, on)


@Kept
def _calendar(agency_id: UUID, on: date) -> Calendar:
    return calendars_of((agency_id,), on)[agency_id]


@Kept
def calendars_together(agency_ids: tuple[UUID, ...], on: date) -> dict[UUID, Calendar]:
    """The calendars of a few agencies that are always asked for together. Kept for a minute."""
    return calendars_of(agency_ids, on)


@Kept
def agency(pk: UUID) -> Agency:
    """The agency with its unit, at most a minute old: every page of a dossier names two.

    :raises Agency.DoesNotExist: there is none with this id.
    """
    return Agency.objects.select_related("unit").get(pk=pk)


HOURS_AND_DAYS = """
select (select json_agg(h order by agency_id, valid_from) from agencies_workinghours h where agency_id = any(%s))::text,
    (select json_agg(d order by decreed_at, id) from agencies_calendarday d
        where agency_id is null or agency_id = any(%s))::text
"""


def calendars_of(agency_ids: Collection[UUID], on: date) -> dict[UUID, Calendar]:
    """The calendar of each agency on a day, for lists: one statement however many."""
    ids = list(agency_ids)
    ((told_hours, told_days),) = statements.rows(HOURS_AND_DAYS, [ids, ids])
    hours: dict[UUID, list[calendars.Row]] = {pk: [] for pk in ids}
    for row in json.loads(told_hours or "[]"):
        since = date.fromisoformat(row["valid_from"])
        hours[UUID(row["agency_id"])].append(calendars.Row(since, row["working"], row["reception"], row["rules"]))
    days = [_day(row) for row in json.loads(told_days or "[]")]
    return {
        pk: calendars.calendar_from(hours[pk], (day for day in days if day.agency_id in {None, pk}), on) for pk in hours
    }


def _day(row: dict[str, Any]) -> CalendarDay:
    dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("date", "instead_of")}
    agency_id = UUID(row["agency_id"]) if row["agency_id"] else None
    same = {name: row[name] for name in ("kind", "name_vi", "name_en", "decided", "decision")}
    return CalendarDay(**same, **dates, agency_id=agency_id)


def home_desk() -> HomeDesk | None:
    """The desk of the commune that was set up first; None before any is."""
    centre = _centres().select_related("unit__province").first()
    if centre is None or centre.unit.province is None:
        return None
    return HomeDesk(centre, Place(centre.unit, centre.unit.province).name, hours_in_words(centre))


def hours_in_words(desk: Agency) -> str:
    """When a desk receives, in words; empty where it has stated no hours."""
    hours = desk.hours.order_by("-valid_from").first()
    return opening.in_words(hours.working, hours.reception) if hours else ""


@Kept
def counters_of(province_code: str) -> list[Agency]:
    """The counters of a province where a result can be handed over, in the order of their names. Kept for a minute."""
    kinds = (AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE)
    at = Q(unit_id=province_code) | Q(unit__province_id=province_code)
    return list(Agency.objects.filter(at, kind__in=kinds, valid_to=None).order_by("unit__sort_key", "id"))


@Kept
def home_commune() -> str:
    """The code of the commune that was set up first; empty before any is. Kept for a minute."""
    return _centres().values_list("unit_id", flat=True).first() or ""


PAGE = 50


def with_below(alone: Collection[UUID], roots: Collection[UUID]) -> QuerySet[Agency]:
    """The agencies of today among `alone`, and those below `roots`; a tree has three storeys."""
    below = Q(parent__in=roots) | Q(parent__parent__in=roots)
    return Agency.objects.filter(Q(pk__in=[*alone, *roots]) | below, valid_to=None)


ABOVE: Final = """
with recursive above(id) as (
    select parent_id from agencies_agency where id = any(%s)
    union
    select a.parent_id from above join agencies_agency a on a.id = above.id
)
select id from above where id is not null
"""


def above(agency_ids: Collection[UUID]) -> RawSQL:
    """The agencies over some, up to the top, as the right side of an `in`; a ring in the tree is gone round once."""
    return RawSQL(ABOVE, (list(agency_ids),), output_field=UUIDField())  # noqa: S611 - a constant


def page_of(found: QuerySet[Agency], *, after: str) -> tuple[list[Agency], str]:
    """A page by name, and where the next one begins; empty where this is the last."""
    name, _bar, pk = after.rpartition("|")
    with suppress(ValueError):  # not one of our own links: from the beginning
        found = found.filter(Q(name__gt=name) | Q(name=name, pk__gt=UUID(pk))) if name else found
    rows = list(found.order_by("name", "pk")[: PAGE + 1])
    return rows[:PAGE], f"{rows[PAGE - 1].name}|{rows[PAGE - 1].pk}" if len(rows) > PAGE else ""
