"""Withdrawing, stopping, refusing on the merits, and putting mistakes right: the clock is never helped."""

from datetime import datetime, timedelta

import pytest

from motcua.accounts.models import Role
from motcua.accounts.officers import make_officer
from motcua.common.ids import new_id
from motcua.dossiers import actions
from motcua.dossiers.looks import seen
from motcua.dossiers.models import Dossier, LookKind
from motcua.dossiers.states import ItemKind, Status
from tests.world import BEGINNING, HANOI, MONDAY, World, a_picture

LATER = MONDAY + timedelta(hours=1)
WHY = {"reason": "Trùng hồ sơ", "ground": "Điều 16"}


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@pytest.mark.parametrize("asked", [False, True])
def test_before_acceptance_a_withdrawal_is_granted_in_the_same_breath(world: World, *, asked: bool) -> None:
    dossier = world.dossier("file", at=MONDAY)
    if asked:
        actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.chi, at=LATER)
    actions.withdraw(dossier, by=world.an, at=LATER)

    assert dossier.status == Status.STOPPED
    agreed = dossier.history.get(action="agree_withdrawal")
    assert (agreed.role, agreed.actor) == ("system", None)
    assert "Không có giấy tờ" in agreed.words.words["give_back"]
    assert dossier.open_request() is None


