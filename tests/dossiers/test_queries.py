"""Questions over dossiers: turns, look-ups, doors."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from motcua.accounts.models import RoleHeld
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import TurnKind, turn_of
from motcua.dossiers.states import Status
from tests.world import BIRTH, MONDAY, World


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("file", TurnKind.WORK),
        ("accept", TurnKind.WORK),
        ("refuse", TurnKind.END),
        ("begin", TurnKind.WORK),
        ("finish", TurnKind.WAIT),
        ("return_result", TurnKind.DONE),
    ],
)
def test_every_status_is_somebodys_turn(world: World, last: str, kind: TurnKind) -> None:
    assert turn_of(world.dossier(last)).kind == kind


def test_every_legal_status_has_a_turn(world: World) -> None:
    dossier = world.dossier("file")

    for status in Status:
        dossier.status = status
        assert turn_of(dossier).office


def test_a_draft_is_seen_by_who_began_it_alone(world: World) -> None:
    draft = world.draft(BIRTH)

    assert list(Dossier.objects.visible_to(world.an)) == [draft]
    assert not Dossier.objects.visible_to(world.binh).exists()
    assert not Dossier.objects.at_desk_of(world.chi, MONDAY.date()).exists()


def test_the_desk_sees_what_is_filed_with_it(world: World) -> None:
    filed = world.dossier("file")

    for officer in (world.chi, world.dung, world.ha):
        assert list(Dossier.objects.at_desk_of(officer, MONDAY.date())) == [filed]
    assert not Dossier.objects.at_desk_of(world.giang, MONDAY.date()).exists()
    assert not Dossier.objects.at_desk_of(world.an, MONDAY.date()).exists()


def test_a_role_that_ended_opens_nothing(world: World) -> None:
    world.dossier("file")
    today = timezone.localdate()
    RoleHeld.objects.filter(account=world.chi).update(valid_to=today)

    assert not Dossier.objects.at_desk_of(world.chi, today).exists()


def test_a_role_over_the_subtree_reaches_agencies_below(world: World) -> None:
    filed = world.dossier("file")
    above = world.agency("ubnd_tinh", "82")
    RoleHeld.objects.filter(account=world.giang).update(agency=above, subtree=False)
    assert not Dossier.objects.at_desk_of(world.giang, MONDAY.date()).exists()

    RoleHeld.objects.filter(account=world.giang, role="intake").update(subtree=True)
    assert list(Dossier.objects.at_desk_of(world.giang, MONDAY.date())) == [filed]


@pytest.mark.parametrize("digits", ["", "001", "00111", "abcd", "%%%%", "____"])
def test_a_look_up_needs_four_digits(world: World, digits: str) -> None:
    assert queries.look_up(world.dossier("file").code or "", digits) is None


def test_the_recipients_digits_do_not_open(world: World) -> None:
    dossier = world.dossier("file")
    dossier.parties.filter(role="recipient").update(phone="+84911117777", id_number="")

    assert queries.look_up(dossier.code or "", "7777") is None


def test_erased_words_read_as_erased(world: World) -> None:
    dossier = world.dossier("refuse")
    dossier.history.get(action="refuse").words.delete()

    event = queries.citizen_page(dossier, MONDAY).events[0]

    assert (event.action, event.erased) == ("refuse", True)


def test_what_one_began_comes_with_its_answers_and_who_collects_in_one_statement(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    draft = world.draft(BIRTH)
    actions.choose_delivery(draft, actions.Receiving("counter", recipient="Lâm Văn Phúc"), by=world.an, at=MONDAY)

    with django_assert_num_queries(1):
        found = queries.begun(world.an, draft.pk)

    assert found is not None
    assert (found.dossier, found.recipient) == (draft, "Lâm Văn Phúc")
    assert found.dossier.started_at == draft.started_at
    assert found.answers == draft.current_answers()
    assert queries.begun(world.binh, draft.pk) is None
