"""Each check says in words why not yet."""

import pytest

from motcua.dossiers import checks
from motcua.dossiers.checks import Act
from motcua.dossiers.models import Dossier
from tests.world import BIRTH, MONDAY, World


def act(world: World, *roles: str, **words: str) -> Act:
    return Act(world.an, MONDAY, frozenset(roles), words)


def test_post_needs_an_address(world: World) -> None:
    draft = world.draft(BIRTH)
    draft.delivery = "post"

    assert checks.delivery_chosen(draft, act(world)) == ["Ghi địa chỉ nhận kết quả qua bưu chính"]


def test_answers_are_judged_on_line_only(world: World) -> None:
    draft = world.draft(BIRTH)
    draft.revisions.update(answers={})
    draft = Dossier.objects.get(pk=draft.pk)
    assert checks.answers_valid(draft, act(world))

    draft.channel = "counter"
    assert checks.answers_valid(draft, act(world)) == []


def test_missing_papers_are_named(world: World) -> None:
    draft = world.draft(BIRTH)
    assert checks.papers_there(draft, act(world)) == []

    draft = Dossier.objects.get(pk=draft.pk)
    draft.attachments.all().delete()
    assert all(problem.startswith("Còn thiếu ") for problem in checks.papers_there(draft, act(world)))
    assert checks.papers_there(draft, act(world))


def test_only_papers_that_this_channel_asks_for_are_missed(world: World) -> None:
    draft = world.draft(BIRTH)
    asked = {paper.id for paper in world.page(BIRTH).cases[0].papers if paper.required and paper.asked_by("online")}
    draft.attachments.exclude(paper__in=asked).delete()

    assert checks.papers_there(Dossier.objects.get(pk=draft.pk), act(world)) == []


@pytest.mark.parametrize(
    ("unit", "amount", "known"), [("", None, False), ("day", None, False), ("day", 3, True), ("no_date", None, True)]
)
def test_a_term_is_known_or_stated(world: World, unit: str, amount: int | None, known: bool) -> None:
    draft = world.draft(BIRTH)
    draft.term_unit, draft.term_amount = unit, amount

    assert (checks.term_known(draft, act(world)) == []) is known


def test_the_stage_is_done_by_the_role_it_names(world: World) -> None:
    dossier = world.dossier("hand_over")

    assert checks.on_own_stage(dossier, act(world, "approver")) == []
    assert checks.on_own_stage(dossier, act(world, "handler"))


def test_stages_know_their_ends(world: World) -> None:
    first, last = world.dossier("begin"), world.dossier("hand_over")

    assert checks.a_stage_came_before(first, act(world))
    assert not checks.a_stage_came_before(last, act(world))
    assert checks.another_stage_follows(last, act(world))
    assert not checks.another_stage_follows(first, act(world))
    assert checks.on_last_stage(first, act(world))
    assert not checks.on_last_stage(last, act(world))
