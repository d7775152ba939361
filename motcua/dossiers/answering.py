"""What a person has answered so far to the items of a request: a draft that the office does not see."""

import json
from typing import Any

from motcua.common import statements

from .models import Dossier, RequestItem

OPEN_ANSWERS = """
select answers::text from dossiers_answerrevision
where dossier_id = %s and closed_at is null and number > 1 order by number desc limit 1
"""


def changed_answers(dossier: Dossier) -> dict[str, Any] | None:
    """The answers with what the person changed for the open request; None where nothing was changed yet."""
    found = statements.rows(OPEN_ANSWERS, [dossier.pk])
    if not found:
        return None
    answers: dict[str, Any] = json.loads(found[0][0])
    return answers


def items_of(dossier: Dossier) -> list[RequestItem]:
    """The items of the open supplement request with the files that answer them, in their order."""
    request = dossier.open_request()
    if request is None:
        return []
    return list(request.items.prefetch_related("attachments__file"))


def is_answered(item: RequestItem, before: dict[str, Any], after: dict[str, Any] | None) -> bool:
    """Whether the item has a paper, a changed answer or words (lifecycle rule 7)."""
    changed = bool(item.question) and after is not None and after.get(item.question) != before.get(item.question)
    return changed or bool(item.words or item.handed) or bool(item.attachments.all())


def unanswered(dossier: Dossier) -> list[RequestItem]:
    """The items that still wait."""
    before, after = dossier.current_answers(), changed_answers(dossier)
    return [item for item in items_of(dossier) if not is_answered(item, before, after)]
