"""Setting up bodies: the three of a commune, the two of a province, each with its code, hours and desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from motcua.deadlines import STANDARD_WORKING

from .models import AdministrativeUnit, Agency, AgencyCode, AgencyKind, WorkingHours
from .official import province_identifier

POLICE_RECEPTION = {"6": [["07:00", "11:30"]]}
"""Police also receive on Saturday morning, as their published procedures say (1.004194, 1.010038, 1.014061)."""


class Bodies(NamedTuple):
    """What stands at one commune once it is set up."""

    committee: Agency
    centre: Agency
    police: Agency


@dataclass(frozen=True)
class _Kind:
    """How bodies of a kind are named, and the letters that tell their provisional codes apart."""

    kind: AgencyKind
    name: str
    short_name: str
    letters: str = ""


COMMITTEE = _Kind(AgencyKind.COMMUNE_COMMITTEE, "Ủy ban nhân dân {}", "UBND {}")
CENTRE = _Kind(
    AgencyKind.COMMUNE_CENTRE, "Trung tâm Phục vụ hành chính công {}", "Trung tâm Phục vụ hành chính công {}", "TT"
)
POLICE = _Kind(AgencyKind.COMMUNE_POLICE, "Công an {}", "Công an {}", "CA")
PROVINCE_COMMITTEE = _Kind(AgencyKind.PROVINCE_COMMITTEE, COMMITTEE.name, COMMITTEE.short_name)
PROVINCE_CENTRE = _Kind(AgencyKind.PROVINCE_CENTRE, CENTRE.name, CENTRE.short_name, CENTRE.letters)


@dataclass(frozen=True)
class _Place:
    """Where and from when bodies are set up, and how one reaches them."""

    unit: AdministrativeUnit
    at: datetime
    phone: str
    address: str


@transaction.atomic
def set_up_commune(unit_code: str, *, at: datetime, phone: str = "", address: str = "") -> Bodies:
    """Set up the People's Committee of a commune, its service centre and its police; what stands stays as it is.

    They hold from the unit's first day, so that a date before the setting up finds a code and hours too. The
    centre is the committee's desk, the police have a desk of their own. Police and committee stand beside each
    other under the province: a role held in the committee's subtree must not reach into the police.

    :raises AdministrativeUnit.DoesNotExist: no commune of today has that code.
    """
    unit = AdministrativeUnit.objects.select_related("province").get(
        code=unit_code, province__isnull=False, valid_to=None
    )
    province = Agency.objects.filter(kind=AgencyKind.PROVINCE_COMMITTEE, unit=unit.province_id, valid_to=None).first()
    place = _Place(unit, at, phone, address)
    committee = _set_up(COMMITTEE, place, parent=province)
    centre = _set_up(CENTRE, place, parent=committee)
    police = _set_up(POLICE, place, parent=province)
    _receive_at(centre, committee)
    return Bodies(committee, centre, police)


@transaction.atomic
def set_up_province(unit_code: str, *, at: datetime, phone: str = "", address: str = "") -> Agency:
    """Set up the People's Committee of a province and its service centre; what stands stays. Gives the committee.

    :raises AdministrativeUnit.DoesNotExist: no province of today has that code.
    """
    unit = AdministrativeUnit.objects.get(code=unit_code, province=None, valid_to=None)
    place = _Place(unit, at, phone, address)
    committee = _set_up(PROVINCE_COMMITTEE, place, parent=None)
    centre = _set_up(PROVINCE_CENTRE, place, parent=committee)
    _receive_at(centre, committee)
    return committee


def _set_up(body: _Kind, place: _Place, *, parent: Agency | None) -> Agency:
    name, since = place.unit.full_name, min(place.unit.valid_from, timezone.localdate(place.at))
    agency, made = Agency.objects.get_or_create(
        kind=body.kind,
        unit=place.unit,
        valid_to=None,
        defaults={
            "name": body.name.format(name),
            "short_name": body.short_name.format(name),
            "letters": body.letters,
            "parent": parent,
            "phone": place.phone,
            "address": place.address,
            "valid_from": since,
        },
    )
    if made:
        code, provisional = _code(place.unit, body.letters)
        AgencyCode.objects.create(agency=agency, code=code, provisional=provisional, valid_from=since)
        reception = POLICE_RECEPTION if body is POLICE else {}
        WorkingHours.objects.create(agency=agency, valid_from=since, working=STANDARD_WORKING, reception=reception)
    return agency


def _code(unit: AdministrativeUnit, letters: str) -> tuple[str, bool]:
    """The code of a body and whether it is provisional.

    Only a province's committee has an identifier that is known (QĐ 20/2020/QĐ-TTg); every other code is ours,
    `H20.X30073.CA`, until the official one is published.
    """
    province = unit.province_id or unit.code
    identifier = province_identifier(province)
    commune = f"X{unit.code}" if unit.province_id else ""
    code = ".".join(part for part in (identifier or f"T{province}", commune, letters) if part)
    return code, code != identifier


def _receive_at(desk: Agency, agency: Agency) -> None:
    """Let the desk receive for the agency, unless another was chosen before."""
    if agency.desk_id is None:
        agency.desk = desk
        agency.save(update_fields=["desk"])
