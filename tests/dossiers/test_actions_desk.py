"""The desk's verbs: who may, when, and what they leave behind."""

from datetime import timedelta

import pytest

from motcua.accounts.models import Role, RoleHeld
from motcua.agencies.starter import OTHER_COMMUNE
from motcua.documents.models import StoredFile
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, HistoryLine
from motcua.dossiers.states import Status
from tests.world import BIRTH, MARITAL, MONDAY, World, a_picture

LATER = MONDAY + timedelta(hours=1)


def test_the_whole_way_to_the_result(world: World) -> None:
    dossier = world.dossier("return_result", code=BIRTH)

    assert dossier.status == Status.RETURNED
    assert list(dossier.history.filter(kind="move").values_list("action", "role")) == [
        ("file", "submitter"),
        ("accept", "intake"),
        ("begin", "handler"),
        ("hand_over", "handler"),
        ("finish", "approver"),
        ("return_result", "returner"),
    ]


def test_accepting_promises_no_later_than_filing_did(world: World) -> None:
    dossier = world.dossier("accept", code=MARITAL)

    assert dossier.due_at is not None
    assert dossier.promised_at is not None
    assert dossier.due_at <= dossier.promised_at


def test_a_desk_that_is_late_does_not_pass_its_lateness_on(world: World) -> None:
    dossier = world.dossier("file", code=MARITAL)

    actions.accept(dossier, by=world.chi, at=MONDAY + timedelta(days=8))

    assert dossier.due_at == dossier.promised_at


def test_accept_asks_for_a_term_where_the_version_states_none(world: World) -> None:
    dossier = world.dossier("file", code=BIRTH)
    dossier.term_amount, dossier.term_unit = None, ""
    dossier.save()

    with pytest.raises(actions.Blocked, match="thời hạn"):
        actions.accept(dossier, by=world.chi, at=LATER)
    actions.accept(dossier, by=world.chi, at=LATER, term=actions.Term(2, "working_day", "Công văn 1"))

    kept = Dossier.objects.get()
    assert (kept.term_amount, kept.term_ground) == (2, "Công văn 1")
    assert kept.due_at is not None


def test_a_stated_term_does_not_replace_the_versions(world: World) -> None:
    dossier = world.dossier("file", code=MARITAL)
    before = (dossier.term_amount, dossier.term_unit)

    actions.accept(dossier, by=world.chi, at=LATER, term=actions.Term(99, "working_day", "x"))

    assert (dossier.term_amount, dossier.term_unit) == before


def test_a_refusal_needs_reason_and_ground(world: World) -> None:
    dossier = world.dossier("file", code=BIRTH)

    with pytest.raises(actions.Blocked) as blocked:
        actions.refuse(dossier, by=world.chi, at=LATER, reason="", ground="")
    assert len(blocked.value.problems) == 2

    actions.refuse(dossier, by=world.chi, at=LATER, reason="Thiếu trang sau", ground="Luật Hộ tịch, điều 16")
    assert dossier.status == Status.REFUSED
    assert dossier.history.get(action="refuse").words.words["reason"] == "Thiếu trang sau"


@pytest.mark.parametrize("who", ["an", "binh", "dung", "ha", "giang"])
def test_nobody_but_the_intake_of_this_desk_accepts(world: World, who: str) -> None:
    dossier = world.dossier("file", code=BIRTH)

    with pytest.raises(actions.NotAllowed):
        actions.accept(dossier, by=getattr(world, who), at=LATER)
    assert HistoryLine.objects.count() == 1


def test_handing_over_needs_a_result(world: World) -> None:
    dossier = world.dossier("begin", code=BIRTH)

    with pytest.raises(actions.Blocked, match="Chưa có kết quả"):
        actions.hand_over(dossier, by=world.dung, at=LATER)


