"""Drafts: begun once, edited until filed, gone without a trace when discarded."""

import pytest
from django.core.files.storage import default_storage

from motcua.catalogue.models import Version
from motcua.common.ids import new_id
from motcua.documents import storing
from motcua.documents.models import StoredFile
from motcua.dossiers import actions
from motcua.dossiers.models import AnswerRevision, Dossier
from motcua.dossiers.states import Status
from tests.world import BIRTH, MONDAY, World, a_picture


def test_starting_twice_with_one_id_begins_one_draft(world: World) -> None:
    start = world.start(BIRTH)

    first = actions.start_draft(start, by=world.an, at=MONDAY)
    second = actions.start_draft(start, by=world.an, at=MONDAY)

    assert first.pk == second.pk
    assert Dossier.objects.count() == 1


def test_the_id_of_another_persons_draft_is_refused(world: World) -> None:
    start = world.start(BIRTH)
    actions.start_draft(start, by=world.an, at=MONDAY)

    with pytest.raises(actions.NotAllowed):
        actions.start_draft(start, by=world.binh, at=MONDAY)


def test_a_draft_keeps_one_revision_however_often_it_is_saved(world: World) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)

    for name in ("a", "b", "c"):
        actions.save_answers(draft, {"x": name}, by=world.an, at=MONDAY)

    assert list(AnswerRevision.objects.values_list("number", "answers")) == [(1, {"x": "c"})]


def test_two_pages_saved_at_once_lose_nothing_and_an_emptied_answer_is_gone(world: World) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)

    actions.save_answers(draft, {"one": "1", "gone": "x"}, by=world.an, at=MONDAY)
    actions.save_answers(draft, {"two": "2"}, by=world.an, at=MONDAY)
    actions.save_answers(draft, {"gone": None}, by=world.an, at=MONDAY)

    assert draft.revisions.get().answers == {"one": "1", "two": "2"}


def test_a_filed_dossier_takes_no_more_answers_files_or_choices(world: World) -> None:
    filed = world.dossier("file", code=BIRTH)

    with pytest.raises(actions.NotAllowed):
        actions.save_answers(filed, {}, by=world.an, at=MONDAY)
    with pytest.raises(actions.NotAllowed):
        actions.add_files(filed, [(None, a_picture())], by=world.an, at=MONDAY)
    with pytest.raises(actions.NotAllowed):
        actions.choose_delivery(filed, actions.Receiving("online"), by=world.an, at=MONDAY)


def test_a_refused_file_is_told_and_the_others_are_kept(world: World) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)
    paper = draft.case.papers.first()
    assert paper is not None

    refused = actions.add_files(draft, [(paper.id, a_picture()), (paper.id, a_picture("x"))], by=world.an, at=MONDAY)
    empty = actions.add_files(draft, [(paper.id, type(a_picture())("e.png", b""))], by=world.an, at=MONDAY)

    assert refused == {}
    assert "trống" in empty[paper.id][0]
    assert draft.attachments.count() == 2


def test_removing_a_file_takes_its_bytes_away(world: World, django_capture_on_commit_callbacks: object) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)
    actions.add_files(draft, [(None, a_picture())], by=world.an, at=MONDAY)
    file = draft.attachments.get().file
    path = storing.path_of(file)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.remove_file(draft, file.id, by=world.an, at=MONDAY)
        actions.remove_file(draft, file.id, by=world.an, at=MONDAY)

    assert not default_storage.exists(path)
    assert not StoredFile.objects.exists()


def test_a_stranger_removes_nothing(world: World) -> None:
    draft = world.draft(BIRTH)

    with pytest.raises(actions.NotAllowed):
        actions.remove_file(draft, new_id(), by=world.binh, at=MONDAY)


def test_discarding_takes_answers_and_files_along(world: World) -> None:
    draft = world.draft(BIRTH)

    actions.discard(draft, by=world.an, at=MONDAY)

    assert not Dossier.objects.exists()
    assert not StoredFile.objects.exists()


def test_only_drafts_are_discarded_and_only_by_their_owner(world: World) -> None:
    draft, filed = world.draft(BIRTH), world.dossier("file", code=BIRTH)

    with pytest.raises(actions.NotAllowed):
        actions.discard(draft, by=world.binh, at=MONDAY)
    with pytest.raises(actions.NotAllowed):
        actions.discard(filed, by=world.an, at=MONDAY)
    assert filed.status == Status.FILED


def test_a_draft_of_a_version_no_longer_in_force_is_not_begun(world: World) -> None:
    start = world.start(BIRTH)
    version = Version.objects.get(pk=start.page.id)

    with pytest.raises(actions.Blocked, match="vừa đổi"):
        actions.start_draft(start, by=world.an, at=version.in_force_from.replace(year=2025))
