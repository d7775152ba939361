"""Parties as the answers name them: a question marked as a party's fills the party's row."""

from typing import Any

from motcua.accounts.models import Account
from motcua.eforms.form import Form

from .models import Dossier, Party
from .states import IdKind, PartyRole

OLD_CARD_DIGITS = 9


def id_kind_of(number: str) -> IdKind:
    """What a number typed as an ID number is."""
    if not number:
        return IdKind.NONE_SHOWN
    return IdKind.OLD_CARD if len(number) == OLD_CARD_DIGITS else IdKind.PERSONAL


def _told(form: Form, answers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the answers say of each party: {"owner": {"name": …}}."""
    told: dict[str, dict[str, Any]] = {}
    for name, question in form.questions.items():
        role, _dot, attribute = question.party.partition(".")
        if attribute and answers.get(name):
            told.setdefault(role, {})[attribute] = answers[name]
    return told


def parties_of(dossier: Dossier, form: Form, answers: dict[str, Any], submitter: Account) -> list[Party]:
    """Submitter and owner of an on-line filing, unsaved. Whom the form does not name is the submitter."""
    told = _told(form, answers)
    first = {
        "name": submitter.full_name,
        "birth_on": submitter.birth_on,
        "id_number": submitter.id_number,
        "phone": submitter.phone,
        "email": submitter.email if submitter.email_confirmed_at else "",
    } | told.get(PartyRole.SUBMITTER, {})
    parties = [Party(dossier=dossier, role=PartyRole.SUBMITTER, account=submitter, **_with_kind(first))]
    owner = told.get(PartyRole.OWNER)
    if owner and owner.get("name"):
        without = form.owner_without_number or IdKind.NONE_SHOWN
        parties.append(Party(dossier=dossier, role=PartyRole.OWNER, **_with_kind(owner, without)))
    else:
        parties.append(Party(dossier=dossier, role=PartyRole.OWNER, account=submitter, **_with_kind(first)))
    return parties


def _with_kind(values: dict[str, Any], without: str = IdKind.NONE_SHOWN) -> dict[str, Any]:
    """A number says of which kind it is; where there is none, the answers or the form may say why."""
    number = values.get("id_number") or ""
    kind = id_kind_of(number) if number else values.get("id_kind") or without
    return {**values, "id_number": number, "id_kind": kind}
