"""The people and dossiers of a demo: made through the same verbs as everything else, and never twice."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from motcua.accounts import authenticators, officers, people
from motcua.accounts.models import Account, Role
from motcua.agencies import starter as agencies
from motcua.agencies.models import Agency

PASSWORD = "mot-cua-demo-2026"  # noqa: S105  shown on the screen of every demo
COMMUNE = "30073"


@dataclass(frozen=True)
class Citizen:
    """A demo citizen."""

    full_name: str
    id_number: str
    phone: str
    born: date
    email: str = ""


@dataclass(frozen=True)
class Officer:
    """A demo officer: who, at which kind of agency of which commune, in which roles."""

    login: str
    full_name: str
    id_number: str
    kind: str
    unit: str
    roles: tuple[Role, ...]


AN = Citizen("Nguyễn Thị An", "087190000011", "+84987654321", date(1990, 5, 12), "an@example.vn")
BINH = Citizen("Trần Văn Bình", "087085000022", "+84987654322", date(1985, 1, 30))
CITIZENS = (AN, BINH)
DESK_ROLES = (Role.INTAKE, Role.RETURNER, Role.CASHIER)
OFFICERS = (
    Officer("chi", "Lê Thị Chi", "087188000031", "trung_tam_xa", COMMUNE, DESK_ROLES),
    Officer("dung", "Phạm Văn Dũng", "087080000042", "ubnd_xa", COMMUNE, (Role.HANDLER,)),
    Officer("ha", "Võ Thị Hà", "087175000053", "ubnd_xa", COMMUNE, (Role.APPROVER, Role.MANAGER)),
    Officer("khanh", "Đặng Quốc Khánh", "087082000064", "cong_an_xa", COMMUNE, (*DESK_ROLES, Role.HANDLER)),
    Officer("long", "Huỳnh Hải Long", "087078000075", "cong_an_xa", COMMUNE, (Role.APPROVER,)),
    Officer("giang", "Bùi Thị Giang", "087183000086", "trung_tam_xa", agencies.OTHER_COMMUNE, DESK_ROLES),
    Officer("minh", "Ngô Văn Minh", "087081000097", "ubnd_xa", agencies.OTHER_COMMUNE, (Role.HANDLER, Role.APPROVER)),
)


def ensure_people() -> list[dict[str, Any]]:
    """Make the demo's agencies and people where they are missing; one row per role held."""
    at = timezone.now()
    agencies.load_demo_agencies(at=at)
    staff = {officer.login: _officer(officer, at) for officer in OFFICERS}
    citizens = [_citizen(citizen, staff["chi"], at) for citizen in CITIZENS]
    return [_citizen_row(account) for account in citizens] + list(_officer_rows(staff))


def account_of(citizen: Citizen) -> Account:
    """The account of a demo citizen."""
    return Account.objects.get(id_number=citizen.id_number, login=None)


def _citizen(citizen: Citizen, officer: Account, at: datetime) -> Account:
    known = Account.objects.filter(id_number=citizen.id_number, login=None).first()
    if known is not None:
        return known
    account = people.make_citizen(
        id_number=citizen.id_number,
        full_name=citizen.full_name,
        birth_on=citizen.born,
        phone=citizen.phone,
        email=citizen.email,
        password=PASSWORD,
        verified_by=officer,
        at=at,
    )
    if citizen.email:
        account.email_confirmed_at = at
        account.save(update_fields=["email_confirmed_at"])
    return account


def _officer(officer: Officer, at: datetime) -> Account:
    known = Account.objects.filter(login=officer.login).first()
    if known is not None:
        return known
    agency = Agency.objects.get(kind=officer.kind, unit=officer.unit, valid_to=None)
    account = officers.make_officer(
        login=officer.login,
        full_name=officer.full_name,
        id_number=officer.id_number,
        password=PASSWORD,
        roles=[(role, agency) for role in officer.roles],
        at=at,
    )
    officers.give_authenticator(account, at=at)
    return account


def _citizen_row(account: Account) -> dict[str, Any]:
    return {"role": "citizen", "login": account.id_number, "password": PASSWORD, "totp_secret": None, "agency": None}


def _officer_rows(staff: dict[str, Account]) -> Iterable[dict[str, Any]]:
    today = timezone.localdate()
    for login, account in staff.items():
        secret = authenticators.secret(authenticators.start(account))
        for held in account.roles.select_related("agency").order_by("role"):
            yield {
                "role": held.role,
                "login": login,
                "password": PASSWORD,
                "totp_secret": secret,
                "agency": held.agency.code_on(today),
            }


def steady_id(name: str) -> uuid.UUID:
    """The same id for the same thing in every run, so that a second run finds what the first one made."""
    return uuid.uuid5(uuid.UUID("01930000-0000-7000-8000-000000000000"), name)
