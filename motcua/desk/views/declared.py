"""A printed form is brought to the counter: its code leads to what was declared, and from there to the reception."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.common.errors import TooOften
from motcua.common.limits import Limit, exceeded
from motcua.dossiers import looks, queries
from motcua.dossiers.models import LookKind

TRIES, WINDOW = 60, 15 * 60


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
    context = {
        "declared": found,
        "owner": owner,
        "submitter": submitter if another else None,
        "changes": found.changes(now),
    }
    return render(request, "desk/declared.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.INTAKE)
def find_declared(request: OfficerRequest) -> HttpResponse:
    """The code of a printed form, scanned into the field or typed from the paper; posted, so that no address holds it.

    Who types at random learns nothing: a wrong code, another counter's and one that was received sound the same.
    """
    typed = request.POST.get("printed", "")[:400]
    if request.method != "POST":
        return render(request, "desk/find_declared.html", {"typed": "", "error": ""})
    now = timezone.now()
    limit = Limit(f"printed-form:{request.user.pk}", TRIES, WINDOW)
    if exceeded([limit], at=now):
        raise TooOften(until=limit.until(now))
    token = queries.token_of(typed)
    if token and queries.declared(token, request.user, now):
        return redirect("desk:declared", token)
    wrong = _("Không có tờ khai nào chờ quầy này với mã đó. Xem lại 12 chữ và số trên giấy, hoặc tiếp nhận như thường")
    error = wrong if typed.strip() else _("Quét mã QR, hoặc gõ mã trên tờ khai")
    return render(request, "desk/find_declared.html", {"typed": typed, "error": error}, status=422)
