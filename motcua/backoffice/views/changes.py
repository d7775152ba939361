"""Who changed what, and when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.accounts import changes as book
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.backoffice import telling

from .loading import managed_by


@require_GET
@officer(Role.MANAGER)
def changes(request: OfficerRequest) -> HttpResponse:
    """The newest hundred changes of one's agencies and of the whole house."""
    found = book.newest(managed_by(request).values_list("pk", flat=True))
    return render(request, "backoffice/changes.html", {"lines": telling.lines(found)})
