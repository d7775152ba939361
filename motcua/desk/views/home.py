"""“Việc của tôi”: the officer's queues, the list of one of them, and the search."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.desk import telling
from motcua.dossiers import queries


@require_GET
@officer()
def home(request: OfficerRequest) -> HttpResponse:
    """The list of a queue, or of what a search found."""
    now = timezone.now()
    desk = queries.desk_of(request.user, request.held, now)
    text = request.GET.get("q", "").strip()
    listed = _found(desk, text) if text else _queue(desk, request.GET.get("hang", ""), request.GET.get("sau", ""))
    context = listed | {
        "now": now,
        "counts": _tiles(desk),
        "q": text,
        "may_receive": any(row.role == Role.INTAKE for row in request.held),
    }
    return render(request, "desk/home.html", context)


def _found(desk: queries.Desk, text: str) -> dict[str, Any]:
    rows = queries.search(desk, text)
    return {"queue": "", "lines": telling.lines(rows, desk.at), "following": None, "first_page": True}


def _queue(desk: queries.Desk, word: str, after: str) -> dict[str, Any]:
    word = word if word in telling.QUEUES else "tat-ca"
    key = queries.Key.read(after)
    page = queries.listing(desk, telling.QUEUES[word][0], after=key)
    return {
        "queue": word,
        "lines": telling.lines(page.rows, desk.at),
        "following": page.following,
        "first_page": key is None,
    }


def _tiles(desk: queries.Desk) -> list[dict[str, Any]]:
    found = queries.counts(desk)
    tones = {queries.Queue.DUE_SOON: "soon", queries.Queue.LATE: "late"}
    return [
        {
            "key": key,
            "count": found[queue] if found[queue] <= queries.MOST else f"{queries.MOST}+",
            "word": word,
            "tone": tones.get(queue, "") if found[queue] else "",
        }
        for key, (queue, word) in telling.QUEUES.items()
        if queue in found
    ]