def test_in_work_the_office_has_eight_working_hours(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.withdraw(dossier, by=world.an, at=local("2026-11-09T10:00"))
    assert (dossier.status, dossier.due_at) == (Status.WITHDRAWING, None)
    assert dossier.withdrawal_by == local("2026-11-10T10:00")

    with pytest.raises(actions.Blocked, match="8 giờ"):
        actions.agree_withdrawal(dossier, by=None, at=local("2026-11-10T10:00"))
    actions.agree_withdrawal(dossier, by=None, at=local("2026-11-10T10:01"))
    assert dossier.status == Status.STOPPED


def test_declining_needs_a_ground_and_is_in_time_or_not_at_all(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.withdraw(dossier, by=world.an, at=local("2026-11-10T07:00"))
    with pytest.raises(actions.Blocked, match="căn cứ"):
        actions.decline_withdrawal(dossier, by=world.ha, at=local("2026-11-10T16:59"), reason="x", ground="")
    with pytest.raises(actions.Blocked, match="Đã quá 8 giờ"):
        actions.decline_withdrawal(dossier, by=world.ha, at=local("2026-11-11T07:00"), **WHY)

    actions.decline_withdrawal(dossier, by=world.ha, at=local("2026-11-10T11:00"), **WHY)

    assert dossier.status == Status.PROCESSING
    assert dossier.due_at == local("2026-11-13T17:00")  # the morning's four hours are not the office's


@pytest.mark.parametrize("who", ["binh", "chi", "dung"])
def test_only_the_owner_s_side_withdraws(world: World, who: str) -> None:
    with pytest.raises(actions.NotAllowed):
        actions.withdraw(world.dossier("begin", at=MONDAY), by=world.people[who], at=LATER)


def test_what_is_finished_is_no_longer_withdrawn(world: World) -> None:
    with pytest.raises(actions.NotAllowed):
        actions.withdraw(world.dossier("finish", at=MONDAY), by=world.an, at=LATER)


def test_a_refusal_on_the_merits_is_an_answer(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    line = actions.finish_refused(dossier, by=world.ha, at=LATER, **WHY)

    assert (dossier.status, line.facts["late"]) == (Status.FINISHED, False)
    world.settle_fees(dossier, LATER)
    collected = actions.Collected("An", "087190000011", originals_seen=True)
    with pytest.raises(actions.Blocked, match="Chưa trao được kết quả"):
        actions.return_result(dossier, by=world.chi, at=LATER, collected=collected)
    actions.draw_papers_of(line.pk, at=LATER)
    actions.return_result(dossier, by=world.chi, at=LATER, collected=collected)


def test_from_a_request_a_refusal_is_the_head_s_and_only_before_acceptance(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.chi, at=LATER)
    with pytest.raises(actions.Blocked, match="chỉ lãnh đạo"):
        actions.refuse(dossier, by=world.chi, at=LATER, **WHY)

    actions.refuse(dossier, by=world.ha, at=LATER, **WHY)
    assert dossier.open_request() is None

    in_work = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(in_work, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.dung, at=LATER)
    with pytest.raises(actions.Blocked, match="đã được tiếp nhận"):
        actions.refuse(in_work, by=world.ha, at=LATER, **WHY)
    with pytest.raises(actions.Blocked, match="không cho kết thúc"):
        actions.finish_refused(in_work, by=world.ha, at=LATER, **WHY)


def test_nothing_is_stopped_unanswered_without_a_rule(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.dung, at=LATER)

    with pytest.raises(actions.Blocked, match="không cho kết thúc"):
        actions.stop_unanswered(dossier, by=None, at=MONDAY + timedelta(days=300))


def test_an_extension_moves_the_date_once_and_in_time(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    thursday = dossier.due_at
    with pytest.raises(actions.Blocked, match="một ngày làm việc trước"):
        actions.extend(dossier, by=world.ha, at=local("2026-11-12T07:30"), days=2, reason="Xác minh")
    with pytest.raises(actions.Blocked, match="từ 1 đến 30"):
        actions.extend(dossier, by=world.ha, at=LATER, days=0, reason="Xác minh")

    line = actions.extend(dossier, by=world.ha, at=local("2026-11-11T16:59"), days=2, reason="Xác minh")
    assert dossier.due_at == local("2026-11-16T17:00")
    assert line.facts["due_before"] == thursday.isoformat()  # type: ignore[union-attr]
    with pytest.raises(actions.Blocked, match="đã được gia hạn"):
        actions.extend(dossier, by=world.ha, at=local("2026-11-11T17:00"), days=2, reason="Xác minh")


def test_a_pause_after_an_extension_stops_it_too(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.extend(dossier, by=world.ha, at=LATER, days=2, reason="Xác minh")
    actions.ask_supplement(
        dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.dung, at=local("2026-11-13T07:00")
    )
    assert dossier.due_at is None
    back = local("2026-11-16T07:00")
    item = dossier.open_request().items.get()  # type: ignore[union-attr]
    actions.answer_item(dossier, item.pk, actions.Answered("Đây"), by=world.an, at=back)
    actions.supplement(dossier, by=world.an, at=back)

    assert dossier.due_at == local("2026-11-17T17:00")


def test_an_apology_says_when_and_moves_nothing(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    due, friday = dossier.due_at, local("2026-11-13T09:00")
    with pytest.raises(actions.Blocked, match="Chưa quá"):
        actions.apologise(dossier, by=world.ha, at=LATER, expected_on=friday.date(), reason="x")
    with pytest.raises(actions.Blocked, match="sau hôm nay"):
        actions.apologise(dossier, by=world.ha, at=friday, expected_on=friday.date(), reason="x")
    with pytest.raises(actions.Blocked, match="Đã quá ngày hẹn"):
        actions.extend(dossier, by=world.ha, at=friday, days=2, reason="x")

    actions.apologise(dossier, by=world.ha, at=friday, expected_on=(friday + timedelta(days=3)).date(), reason="x")
    assert dossier.due_at == due
    assert dossier.is_late(friday)


def test_a_reversal_needs_a_reason_and_another_person(world: World) -> None:
    dossier = world.dossier("finish", at=MONDAY)
    with pytest.raises(actions.Blocked, match="không tự đảo"):
        actions.undo_finish(dossier, by=world.ha, at=LATER, reason="Sai số")

    accepted = world.dossier("accept", at=MONDAY)
    with pytest.raises(actions.Blocked, match="lý do"):
        actions.undo_accept(accepted, by=world.ha, at=LATER, reason="")


def test_an_acceptance_taken_back_leaves_the_check_where_it_was(world: World) -> None:
    dossier = world.dossier("accept", at=MONDAY)
    check = dossier.accept_by
    promised = dossier.promised_at
    actions.undo_accept(dossier, by=world.ha, at=MONDAY + timedelta(days=3), reason="Thiếu giấy")

    assert (dossier.status, dossier.due_at, dossier.accept_by) == (Status.FILED, None, check)
    actions.accept(dossier, by=world.chi, at=MONDAY + timedelta(days=4))
    assert dossier.due_at == promised  # the days lost are the office's


def test_a_stop_taken_back_counts_as_if_it_had_never_been(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    due = dossier.due_at
    actions.stop(dossier, by=world.ha, at=LATER, **WHY)
    with pytest.raises(actions.Blocked, match="không tự đảo"):
        actions.reopen(dossier, by=world.ha, at=LATER, reason="Nhầm")
    chair = make_officer(
        login="chair",
        full_name="Chủ tịch",
        id_number="087070000123",
        password="một-mật-khẩu-dài",
        roles=[(Role.CHAIR, world.agency())],
        at=BEGINNING,
    )
    actions.reopen(dossier, by=chair, at=MONDAY + timedelta(days=1), reason="Nhầm hồ sơ")
    assert (dossier.status, dossier.due_at, dossier.ended_at) == (Status.PROCESSING, due, None)


def test_a_withdrawal_granted_by_the_program_may_be_reopened(world: World) -> None:
    first = world.dossier("file", at=MONDAY)
    actions.withdraw(first, by=world.an, at=LATER)
    line = actions.reopen(first, by=world.ha, at=MONDAY + timedelta(days=2), reason="Bấm nhầm")

    assert (line.action, first.status) == ("reopen_first", Status.FILED)
    assert first.is_late(MONDAY + timedelta(days=2))


def test_a_result_that_was_fetched_is_replaced_and_not_taken_back(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    Dossier.objects.filter(pk=dossier.pk).update(delivery="online")
    prepared = actions.Prepared("1", MONDAY.date(), upload=a_picture("kq.png"))
    actions.prepare_result(dossier, prepared, by=world.dung, at=LATER)
    actions.hand_over(dossier, by=world.dung, at=LATER)
    actions.finish(dossier, by=world.ha, at=LATER)
    world.settle_fees(dossier, LATER)
    actions.return_result(dossier, by=None, at=LATER)
    seen(dossier, by=world.an, kind=LookKind.FILE_FETCHED, at=LATER, file_id=dossier.result.file_id)
    with pytest.raises(actions.Blocked, match="đã ra khỏi cơ quan"):
        actions.undo_return(dossier, by=world.ha, at=LATER, reason="Nhầm", still_here=True)

    assert dossier.result.file is not None
    old = dossier.result.file.sha256
    newer = actions.Prepared("2", MONDAY.date(), no_file_reason="Bản giấy")
    line = actions.replace_result(dossier, newer, by=world.ha, at=LATER, reason="Sai tên")
    assert line.facts["revoked_sha256"] == old
    assert dossier.replaced_results.get().number == "1"
    assert Dossier.objects.get(pk=dossier.pk).result.number == "2"


def test_a_return_that_did_not_happen_is_taken_back(world: World) -> None:
    dossier = world.dossier("return_result", at=MONDAY)
    with pytest.raises(actions.Blocked, match="Xác nhận"):
        actions.undo_return(dossier, by=world.ha, at=LATER, reason="Bấm nhầm")
    actions.undo_return(dossier, by=world.ha, at=LATER, reason="Bấm nhầm", still_here=True)

    assert (dossier.status, dossier.returned_at) == (Status.FINISHED, None)


def test_money_pressed_twice_is_recorded_once(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    received = actions.Received(new_id(), 10_000, "cash", "BL7")

    assert actions.record_payment(dossier, received, by=world.chi, at=LATER) is not None
    assert actions.record_payment(dossier, received, by=world.chi, at=LATER) is None
    assert dossier.history.filter(action="payment_recorded").count() == 1
    with pytest.raises(actions.NotAllowed):
        actions.record_payment(dossier, received, by=world.dung, at=LATER)


def test_a_dossier_at_the_wrong_office_is_passed_on_with_its_code(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    code, check = dossier.code, dossier.accept_by
    police = world.agency("cong_an_xa")
    with pytest.raises(actions.Blocked, match="cơ quan khác"):
        actions.redirect(dossier, world.agency(), by=world.chi, at=LATER, reason="Nhầm")

    actions.redirect(dossier, police, by=world.chi, at=LATER, reason="Thuộc công an xã")
    assert (dossier.code, dossier.accept_by, dossier.status) == (code, check, Status.FILED)
    assert dossier.resolving_agency_id == police.pk
    with pytest.raises(actions.NotAllowed):
        actions.accept(dossier, by=world.chi, at=LATER)


def test_what_was_just_handed_over_is_taken_back(world: World) -> None:
    dossier = world.dossier("hand_over", at=MONDAY)
    actions.take_back(dossier, by=world.dung, at=LATER)
    assert dossier.stage == 1

    actions.hand_over(dossier, by=world.dung, at=LATER)
    actions.send_back(dossier, by=world.ha, at=LATER, reason="Xem lại")
    with pytest.raises(actions.Blocked, match="vừa chuyển"):
        actions.take_back(dossier, by=world.dung, at=LATER)


def test_filing_again_carries_answers_papers_and_delivery(world: World) -> None:
    old = world.dossier("refuse", at=MONDAY)
    start = world.start()
    draft = actions.start_again(old, start, by=world.an, at=LATER)
    again = actions.start_again(old, start, by=world.an, at=LATER)

    assert again.pk == draft.pk
    assert draft.again_of_id == old.pk
    assert draft.current_answers() == old.current_answers()
    assert draft.attachments.count() == old.attachments.count() > 0
    assert {row.file_id for row in draft.attachments.all()}.isdisjoint({row.file_id for row in old.attachments.all()})
    actions.file(draft, by=world.an, at=LATER)
    with pytest.raises(actions.NotAllowed):
        actions.start_again(draft, world.start(), by=world.an, at=LATER)
