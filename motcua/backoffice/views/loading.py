"""The managers' door to agencies: those where the role is held, and what lies below where it covers a subtree."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from motcua.accounts.doors import OfficerRequest
from motcua.accounts.models import Role, RoleHeld
from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency

P = ParamSpec("P")
View = Callable[Concatenate[OfficerRequest, P], HttpResponse]


def managed_by(request: OfficerRequest) -> QuerySet[Agency]:
    """The agencies that the officer manages."""
    rows = [row for row in request.held if row.role == Role.MANAGER]
    own = {row.agency_id for row in rows}
    return agencies.with_below(own, {row.agency_id for row in rows if row.subtree})


def managed(request: OfficerRequest, agency: UUID) -> Agency:
    """One of them; any other is not there."""
    return get_object_or_404(managed_by(request).select_related("unit", "parent"), pk=agency)


def keeps_catalogue(request: OfficerRequest) -> bool:
    """Whether the catalogue that all agencies share is this officer's to keep: no agency above has a manager.

    In a house of one commune its manager keeps it; once a province has one, communes keep only what is their own.
    The tree is followed to its top, in one statement.
    """
    held = [row.agency_id for row in request.held if row.role == Role.MANAGER]
    kept = RoleHeld.objects.filter(role=Role.MANAGER, valid_to=None, agency__valid_to=None)
    above = kept.filter(agency__in=agencies.above(held)).exclude(agency__in=held).exclude(account=request.user)
    return not above.exists()


def keeper(view: View[P]) -> View[P]:
    """The door of the shared catalogue: for managers whom it is entrusted to; for others it is not there."""

    @wraps(view)
    def answer(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not keeps_catalogue(request):
            raise Http404
        return view(request, *args, **kwargs)

    return answer
