"""The person sees the result before it is issued, says that it is right or what is wrong, and the work goes on."""

from datetime import datetime, timedelta

import pytest

from motcua.accounts import queries as accounts
from motcua.dossiers import actions, queries
from motcua.dossiers.drafts_shown import is_shown_first, rows_of
from motcua.dossiers.models import Dossier, ResultDraft
from motcua.dossiers.results import known_values
from motcua.dossiers.results.templates import BIRTH_EXTRACT
from tests.world import BIRTH, MARITAL, MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)
SOON, TOO_LATE = LATER + timedelta(hours=2), LATER + timedelta(days=2)
WRONG = actions.DraftAnswer(right=False, marks=("name",), remark="Thiếu chữ đệm")


def fill(world: World, dossier: Dossier, at: datetime = LATER, *, reply: str = "", **changed: str) -> None:
    values = {key: value for key, value in known_values(BIRTH_EXTRACT, dossier).items() if value}
    own = {"registered_at": "UBND xã", "registered_number": "15", "registered_on": "02/11/2026"}
    prepared = actions.Prepared(template="birth_extract", values=values | own | changed, reply=reply)
    actions.prepare_result(dossier, prepared, by=world.dung, at=at)


def shown(world: World) -> tuple[Dossier, ResultDraft]:
    dossier = world.dossier("begin", code=BIRTH)
    fill(world, dossier)
    return dossier, dossier.result_drafts.get()


def test_only_a_version_that_says_so_shows_drafts_and_of_on_line_dossiers_alone(world: World) -> None:
    assert is_shown_first(world.dossier("begin", code=BIRTH))
    assert not is_shown_first(world.dossier("begin", code=MARITAL))
    counter = world.dossier("begin", code=BIRTH)
    counter.channel = "counter"
    assert not is_shown_first(counter)


def test_the_work_waits_for_the_answer_and_goes_on_with_it(world: World) -> None:
    dossier, draft = shown(world)
    assert {key: words for key, _label, words in draft.rows}["registered_number"] == "15"
    with pytest.raises(actions.Blocked, match="Người nộp đang xem bản nháp"):
        actions.hand_over(dossier, by=world.dung, at=SOON)

    actions.answer_draft(draft, actions.DraftAnswer(right=True), by=None, at=SOON)

    actions.hand_over(dossier, by=world.dung, at=SOON)


def test_after_one_working_day_without_an_answer_the_work_goes_on(world: World) -> None:
    dossier, draft = shown(world)
    assert draft.answer_by.date() == (MONDAY + timedelta(days=1)).date()

    actions.hand_over(dossier, by=world.dung, at=TOO_LATE)


def test_what_is_called_wrong_is_changed_and_shown_again(world: World) -> None:
    dossier, draft = shown(world)
    actions.answer_draft(draft, WRONG, by=None, at=SOON)
    with pytest.raises(actions.Blocked, match="chưa đúng"):
        actions.hand_over(dossier, by=world.dung, at=TOO_LATE)
    with pytest.raises(actions.Blocked, match="giữ nguyên"):
        fill(world, dossier, SOON)

    fill(world, dossier, SOON, name="Nguyễn Ngọc Minh Anh")

    newest = dossier.result_drafts.first()
    assert newest is not None
    assert newest != draft
    assert newest.answered_at is None
    assert [line.action for line in dossier.history.filter(action__startswith="draft_")] == [
        "draft_shown",
        "draft_answered",
        "draft_shown",
    ]


def test_what_the_office_keeps_is_told_with_its_reason_and_the_work_goes_on(world: World) -> None:
    dossier, draft = shown(world)
    actions.answer_draft(draft, WRONG, by=None, at=SOON)

    fill(world, dossier, SOON, reply="Giấy chứng sinh ghi như bản nháp")

    assert dossier.result_drafts.get().reply
    assert dossier.history.get(action="draft_kept").words.words == {"reason": "Giấy chứng sinh ghi như bản nháp"}
    actions.hand_over(dossier, by=world.dung, at=SOON)


def test_saving_the_same_result_again_shows_nothing_new(world: World) -> None:
    dossier, _draft = shown(world)

    fill(world, dossier, SOON)

    assert dossier.result_drafts.count() == 1


def test_two_identical_answers_are_one_and_another_is_refused(world: World) -> None:
    dossier, draft = shown(world)
    actions.answer_draft(draft, WRONG, by=None, at=SOON)
    actions.answer_draft(draft, WRONG, by=None, at=TOO_LATE)

    assert dossier.history.filter(action="draft_answered").count() == 1
    with pytest.raises(actions.NotAllowed):
        actions.answer_draft(draft, actions.DraftAnswer(right=True), by=None, at=TOO_LATE)


def test_an_old_draft_and_one_whose_result_was_issued_take_no_answer(world: World) -> None:
    dossier, draft = shown(world)
    actions.hand_over(dossier, by=world.dung, at=TOO_LATE)
    actions.finish(dossier, by=world.ha, at=TOO_LATE)

    with pytest.raises(actions.NotAllowed):
        actions.answer_draft(draft, actions.DraftAnswer(right=True), by=None, at=TOO_LATE)
    found = queries.shown_draft(draft.token)
    assert found is not None
    assert not found.open


def test_an_uploaded_result_is_shown_by_its_number_and_hash(world: World) -> None:
    dossier = world.dossier("hand_over", code=BIRTH)

    draft = dossier.result_drafts.get()

    assert [key for key, _label, _words in draft.rows] == ["number", "dated_on", "file"]
    assert draft.rows == rows_of(dossier.result)


@pytest.mark.parametrize("token", ["", "x", "A" * 22, "A" * 23, "../../etc/passwd"])
def test_an_address_that_is_not_there_finds_nothing(world: World, token: str) -> None:
    assert queries.shown_draft(token) is None


def test_a_draft_that_was_judged_stands_among_what_was_just_answered(world: World) -> None:
    dossier, draft = shown(world)
    held = accounts.held(world.dung, SOON.date())
    assert queries.listing(queries.desk_of(world.dung, held, SOON), queries.Queue.ANSWERED).rows == ()

    actions.answer_draft(draft, WRONG, by=None, at=SOON)

    found = queries.listing(queries.desk_of(world.dung, held, SOON), queries.Queue.ANSWERED)
    assert [row.code for row in found.rows] == [dossier.code]
