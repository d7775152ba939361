"""The managers' door to agencies: those where the role is held, and what lies below where it covers a subtree."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from motcua.accounts.doors import OfficerRequest
from motcua.accounts.models import Role
from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency


def managed_by(request: OfficerRequest) -> QuerySet[Agency]:
    """The agencies that the officer manages."""
    rows = [row for row in request.held if row.role == Role.MANAGER]
    own = {row.agency_id for row in rows}
    return agencies.with_below(own, {row.agency_id for row in rows if row.subtree})


def managed(request: OfficerRequest, agency: UUID) -> Agency:
    """One of them; any other is not there."""
    return get_object_or_404(managed_by(request).select_related("unit", "parent"), pk=agency)