def test_a_result_needs_a_file_or_a_reason(world: World) -> None:
    dossier = world.dossier("begin", code=BIRTH)

    with pytest.raises(actions.Blocked):
        actions.prepare_result(dossier, actions.Prepared("1", MONDAY.date()), by=world.dung, at=LATER)


def test_a_newer_result_replaces_the_older_and_its_file(world: World) -> None:
    dossier = world.dossier("begin", code=BIRTH)
    before = StoredFile.objects.count()

    for number in ("1", "2"):
        actions.prepare_result(dossier, actions.Prepared(number, MONDAY.date(), a_picture()), by=world.dung, at=LATER)

    dossier.refresh_from_db()
    assert dossier.result.number == "2"
    assert StoredFile.objects.count() == before + 1


def test_the_head_may_send_back_with_a_reason(world: World) -> None:
    dossier = world.dossier("hand_over", code=BIRTH)

    with pytest.raises(actions.Blocked, match="lý do"):
        actions.send_back(dossier, by=world.ha, at=LATER, reason="")
    actions.send_back(dossier, by=world.ha, at=LATER, reason="Sai tên")

    assert (dossier.stage, dossier.status) == (1, Status.PROCESSING)


def test_a_handler_does_not_act_on_the_heads_stage(world: World) -> None:
    dossier = world.dossier("hand_over", code=BIRTH)

    with pytest.raises(actions.Blocked, match="người khác"):
        actions.finish(dossier, by=world.dung, at=LATER)


def test_who_prepared_the_result_does_not_approve_it(world: World) -> None:
    dossier = world.dossier("hand_over", code=BIRTH)
    dossier.result.prepared_by = world.ha
    dossier.result.save()

    with pytest.raises(actions.Blocked, match="không tự duyệt"):
        actions.finish(dossier, by=world.ha, at=LATER)


def test_the_result_is_not_returned_without_a_name_at_the_counter(world: World) -> None:
    dossier = world.dossier("finish", code=BIRTH)

    with pytest.raises(actions.Blocked, match="người đến nhận"):
        actions.return_result(dossier, by=world.chi, at=LATER)


def test_by_post_the_number_is_asked(world: World) -> None:
    dossier = world.dossier("finish", code=BIRTH)
    dossier.delivery = "post"
    dossier.save()

    with pytest.raises(actions.Blocked, match="bưu gửi"):
        actions.return_result(dossier, by=world.chi, at=LATER)
    actions.return_result(dossier, by=world.chi, at=LATER, collected=actions.Collected(post_number="EB1VN"))
    assert dossier.status == Status.RETURNED


def test_an_officer_who_is_a_party_does_not_act(world: World) -> None:
    dossier = world.dossier("file", code=BIRTH)
    dossier.parties.filter(role="owner").update(id_number=world.chi.id_number)

    with pytest.raises(actions.NotAllowed):
        actions.accept(dossier, by=world.chi, at=LATER)


def test_who_chairs_may_approve_what_a_head_may(world: World) -> None:
    dossier = world.dossier("hand_over", code=BIRTH)
    RoleHeld.objects.filter(account=world.ha).update(role=Role.CHAIR)

    line = actions.finish(dossier, by=world.ha, at=LATER)

    assert (line.role, dossier.status) == ("approver", Status.FINISHED)


def test_a_result_asked_for_at_another_counter_is_handed_out_there(world: World) -> None:
    dossier = world.dossier("finish", code=BIRTH)
    there = world.agency("trung_tam_xa", OTHER_COMMUNE)
    assert not Dossier.objects.at_desk_of(world.giang, LATER.date()).exists()
    Dossier.objects.filter(pk=dossier.pk).update(delivery="other_counter", delivery_agency=there)

    assert Dossier.objects.at_desk_of(world.giang, LATER.date()).get() == dossier
    collected = actions.Collected("Nguyễn Thị An", "087190000011", originals_seen=True)
    line = actions.return_result(dossier, by=world.giang, at=LATER, collected=collected)

    assert (line.agency, dossier.status) == (there, Status.RETURNED)
