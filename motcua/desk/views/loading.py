"""The desk's door to dossiers: what an agency of the officer's received or resolves; anything else is not there."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from motcua.accounts.doors import OfficerRequest
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier


def at_desk(request: OfficerRequest, code: str) -> Dossier:
    """A dossier with what its page shows beside it."""
    mine = Dossier.objects.at_desk_of(request.user, timezone.localdate())
    return get_object_or_404(queries.with_surroundings(mine).prefetch_related("parties"), code=code)
