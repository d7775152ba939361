"""What pages show of a result before it is a paper, and the draft of it that the person sees first."""

import re
from dataclasses import dataclass
from typing import Any

from ..drafts_shown import STILL_OPEN
from ..models import Dossier, ResultDraft
from ..results import TEMPLATES, body_of
from ..signed import waits_for_signature

TOKEN = re.compile(r"[A-Za-z0-9]{22}")


@dataclass(frozen=True)
class Sheet:
    """A result as officers see it: the blocks of one from a template, its draft, and why it is not signed yet."""

    name: str
    blocks: list[dict[str, Any]]
    draft: ResultDraft | None
    waits_for: str


def sheet_of(dossier: Dossier) -> Sheet | None:
    """The result at hand; None where none was prepared."""
    if not dossier.has_result():
        return None
    result = dossier.result
    template = TEMPLATES.get(result.template)
    return Sheet(
        name=template.name if template else "",
        blocks=body_of(template, result.values) if template else [],
        draft=dossier.result_drafts.first(),
        waits_for=waits_for_signature(dossier) if template and result.number else "",
    )


@dataclass(frozen=True)
class ShownDraft:
    """A draft at its own address. `newest`: nothing was shown after it; `open`: it may still be answered.

    `shown`: its values are still shown, since the result was not issued yet.
    """

    draft: ResultDraft
    dossier: Dossier
    newest: bool
    open: bool
    shown: bool


def shown_draft(token: str) -> ShownDraft | None:
    """The draft of an address; None for what is unknown or malformed."""
    if not TOKEN.fullmatch(token):
        return None
    draft = ResultDraft.objects.select_related("dossier__result__file").filter(token=token).first()
    if draft is None:
        return None
    newest = draft.dossier.result_drafts.values_list("pk", flat=True).first() == draft.pk
    answerable = newest and draft.answered_at is None and draft.dossier.status in STILL_OPEN
    return ShownDraft(draft, draft.dossier, newest, answerable, newest and draft.dossier.status in STILL_OPEN)


def draft_to_answer(dossier: Dossier) -> ResultDraft | None:
    """The draft that waits for the person's word; None where there is none."""
    if dossier.status not in STILL_OPEN:
        return None
    draft = dossier.result_drafts.first()
    return draft if draft is not None and draft.answered_at is None else None
