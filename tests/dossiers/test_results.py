"""Results from templates: filled from the answers, numbered when agreed to, drawn, signed, handed over, replaced."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.documents import letterheads, trying
from motcua.documents.letterheads import Look
from motcua.documents.models import IssuedPaper, PaperState
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier, Result
from motcua.dossiers.results import TEMPLATES, body_of, is_open, known_values, templates_for
from motcua.dossiers.results.templates import BIRTH_EXTRACT, CERTIFIED_COPY, RESIDENCE
from motcua.dossiers.states import Delivery, Status
from motcua.eforms import queries as eforms
from tests.world import BIRTH, MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)
EXTRACT = "2.000635"
OWN = {
    "registered_at": "UBND xã Thanh Mỹ",
    "registered_number": "15, quyển 01/2026",
    "registered_on": "02/11/2026",
}


def filled(world: World, dossier: Dossier, **changed: str) -> actions.Prepared:
    values = {key: value for key, value in known_values(BIRTH_EXTRACT, dossier).items() if value}
    return actions.Prepared(template="birth_extract", values=values | OWN | changed)


def prepared(world: World, code: str = BIRTH) -> Dossier:
    dossier = world.dossier("begin", code=code)
    actions.prepare_result(dossier, filled(world, dossier), by=world.dung, at=LATER)
    if draft := dossier.result_drafts.first():
        actions.answer_draft(draft, actions.DraftAnswer(right=True), by=world.an, at=LATER)
    return dossier


def finished(world: World) -> tuple[Dossier, Any]:
    dossier = prepared(world)
    actions.hand_over(dossier, by=world.dung, at=LATER)
    return dossier, actions.finish(dossier, by=world.ha, at=LATER)


def handed(world: World, dossier: Dossier) -> None:
    world.settle_fees(dossier, LATER)
    collected = actions.Collected("An", world.an.id_number, originals_seen=True)
    actions.return_result(dossier, by=world.chi, at=LATER, collected=collected)


def test_three_templates_are_shipped_as_samples_and_read_questions_that_exist(world: World) -> None:
    assert set(TEMPLATES.values()) == {BIRTH_EXTRACT, RESIDENCE, CERTIFIED_COPY}
    questions = set(eforms.form(world.page(BIRTH).form_version_id).questions)
    general = set(eforms.form(world.page(EXTRACT).form_version_id).questions)
    for template in TEMPLATES.values():
        assert template.sample
        assert len({slot.key for slot in template.slots}) == len(template.slots)
        sources = {source for slot in template.slots for source in slot.sources if "." not in source}
        assert sources <= questions | general
        for procedure in template.procedures:
            assert templates_for(procedure) == [template]


def test_what_was_declared_fills_the_template_and_only_the_office_s_part_is_open(world: World) -> None:
    dossier = world.dossier("begin", code=BIRTH)
    known = known_values(BIRTH_EXTRACT, dossier)

    assert known["name"] == dossier.parties.get(role="owner").name
    assert known["birth_on"]
    open_keys = {slot.key for slot in BIRTH_EXTRACT.slots if is_open(slot, known, frozenset())}
    assert set(OWN) <= open_keys
    assert "name" not in open_keys
    assert is_open(BIRTH_EXTRACT.slots[0], known, frozenset({"name"}))


def test_a_heading_without_a_row_is_left_out() -> None:
    blocks = body_of(BIRTH_EXTRACT, {"name": "Trần An"})

    assert [one["text"] for one in blocks if one["type"] == "heading"] == ["Người được khai sinh"]
    assert [one["rows"] for one in blocks if one["type"] == "rows"] == [[["Họ, chữ đệm, tên", "Trần An"]]]


def test_it_gets_its_number_when_it_is_agreed_to_and_its_file_when_it_is_drawn(world: World) -> None:
    dossier, line = finished(world)
    result = Result.objects.get(dossier=dossier)
    assert (result.number, result.file) == ("1/TLKS-BS", None)

    actions.draw_papers_of(line.pk, at=LATER)

    result.refresh_from_db()
    assert result.file is not None
    assert queries.citizens_file(dossier, result.file.pk) is None
    assert "result" not in {one.kind for one in queries.papers_of(dossier, internal=False)}
    paper = IssuedPaper.objects.get(kind="result")
    assert result.file == paper.file
    assert (paper.name, paper.said_number) == ("Trích lục khai sinh (bản sao)", "1/TLKS-BS")
    assert len([field for one in paper.data["signatures"] for field in one["fields"]]) == 2
    handed(world, dossier)
    assert dossier.status == Status.RETURNED
    assert queries.citizens_file(dossier, result.file.pk) == result.file


def test_nothing_is_handed_over_unsigned(world: World, settings: Any, tmp_path: Any) -> None:
    settings.SIGNING_KEYS = str(tmp_path)
    dossier, line = finished(world)
    actions.draw_papers_of(line.pk, at=LATER)

    with pytest.raises(actions.Blocked, match="Chưa trao được kết quả: Chưa có khóa ký số"):
        handed(world, dossier)
    sheet = queries.sheet_of(dossier)
    assert sheet is not None
    assert sheet.waits_for.startswith("Chưa có khóa ký số")


def test_an_undone_finish_voids_the_paper_and_the_next_one_has_the_next_number(world: World) -> None:
    dossier, line = finished(world)
    actions.draw_papers_of(line.pk, at=LATER)
    actions.undo_finish(dossier, by=second_head(world), at=LATER, reason="Sai nơi sinh")

    assert IssuedPaper.objects.get(kind="result").state is PaperState.REVOKED
    result = Result.objects.get(dossier=dossier)
    assert (result.number, result.file) == ("", None)
    actions.finish(dossier, by=world.chi, at=LATER)
    assert Result.objects.get(dossier=dossier).number == "2/TLKS-BS"


def second_head(world: World) -> Any:
    """Nobody reverses what they did themselves."""
    world.ha.roles.filter(role="approver").update(account=world.chi)
    return world.chi


def test_a_replaced_result_is_out_of_force_at_once_and_the_new_one_names_it(world: World) -> None:
    dossier, line = finished(world)
    actions.draw_papers_of(line.pk, at=LATER)
    handed(world, dossier)
    old = IssuedPaper.objects.get(kind="result")

    newer = filled(world, dossier, birth_place="Trạm Y tế xã Thanh Mỹ")
    actions.replace_result(dossier, newer, by=world.ha, at=LATER, reason="Sai nơi sinh")

    old.refresh_from_db()
    assert old.state is PaperState.SUPERSEDED
    new = IssuedPaper.objects.get(kind="result", superseded_at=None)
    assert new.replaces == old
    assert Result.objects.get(dossier=dossier).number == "2/TLKS-BS"


def test_an_uploaded_result_gets_a_return_slip_by_which_its_file_is_known(world: World) -> None:
    dossier = world.dossier("finish")
    for paper in IssuedPaper.objects.filter(tie__dossier=dossier, file=None):
        actions.draw_paper(paper.pk, at=LATER)

    slip = IssuedPaper.objects.get(kind="return")
    assert slip.state is PaperState.VALID
    assert slip.said_number == "1/TKQ"
    assert not IssuedPaper.objects.filter(kind="result").exists()
    checked = queries.checked_paper(slip.token)
    assert checked is not None


def test_a_result_that_says_what_is_no_longer_declared_goes_no_further(world: World) -> None:
    dossier = prepared(world)
    revision = dossier.revisions.get()
    revision.answers = revision.answers | {"child_home_town": "Xã Phú Điền, tỉnh Đồng Tháp"}
    revision.save()

    with pytest.raises(actions.Blocked, match="Điều đã khai đã đổi"):
        actions.hand_over(dossier, by=world.dung, at=LATER)


def test_a_refusal_leaves_no_result_that_was_only_prepared(world: World) -> None:
    dossier = prepared(world)

    actions.finish_refused(dossier, by=world.ha, at=LATER, reason="Không đủ điều kiện", ground="Luật Hộ tịch")

    assert not Result.objects.exists()


def test_replacing_puts_every_older_answer_out_of_force_even_one_that_was_issued_anew(world: World) -> None:
    dossier = world.dossier("begin", code=BIRTH)
    line = actions.finish_refused(dossier, by=world.ha, at=LATER, reason="Không đủ điều kiện", ground="Luật Hộ tịch")
    actions.draw_papers_of(line.pk, at=LATER)
    handed(world, dossier)
    old = IssuedPaper.objects.get(kind="03")
    newer = actions.replace_paper(old, by=world.ha, at=LATER, reason="Ghi sai căn cứ pháp lý")
    actions.revoke_paper(newer, by=world.ha, at=LATER, reason="Chưa có khóa để ký")

    actions.replace_result(dossier, filled(world, dossier), by=world.ha, at=LATER, reason="Đủ điều kiện")

    old.refresh_from_db()
    assert old.state is PaperState.SUPERSEDED
    assert IssuedPaper.objects.get(kind="result").replaces is not None


def test_what_is_signed_by_hand_is_not_drawn_for_who_collects_on_line(world: World) -> None:
    made = letterheads.save(world.agency(), "", Look(by_hand=True), at=MONDAY)
    trying.try_out(made.pk, at=MONDAY)
    dossier = world.dossier("begin", code=BIRTH)
    Dossier.objects.filter(pk=dossier.pk).update(delivery=Delivery.ONLINE)

    with pytest.raises(actions.Blocked, match="tải bản quét có chữ ký"):
        actions.prepare_result(dossier, filled(world, dossier), by=world.dung, at=LATER)
