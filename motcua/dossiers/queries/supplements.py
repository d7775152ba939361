"""Requests and their answers as the desk reads them: what was asked, what came back, what an officer has typed."""

import json
from dataclasses import dataclass
from typing import Any

from motcua.accounts.models import Account
from motcua.common import statements

from ..models import DeskDraft, Dossier, HistoryLine, Request, RequestItem
from ..states import RequestKind, Status

LAST_TWO = """
select answers::text from dossiers_answerrevision
where dossier_id = %s and closed_at is not null order by number desc limit 2
"""


@dataclass(frozen=True)
class CameBack:
    """The newest answered supplement: each item with its answer, and the answers before and after it."""

    request: Request
    items: tuple[RequestItem, ...]
    before: dict[str, Any]
    after: dict[str, Any]


def came_back(dossier: Dossier) -> CameBack | None:
    """What the person sent last, or None where nothing was asked or answered."""
    answered = dossier.requests.filter(kind=RequestKind.SUPPLEMENT, answered_at__isnull=False)
    request = answered.order_by("-number").first()
    if request is None:
        return None
    found = [json.loads(text) for (text,) in statements.rows(LAST_TWO, [dossier.pk])]
    after = found[0] if found else {}
    changed = any(item.question for item in request.items.all())
    before = found[1] if changed and len(found) > 1 else after
    return CameBack(request, tuple(request.items.prefetch_related("attachments__file")), before, after)


def reasons_before(dossier: Dossier) -> dict[str, str]:
    """Why the dossier that this draft files again ended: by the name of a paper or a question; "" is the whole.

    Empty for a draft that files nothing again.
    """
    if dossier.again_of_id is None:
        return {}
    found: dict[str, str] = {}
    for item in RequestItem.objects.filter(request__dossier=dossier.again_of_id).order_by(
        "request__number", "position"
    ):
        found[item.question or item.subject] = item.reason
    ended = HistoryLine.objects.filter(dossier=dossier.again_of_id, target__in=(Status.REFUSED, Status.STOPPED))
    last = ended.select_related("words").order_by("-number").first()
    if last is not None and hasattr(last, "words") and last.words.words.get("reason"):
        found[""] = last.words.words["reason"]
    return found


def desk_draft(dossier: Dossier, action: str, officer: Account) -> DeskDraft | None:
    """What this officer has typed for an action, else what a duty proposes."""
    found = {draft.officer_id: draft for draft in DeskDraft.objects.filter(dossier=dossier, action=action)}
    return found.get(officer.pk) or found.get(None)
