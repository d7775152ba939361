"""Parties come from the answers; whom the form does not name is the submitter; no dummy numbers."""

from typing import Any

from motcua.dossiers.models import Dossier
from motcua.dossiers.parties import id_kind_of, parties_of
from motcua.dossiers.states import IdKind
from motcua.eforms import queries as eforms
from tests.world import MARITAL, World


def owner_of(world: World, **answers: Any) -> Any:
    draft: Dossier = world.draft(MARITAL)
    form = eforms.form(draft.form_version_id)
    by_party = {q.party: name for name, q in form.questions.items() if q.party}
    told = {by_party[f"owner.{key}"]: value for key, value in answers.items()}
    return parties_of(draft, form, told, world.an)[1]


def test_without_an_owner_the_submitter_owns(world: World) -> None:
    owner = owner_of(world)

    assert (owner.name, owner.account) == (world.an.full_name, world.an)


def test_another_owner_carries_no_account_of_the_submitter(world: World) -> None:
    owner = owner_of(world, name="Lâm Văn Phúc", id_number="087060000108")

    assert (owner.name, owner.id_kind, owner.account) == ("Lâm Văn Phúc", IdKind.PERSONAL, None)


def test_an_owner_without_a_number_has_a_reason_instead(world: World) -> None:
    owner = owner_of(world, name="Bé", id_kind=IdKind.NONE_NEWBORN)

    assert (owner.id_number, owner.id_kind) == ("", IdKind.NONE_NEWBORN)


def test_kinds_of_numbers() -> None:
    assert [id_kind_of(n) for n in ("", "301234567", "087060000108")] == [
        IdKind.NONE_SHOWN,
        IdKind.OLD_CARD,
        IdKind.PERSONAL,
    ]
