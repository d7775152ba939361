"""Acting on a dossier: the whole way of an on-line filing, and everything that stands in it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.desk.deeds import BESIDE, DEEDS
from motcua.dossiers import duties
from motcua.dossiers.lifecycle import LIFECYCLE, Action
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Delivery, Status
from tests.world import MONDAY, World, a_picture

from .conftest import page, text_of

RESULT: dict[str, Any] = {"number": "15/2026", "dated_on-day": "23", "dated_on-month": "11", "dated_on-year": "2026"}


def press(client: Client, dossier: Dossier, action: str, status: int = 302, **typed: Any) -> str:
    """Post an action; what the page behind it says."""
    response = client.post(reverse("desk:act", args=[dossier.code, action]), typed, follow=status == 302)
    if status == 302:
        assert [code for _address, code in response.redirect_chain] == [302], text_of(response.content.decode())
    else:
        assert response.status_code == status
    dossier.refresh_from_db()
    return text_of(response.content.decode())


def ask(client: Client, dossier: Dossier, action: str, status: int = 200) -> str:
    """The page of an action."""
    return page(client, reverse("desk:act", args=[dossier.code, action]), status)


def test_every_action_of_an_officer_has_its_row() -> None:
    officers = {"intake", "handler", "approver", "returner"}
    first = {Action.START_DRAFT, Action.DISCARD, Action.FILE}
    on_pages_of_their_own = {Action.SUPPLEMENT_FIRST, Action.SUPPLEMENT, Action.SETTLE_FIRST, Action.SETTLE}
    wanted = {move.action for move in LIFECYCLE if move.who & officers} - first - on_pages_of_their_own

    assert wanted <= set(DEEDS)
    assert set(DEEDS) - wanted == BESIDE


def test_the_whole_way_from_the_desk(world: World, chi: Client, dung: Client, ha: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())

    assert "Đã tiếp nhận hồ sơ" in press(chi, dossier, "accept")
    assert "Đã bắt đầu xử lý" in press(dung, dossier, "begin")
    assert "Đã ghi kết quả" in press(dung, dossier, "prepare_result", **RESULT, upload=a_picture("ket-qua.png"))
    assert "15/2026" in ask(dung, dossier, "hand_over")
    assert "Đã chuyển bước" in press(dung, dossier, "hand_over", note="Đủ giấy tờ")
    assert "15/2026" in ask(ha, dossier, "finish")
    assert "Đủ giấy tờ" in page(ha, reverse("desk:dossier", args=[dossier.code]))
    assert "Đã duyệt" in press(ha, dossier, "finish")
    world.settle_fees(dossier, timezone.now())
    assert "Người nhận đã ghi" in ask(chi, dossier, "return_result")
    assert "Người nhận: Nguyễn Thị An" in press(
        chi, dossier, "return_result", collector="Nguyễn  Thị An", collector_id="087 190 000 011", originals_seen="1"
    )
    assert dossier.status == Status.RETURNED


def test_refusing_needs_reason_and_ground_and_keeps_what_was_typed(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    said = press(chi, dossier, "refuse", 422, reason="Ảnh giấy chứng sinh mờ")

    assert "Có 1 chỗ cần sửa Ghi điều, khoản và số văn bản" in said
    assert "Ảnh giấy chứng sinh mờ" in said
    assert dossier.status == Status.FILED
    said = press(chi, dossier, "refuse", reason="Ảnh giấy chứng sinh mờ", ground="Luật Hộ tịch, điều 16")
    assert dossier.status == Status.REFUSED
    assert "Ảnh giấy chứng sinh mờ Căn cứ: Luật Hộ tịch, điều 16" in said


def test_a_handler_does_not_approve_what_they_prepared(world: World) -> None:
    dossier = world.dossier("hand_over", at=timezone.now())
    world.dung.roles.create(role="approver", agency=world.agency(), valid_from=timezone.localdate())
    dung = world.client(world.dung)

    assert "không tự duyệt" in page(dung, reverse("desk:dossier", args=[dossier.code]))
    assert "không tự duyệt" in ask(dung, dossier, "finish")
    assert "không tự duyệt" in press(dung, dossier, "finish", 422)
    assert dossier.status == Status.PROCESSING


def test_handing_over_without_a_result_says_what_is_missing(world: World, dung: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now())

    assert "Chưa có kết quả" in ask(dung, dossier, "hand_over")
    assert "Chưa có kết quả" in press(dung, dossier, "hand_over", 422)


def test_sending_back_says_why_and_the_handler_sees_it(world: World, dung: Client, ha: Client) -> None:
    dossier = world.dossier("hand_over", at=timezone.now())

    assert "Ghi lý do" in press(ha, dossier, "send_back", 422)
    press(ha, dossier, "send_back", reason="Sai ngày sinh của mẹ")
    assert dossier.stage == 1
    assert "Sai ngày sinh của mẹ" in page(dung, reverse("desk:dossier", args=[dossier.code]))
    assert "Đang có" not in ask(dung, dossier, "prepare_result")
    assert "01/KQ" in dung.get(reverse("desk:act", args=[dossier.code, "prepare_result"])).content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Ghi số của kết quả"),
        ({"number": "15/2026"}, "Ghi ngày của kết quả"),
        (RESULT, "Tải tệp kết quả lên, hoặc ghi vì sao không có tệp"),
        (RESULT | {"dated_on-day": "31"}, "Tháng 11 năm 2026 chỉ có 30 ngày"),
    ],
)
def test_a_result_needs_number_date_and_file_or_reason(
    world: World, dung: Client, typed: dict[str, Any], told: str
) -> None:
    dossier = world.dossier("begin", at=timezone.now())

    assert told in press(dung, dossier, "prepare_result", 422, **typed)
    assert not dossier.has_result()


def test_a_result_of_the_wrong_type_is_refused_in_words(world: World, dung: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now())
    upload = SimpleUploadedFile("ket-qua.docx", b"PK\x03\x04 no picture")
    said = press(dung, dossier, "prepare_result", 422, **RESULT, upload=upload)

    assert "Chỉ nhận PDF, JPEG, PNG" in said
    assert "chọn lại: trình duyệt không giữ tệp" in said


def test_a_result_on_paper_says_why_there_is_no_file(world: World, dung: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now())
    said = press(dung, dossier, "prepare_result", **RESULT, no_file_reason="Bản giấy trao tại quầy")

    assert "Không có tệp: Bản giấy trao tại quầy" in said


def test_without_a_usable_term_accepting_asks_for_one(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    Dossier.objects.filter(pk=dossier.pk).update(term_unit="", term_amount=None)

    assert "Thủ tục không ghi thời hạn" in ask(chi, dossier, "accept")
    assert "Có 2 chỗ cần sửa" in press(chi, dossier, "accept", 422, term_amount="5")
    press(chi, dossier, "accept", term_amount="5", term_unit="working_day", term_ground="QĐ 12/2026 của xã")
    assert (dossier.term_amount, dossier.term_ground) == (5, "QĐ 12/2026 của xã")
    assert dossier.due_at is not None


def test_no_date_is_a_term_of_its_own(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    Dossier.objects.filter(pk=dossier.pk).update(term_unit="", term_amount=None)
    press(chi, dossier, "accept", term_unit="no_date", term_ground="Luật không ghi thời hạn")

    assert (dossier.status, dossier.due_at) == (Status.ACCEPTED, None)


def test_who_comes_too_late_is_told_what_happened(world: World, chi: Client) -> None:
    dossier = world.dossier("accept", at=timezone.now() - timedelta(minutes=5))

    for said in (press(chi, dossier, "accept", 409), ask(chi, dossier, "refuse", 409)):
        assert "Hồ sơ đã chuyển bước" in said
        assert "Được tiếp nhận" in said
        assert "Lê Thị Chi" in said
    assert dossier.history.count() == 2


def test_two_presses_accept_once(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    press(chi, dossier, "accept")
    press(chi, dossier, "accept", 409)

    assert dossier.history.filter(action="accept").count() == 1


def test_by_post_the_number_of_the_letter_is_asked(world: World, chi: Client) -> None:
    dossier = world.dossier("finish", at=timezone.now())
    Dossier.objects.filter(pk=dossier.pk).update(delivery=Delivery.POST, delivery_address="Ấp 1, xã Thanh Mỹ")

    world.settle_fees(dossier, timezone.now())
    assert "Ấp 1, xã Thanh Mỹ" in ask(chi, dossier, "return_result")
    assert "Ghi số hiệu bưu gửi" in press(chi, dossier, "return_result", 422)
    assert "EA123456789VN" in press(chi, dossier, "return_result", post_number="EA123456789VN")


def test_at_the_counter_a_collector_is_named(world: World, chi: Client) -> None:
    dossier = world.dossier("finish", at=timezone.now())

    assert "Ghi họ tên người đến nhận" in press(chi, dossier, "return_result", 422)
    assert "Số định danh có 12 chữ số" in press(
        chi, dossier, "return_result", 422, collector="An", collector_id="0871900"
    )


def test_an_action_that_does_not_exist_is_not_there(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())

    assert chi.get(reverse("desk:act", args=[dossier.code, "start_draft"])).status_code == 404


def test_a_date_that_was_typed_or_proposed_waits_in_its_three_boxes(world: World, ha: Client) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    duties.run("overdue", at=MONDAY + timedelta(days=14))

    html = ha.get(f"/can-bo/ho-so/{dossier.code}/apologise/").content.decode()

    assert re.search(r'name="expected_on-day"[^>]*value="27"', html)
    assert re.search(r'name="expected_on-year"[^>]*value="2026"', html)


def test_a_reason_that_the_slip_cannot_show_is_refused_and_kept(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    typed = {"reason": "Thiếu trang 𒀀", "ground": "Điều 16"}

    answer = chi.post(f"/can-bo/ho-so/{dossier.code}/refuse/", typed)

    assert answer.status_code == 422
    assert "Ký tự “𒀀” không in được trên giấy" in answer.text
    assert "Thiếu trang 𒀀" in answer.text
    assert "Điều 16" in answer.text
    assert not dossier.history.filter(action="refuse").exists()
