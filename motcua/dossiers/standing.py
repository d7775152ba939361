"""In which roles a person stands to a dossier: a side of it, an officer's roles, or none."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.accounts import queries as accounts
from motcua.accounts.models import Account, Role

from .lifecycle import Who
from .models import Dossier, Party


def standing(dossier: Dossier, account: Account | None, at: datetime) -> dict[str, Any]:
    """In which roles an account stands to a dossier, each with the agency it is held at (None for the owner side).

    An officer who is a party, known by account or by ID number, acts at most as the party (lifecycle rule 17);
    handlers and approvers act only where the dossier is resolved.
    """
    if account is None:
        return {Who.SYSTEM: None, Who.PAYMENT: None}
    if dossier.is_draft and dossier.started_by_id == account.pk and dossier.channel == "online":
        return {Who.SUBMITTER: None}
    parties = list(dossier.parties.all())
    side = {party.role for party in parties if _is(party, account)}
    if side or any(party.id_number and party.id_number == account.id_number for party in parties):
        return dict.fromkeys(side)
    return _officers_roles(dossier, account, at)


def _officers_roles(dossier: Dossier, account: Account, at: datetime) -> dict[str, Any]:
    receiving, resolving = dossier.receiving_agency_id, dossier.resolving_agency_id
    giving = dossier.delivery_agency_id or receiving
    held = accounts.roles_at(account, {receiving, resolving, giving}, timezone.localdate(at))
    roles: dict[str, Any] = dict.fromkeys(held[resolving], resolving)
    roles.update(dict.fromkeys(held[receiving] & {Role.INTAKE, Role.RETURNER, Role.CASHIER}, receiving))
    roles.update(dict.fromkeys(held[giving] & {Role.RETURNER}, giving))
    if Role.CHAIR in roles:  # who chairs the committee may approve what its heads may
        roles.setdefault(Role.APPROVER, roles[Role.CHAIR])
    return roles


def _is(party: Party, account: Account) -> bool:
    """Whether the account acts for this party: linked to it, or verified with its number."""
    if party.role not in party.SIDE:
        return False
    verified = account.is_verified and bool(account.id_number) and party.id_number == account.id_number
    return party.account_id == account.pk or verified
