"""A form that was filled on line, printed and brought to the counter: what the officer reads of its draft."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.catalogue.changed import Begun, Change, changes, same_case
from motcua.catalogue.comparing import Apart
from motcua.catalogue.filling import form_of
from motcua.catalogue.models import Channel
from motcua.catalogue.queries import CasePage, VersionPage, in_force_at
from motcua.documents.models import IssuedPaper
from motcua.eforms import queries as eforms
from motcua.eforms.form import Form

from ..lifecycle import Who
from ..models import Dossier, Party
from ..parties import parties_of
from ..standing import standing
from .papers import TOKEN

TYPED = re.compile(r"[A-Z0-9]{12}")
IN_AN_ADDRESS = re.compile(r"/kiem-tra/([A-Za-z0-9_-]{32})/?$")


@dataclass(frozen=True)
class Declared:
    """The draft as it stands now; `edited` says that this was after the paper was printed.

    `page` is the version in force, under which it is received; None where the procedure is gone.
    """

    paper: IssuedPaper
    draft: Dossier
    form: Form
    answers: dict[str, Any]
    parties: dict[str, Party]
    edited: bool
    page: VersionPage | None

    @property
    def is_older(self) -> bool:
        """Whether the procedure changed since the draft was begun."""
        return self.page is not None and self.page.id != self.draft.version_id

    @property
    def begun(self) -> Begun:
        """What the person began with, as the counter compares it."""
        draft = self.draft
        return Begun.of(draft.procedure, draft.case_id, draft.form_version_id, Channel.COUNTER)

    @property
    def case(self) -> CasePage | None:
        """The case in the version in force."""
        return same_case(self.begun, self.page) if self.page else None

    def changes(self, at: datetime) -> list[Change]:
        """What the version in force asks otherwise, and which answers do not fit it and are asked again."""
        if self.page is None or self.case is None or not self.is_older:
            return []
        told = changes(self.begun, self.page, self.case)
        again = self._asked_again(self.page, at)
        return [*told, (_("Điều đã khai phải hỏi lại"), Apart((), tuple(again)))] if again else told

    def _asked_again(self, page: VersionPage, at: datetime) -> list[str]:
        form = form_of(page)
        still = eforms.form(form).questions if form else {}
        kept = self.answers_to(page, at)
        return [still[name].label for name in self.answers if name in still and name not in kept]

    def answers_to(self, page: VersionPage, at: datetime) -> dict[str, Any]:
        """The answers that answer the form of this version too."""
        form = form_of(page)
        if form is None or form == self.draft.form_version_id:
            return self.answers
        return eforms.form(form).carried(self.form, self.answers, on=timezone.localdate(at))


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
    page = in_force_at(draft.procedure.code, draft.resolving_agency_id)
    return Declared(found, draft, form, answers, parties, draft.saved_at > found.owed_at, page)


def declared_for(token: str, account: Account, page: VersionPage, at: datetime) -> Declared | None:
    """The same where it answers this procedure, or its form; after another was chosen it does not."""
    found = declared(token, account, at)
    if found is None:
        return None
    same = found.draft.procedure.code == page.code or found.draft.form_version_id == form_of(page)
    return found if same else None


def token_of(text: str) -> str | None:
    """The token of a printed form from what was scanned or typed: its address, the token itself, or the short code."""
    words = "".join(text.split())
    address = IN_AN_ADDRESS.search(words)
    if address or TOKEN.fullmatch(words):
        return address[1] if address else words
    code = words.replace("-", "").upper()
    if not TYPED.fullmatch(code):
        return None
    return IssuedPaper.objects.filter(typed=code, kind="filled").values_list("token", flat=True).first()
