"""A paper is taken out of force or issued anew: once, with a reason, and never against the history."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.documents import issuing
from motcua.documents.issuing import Order
from motcua.documents.models import IssuedPaper, PaperState
from motcua.dossiers import actions, reissuing
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import Dossier
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)
WHY = "Ghi sai ngày hẹn"


def draw(dossier: Dossier) -> None:
    for paper in IssuedPaper.objects.filter(tie__dossier=dossier, file=None).order_by("owed_at", "id"):
        actions.draw_paper(paper.pk, at=LATER)


def the(dossier: Dossier, kind: str) -> IssuedPaper:
    return IssuedPaper.objects.filter(tie__dossier=dossier, kind=kind).latest("owed_at")


@pytest.fixture
def accepted(world: World) -> Dossier:
    dossier = world.dossier("accept")
    draw(dossier)
    return dossier


def test_a_revoked_paper_says_who_and_why_and_the_second_press_writes_nothing(world: World, accepted: Dossier) -> None:
    paper = the(accepted, "01")

    assert actions.revoke_paper(paper, by=world.ha, at=LATER, reason=WHY)
    assert not actions.revoke_paper(paper, by=world.ha, at=LATER, reason="Lần thứ hai")

    paper.refresh_from_db()
    [line] = accepted.history.filter(action="paper_revoked")
    assert (paper.state, paper.revoked_why) == (PaperState.REVOKED, WHY)
    assert (line.actor, line.role, line.words.words) == (world.ha, "approver", {"reason": WHY})
    assert line.facts["number"] == "1/TNHT"


@pytest.mark.parametrize("who", ["chi", "dung", "giang", "an", "binh"])
def test_only_who_approves_revokes(world: World, accepted: Dossier, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.revoke_paper(the(accepted, "01"), by=world.people[who], at=LATER, reason=WHY)


@pytest.mark.parametrize("reason", ["", "…", "12/11", "sai"])
def test_a_reason_that_says_nothing_is_refused(world: World, accepted: Dossier, reason: str) -> None:
    paper = the(accepted, "01")
    for verb in (actions.revoke_paper, actions.replace_paper):
        with pytest.raises(Blocked, match="Ghi lý do"):
            verb(paper, by=world.ha, at=LATER, reason=reason)

    assert not accepted.history.filter(action__in=("paper_revoked", "paper_replaced")).exists()


def test_a_new_paper_names_the_old_one_which_holds_until_then(client: Client, world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    new = actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)
    old.refresh_from_db()
    assert old.state is PaperState.VALID

    draw(accepted)

    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.state, new.state, new.said_number) == (PaperState.SUPERSEDED, PaperState.VALID, "2/TNHT")
    assert new.data["blocks"][0] == {"type": "text", "text": "Thay cho số 1/TNHT ngày 09/11/2026."}
    assert "Đã có giấy mới thay" in client.get(f"/kiem-tra/{old.token}/").text
    assert "Còn giá trị" in client.get(f"/kiem-tra/{new.token}/").text
    [line] = accepted.history.filter(action="paper_replaced")
    assert (line.actor, line.role, line.words.words) == (world.chi, "intake", {"reason": WHY})
    assert (line.facts["paper"], line.facts["new"]) == (str(old.pk), str(new.pk))


def test_a_paper_is_replaced_once_and_then_its_newest_is(world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    second = actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)
    with pytest.raises(NotAllowed):
        actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)
    with pytest.raises(NotAllowed):  # not drawn yet
        actions.replace_paper(second, by=world.chi, at=LATER, reason=WHY)
    draw(accepted)

    third = actions.replace_paper(second, by=world.chi, at=LATER, reason=WHY)

    assert reissuing.newest(IssuedPaper.objects.get(pk=old.pk)) == third
    assert reissuing.hindrance(old.tie).startswith("Giấy này đã có giấy mới thay")


def test_a_revoked_paper_gets_a_new_one_that_names_it(world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    actions.revoke_paper(old, by=world.ha, at=LATER, reason=WHY)
    new = actions.replace_paper(old, by=world.ha, at=LATER, reason=WHY)
    draw(accepted)

    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.state, new.state) == (PaperState.REVOKED, PaperState.VALID)
    assert "Thay cho số 1/TNHT" in new.data["blocks"][0]["text"]


def test_one_between_that_was_never_drawn_is_passed_over(world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    between = actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)
    actions.revoke_paper(between, by=world.ha, at=LATER, reason=WHY)
    newest = actions.replace_paper(between, by=world.chi, at=LATER, reason=WHY)
    draw(accepted)

    old.refresh_from_db()
    newest.refresh_from_db()
    assert old.state is PaperState.SUPERSEDED
    assert "Thay cho số 1/TNHT" in newest.data["blocks"][0]["text"]


def test_what_was_undone_gets_no_new_paper(world: World, accepted: Dossier) -> None:
    paper = the(accepted, "01")
    actions.undo_accept(accepted, by=world.ha, at=LATER, reason="Nhận nhầm")

    with pytest.raises(NotAllowed):
        actions.replace_paper(paper, by=world.ha, at=LATER, reason=WHY)
    assert "đã được hủy" in reissuing.hindrance(IssuedPaper.objects.get(pk=paper.pk).tie)


def test_undoing_takes_the_old_paper_too_while_the_new_one_waits(world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    new = actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)

    actions.undo_accept(accepted, by=world.ha, at=LATER, reason="Nhận nhầm")
    draw(accepted)

    states = {IssuedPaper.objects.get(pk=paper.pk).state for paper in (old, new)}
    assert states == {PaperState.REVOKED}
    assert accepted.history.filter(action="paper_revoked").count() == 2


@pytest.mark.parametrize("kind", ["filled", "06"])
def test_a_form_and_a_control_slip_are_not_replaced(world: World, kind: str) -> None:
    dossier = world.dossier("finish")
    draw(dossier)

    with pytest.raises(NotAllowed):
        actions.replace_paper(the(dossier, kind), by=world.ha, at=LATER, reason=WHY)


def test_what_another_person_decided_and_signed_is_not_replaced_by_the_desk(world: World) -> None:
    dossier = world.dossier("begin")
    actions.extend(dossier, by=world.ha, at=LATER, days=2, reason="Cần hỏi nơi cư trú cũ")
    draw(dossier)
    paper = the(dossier, "04")

    with pytest.raises(NotAllowed):
        actions.replace_paper(paper, by=world.chi, at=LATER, reason=WHY)
    assert actions.replace_paper(paper, by=world.ha, at=LATER, reason=WHY).kind == "04"


def test_the_desk_replaces_its_own_refusal(world: World) -> None:
    dossier = world.dossier("refuse")
    draw(dossier)

    assert actions.replace_paper(the(dossier, "03"), by=world.chi, at=LATER, reason=WHY).kind == "03"


def test_a_draft_and_a_register_are_left_alone(world: World) -> None:
    printed = actions.print_form(world.draft(), by=world.an, at=MONDAY)
    period = (MONDAY.date(), MONDAY.date())
    register = actions.owe_register(world.agency("trung_tam_xa"), *period, by=world.chi, at=MONDAY)

    for paper in (printed, register):
        for verb in (actions.revoke_paper, actions.replace_paper):
            with pytest.raises(NotAllowed):
                verb(paper, by=world.ha, at=LATER, reason=WHY)


def test_a_replaced_receipt_names_the_old_one_by_its_day(world: World, accepted: Dossier) -> None:
    new = actions.replace_paper(the(accepted, "receipt"), by=world.chi, at=LATER, reason=WHY)
    draw(accepted)

    new.refresh_from_db()
    assert new.data["blocks"][0]["text"] == "Thay cho Biên nhận nộp hồ sơ ngày 09/11/2026."


def test_the_database_refuses_a_second_new_paper(world: World, accepted: Dossier) -> None:
    old = the(accepted, "01")
    actions.replace_paper(old, by=world.chi, at=LATER, reason=WHY)

    with pytest.raises(IntegrityError), transaction.atomic():
        issuing.owe(old.agency, [Order("01", old, holds=True)], at=LATER)


def test_the_person_is_told_of_both_and_nobody_of_a_control_slip(world: World) -> None:
    dossier = world.dossier("finish")
    draw(dossier)
    actions.revoke_paper(the(dossier, "06"), by=world.ha, at=LATER, reason=WHY)
    assert not ProcrastinateJob.objects.filter(args__event="dossier.paper_revoked").exists()

    actions.replace_paper(the(dossier, "01"), by=world.ha, at=LATER, reason=WHY)
    actions.revoke_paper(the(dossier, "receipt"), by=world.ha, at=LATER, reason=WHY)

    for event in ("dossier.paper_replaced", "dossier.paper_revoked", "paper.owed"):
        assert ProcrastinateJob.objects.filter(args__event=event).count() == 1, event
