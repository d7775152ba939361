"""A form that was filled on line, printed and brought to the counter: what the officer reads of its draft."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.accounts.models import Account
from motcua.documents.models import IssuedPaper
from motcua.eforms import queries as eforms
from motcua.eforms.form import Form

from ..lifecycle import Who
from ..models import Dossier, Party
from ..parties import parties_of
from ..standing import standing
from .papers import TOKEN


@dataclass(frozen=True)
class Declared:
    """The draft as it stands now; `changed` says that it was edited after this paper was printed."""

    paper: IssuedPaper
    draft: Dossier
    form: Form
    answers: dict[str, Any]
    parties: dict[str, Party]
    changed: bool


def declared(token: str, account: Account, at: datetime) -> Declared | None:
    """The draft of a printed form, for who holds the paper and takes in where it would be handed in; else None."""
    if not TOKEN.fullmatch(token):
        return None
    found = IssuedPaper.objects.select_related("tie__dossier__started_by").filter(token=token, kind="filled").first()
    if found is None or not hasattr(found, "tie") or not found.tie.dossier.is_draft:
        return None
    draft = found.tie.dossier
    if standing(draft, account, at).get(Who.INTAKE) != draft.receiving_agency_id:
        return None
    form, answers = eforms.form(draft.form_version_id), draft.current_answers()
    parties = {party.role: party for party in parties_of(draft, form, answers, draft.started_by)}
    return Declared(found, draft, form, answers, parties, draft.saved_at > found.owed_at)


def declared_for(token: str, account: Account, form_version_id: UUID | None, at: datetime) -> Declared | None:
    """The same where its answers are answers to this form; after another procedure was chosen they are not."""
    found = declared(token, account, at)
    return found if found is not None and found.draft.form_version_id == form_version_id else None
