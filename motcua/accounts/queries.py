"""Questions about people and the roles they hold."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from .models import Account, RoleHeld

MOST_PER_NUMBER = 5

_ROLES_AT = """
with recursive above(agency_id, ancestor_id) as (
    select id, id from agencies_agency where id = any(%s)
    union
    select above.agency_id, agency.parent_id
    from above join agencies_agency agency on agency.id = above.ancestor_id
    where agency.parent_id is not null
)
select distinct above.agency_id, held.role
from above join accounts_roleheld held
    on held.agency_id = above.ancestor_id and (held.subtree or above.ancestor_id = above.agency_id)
where held.account_id = %s and held.valid_from <= %s and (held.valid_to is null or held.valid_to > %s)
"""


def roles_at(account: Account, agency_ids: Collection[UUID], on: date) -> dict[UUID, set[str]]:
    """Roles that `account` holds at each agency on that day, its own and those of a subtree above it."""
    found: dict[UUID, set[str]] = {agency_id: set() for agency_id in agency_ids}
    with connection.cursor() as cursor:
        cursor.execute(_ROLES_AT, [list(found), account.pk, on, on])
        for agency_id, role in cursor.fetchall():
            found[agency_id].add(role)
    return found


def held(account: Account, on: date) -> tuple[RoleHeld, ...]:
    """The roles in force on that day, with their agencies, in a steady order."""
    in_force = Q(valid_to=None) | Q(valid_to__gt=on)
    rows = RoleHeld.objects.filter(in_force, account=account, valid_from__lte=on)
    return tuple(rows.select_related("agency__unit").order_by("agency__name", "role", "pk"))


def citizens() -> QuerySet[Account]:
    """Accounts of the citizens' entrance; an officer's account signs in at the desk only."""
    return Account.objects.filter(login=None, is_active=True)


def accounts_of(*, id_number: str = "", phone: str = "") -> list[Account]:
    """The accounts that may be meant by an ID number or a phone: the verified one first, then the newest.

    Never more than five: a phone carries no more, and who typed somebody else's ID number into a sixth
    unverified account signs in with the phone.
    """
    if not (id_number or phone):
        return []
    known = carrying(id_number=id_number, phone=phone)
    return list(known.order_by("verified_at", "-created_at", "-pk")[:MOST_PER_NUMBER])


def carrying(*, id_number: str = "", phone: str = "") -> QuerySet[Account]:
    """Every citizen's account with that number, for the officer who has the person in front of them."""
    known = citizens().filter(Q(id_number=id_number) if id_number else Q(phone=phone))
    return known.order_by("sort_key", "birth_on", "pk")


def verified_owner(id_number: str) -> Account | None:
    """The one verified account that carries the number."""
    return Account.objects.filter(id_number=id_number, verified_at__isnull=False).first()
