"""A person's own dossiers: the list, one dossier, its receipt, answers, files, and who looked."""

import uuid

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.accounts.doors import SignedInRequest, signed_in
from motcua.common.downloads import download
from motcua.documents import storing
from motcua.dossiers import looks, queries
from motcua.dossiers.complaints import complaint_of
from motcua.dossiers.models import Dossier, LookKind
from motcua.eforms import queries as eforms
from motcua.payments.telling import charge_in_words
from motcua.portal import telling

TOLD_AT_FILING = ("code", "status", "accept_by", "promised_at", "delivery", "receiving_agency")


def my_dossier(request: SignedInRequest, code: str) -> Dossier:
    """A dossier through the person's own door; anything else is not there."""
    return get_object_or_404(queries.with_surroundings(Dossier.objects.visible_to(request.user)), code=code)


@require_GET
@signed_in
def my_dossiers(request: SignedInRequest) -> HttpResponse:
    """All of one's dossiers by whose turn it is."""
    mine = queries.mine(request.user, after=request.GET.get("sau", "").replace(" ", "+"))
    return render(request, "portal/dossiers/mine.html", {"mine": mine})


@require_GET
@signed_in
def dossier(request: SignedInRequest, code: str) -> HttpResponse:
    """One dossier: turn, road, history."""
    found, now = my_dossier(request, code), timezone.now()
    looks.seen(found, by=request.user, kind=LookKind.CITIZEN_OPENED, at=now)
    page = queries.citizen_page(found, now)
    context = {
        "page": page,
        "dossier": found,
        "banner": telling.banner(page.turn, page.status, found, page.days_left, now),
        "track": telling.track(page.status),
        "events": telling.happened(page),
        "late": telling.late(found, page.days_left, now),
        "charges": [charge_in_words(charge) for charge in page.fees.charges],
        "may_withdraw": queries.may_withdraw(found, request.user, now),
        "complaint": complaint_of(found),
        "papers": queries.papers_of(found, internal=False),
        "result_file": queries.result_given(found),
        "result_draft": queries.draft_to_answer(found),
    }
    return render(request, "portal/dossiers/dossier.html", context)


@require_GET
@signed_in
def filed(request: SignedInRequest, code: str) -> HttpResponse:
    """The confirmation after filing."""
    found = get_object_or_404(Dossier.objects.begun_by(request.user).only(*TOLD_AT_FILING), code=code)
    return render(request, "portal/dossiers/filed.html", {"dossier": found})


@require_GET
@signed_in
def receipt(request: SignedInRequest, code: str) -> HttpResponse:
    """The receipt of filing, to print."""
    found = my_dossier(request, code)
    return render(
        request, "portal/dossiers/receipt.html", {"page": queries.citizen_page(found, timezone.now()), "dossier": found}
    )


@require_GET
@signed_in
def answers(request: SignedInRequest, code: str) -> HttpResponse:
    """What was declared, and the papers."""
    found = my_dossier(request, code)
    form = eforms.form(found.form_version_id)
    context = {"dossier": found, "form": form, "answers": found.current_answers(), "files": queries.files_of(found)}
    return render(request, "portal/dossiers/answers.html", context)


@require_GET
@signed_in
def file(request: SignedInRequest, code: str, file_id: uuid.UUID) -> HttpResponseBase:
    """A file of one's dossier, always as a download."""
    found = my_dossier(request, code)
    stored = queries.citizens_file(found, file_id)
    if stored is None:
        raise Http404
    looks.seen(found, by=request.user, kind=LookKind.FILE_FETCHED, at=timezone.now(), file_id=file_id)
    return download(storing.open_file(stored), stored.name, stored.content_type)


@require_GET
@signed_in
def who_looked(request: SignedInRequest, code: str) -> HttpResponse:
    """Each look an officer took at this dossier."""
    found = my_dossier(request, code)
    return render(
        request, "portal/dossiers/who_looked.html", {"dossier": found, "looks": queries.officers_looks(found)}
    )
