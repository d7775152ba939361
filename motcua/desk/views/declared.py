"""A printed form is brought to the counter: its QR leads to what was declared, and from there to the reception."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.dossiers import looks, queries
from motcua.dossiers.models import LookKind


@require_safe
@officer(Role.INTAKE)
def declared(request: OfficerRequest, token: str) -> HttpResponse:
    """All answers, to be compared with the paper; the look is left on the draft, where its owner reads it."""
    now = timezone.now()
    found = queries.declared(token, request.user, now)
    if found is None:
        raise Http404
    looks.seen(found.draft, by=request.user, kind=LookKind.OFFICER_READ, at=now, file_id=found.paper.file_id)
    owner, submitter = found.parties["owner"], found.parties["submitter"]
    another = (owner.name, owner.id_number) != (submitter.name, submitter.id_number)
    context = {"declared": found, "owner": owner, "submitter": submitter if another else None}
    return render(request, "desk/declared.html", context)
