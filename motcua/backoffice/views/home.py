"""Where a manager begins: the agencies of theirs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.agencies import queries as agencies

from .loading import keeps_catalogue, managed_by


@require_GET
@officer(Role.MANAGER)
def home(request: OfficerRequest) -> HttpResponse:
    """A page of agencies by name; `sau` is where the page before ended."""
    page, following = agencies.page_of(managed_by(request), after=request.GET.get("sau", ""))
    return render(
        request,
        "backoffice/home.html",
        {"agencies": page, "following": following, "keeps_catalogue": keeps_catalogue(request)},
    )
