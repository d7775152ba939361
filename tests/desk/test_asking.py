"""Tick and reason: what is missing, chosen or written, seen as the person will read it, kept as a draft."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import DeskDraft, Dossier
from motcua.dossiers.states import ItemKind, Status
from tests.world import World

from .conftest import page, text_of

TICKED = {"tick-other": "1", "subject-other": "Ảnh căn cước", "reason-other": "Ảnh mờ. Chụp lại"}


@pytest.fixture
def dossier(world: World) -> Dossier:
    return world.dossier("begin", at=timezone.now())


def press(client: Client, dossier: Dossier, status: int, action: str = "ask_supplement", **typed: Any) -> str:
    response = client.post(f"/can-bo/ho-so/{dossier.code}/{action}/", typed, follow=status == 200)
    assert response.status_code == status
    return text_of(response.content.decode())


def test_the_officer_reads_what_the_person_will_read_before_it_is_sent(dung: Client, dossier: Dossier) -> None:
    looked = press(dung, dossier, 200, **TICKED, look="1")
    assert "Người nộp sẽ đọc như thế này" in looked
    assert "Ảnh mờ. Chụp lại" in looked
    assert "từ lúc gửi yêu cầu, ngày hẹn tạm dừng" in looked
    assert Dossier.objects.get().status == Status.PROCESSING

    assert "Đã gửi yêu cầu bổ sung" in press(dung, dossier, 200, **TICKED, send="1")
    assert Dossier.objects.get().status == Status.SUPPLEMENT
    assert not DeskDraft.objects.exists()


def test_nothing_ticked_and_no_reason_are_told_beside_their_place(dung: Client, dossier: Dossier) -> None:
    assert "Chọn ít nhất một giấy tờ" in press(dung, dossier, 422, send="1")
    assert "Ghi lý do: thiếu gì" in press(dung, dossier, 422, **(TICKED | {"reason-other": ""}), send="1")
    assert "Ghi cần bổ sung việc gì" in press(dung, dossier, 422, **(TICKED | {"subject-other": ""}), send="1")


def test_what_was_typed_waits_for_the_officer(dung: Client, ha: Client, dossier: Dossier) -> None:
    assert "Đã lưu nháp" in press(dung, dossier, 200, **TICKED, save="1")

    html = dung.get(f"/can-bo/ho-so/{dossier.code}/ask_supplement/").content.decode()
    assert "Ảnh mờ. Chụp lại" in html
    assert "Nháp đã lưu lúc" in html
    assert "Ảnh mờ. Chụp lại" not in ha.get(f"/can-bo/ho-so/{dossier.code}/ask_supplement/").content.decode()


def test_a_reason_given_once_offers_itself_again(world: World, dung: Client, chi: Client, dossier: Dossier) -> None:
    paper = world.page().cases[0].papers[0]
    item = actions.Item(ItemKind.PAPER, paper.name, "Thiếu trang sau", "Điều 16", paper_id=paper.id, short="thiếu sau")
    other = world.dossier("file", at=timezone.now())
    actions.ask_supplement(other, [item], by=world.chi, at=timezone.now())
    html = dung.get(f"/can-bo/ho-so/{dossier.code}/ask_supplement/").content.decode()
    assert "thiếu sau" in html
    known = html.split('<option value="')[2].split('"')[0]

    looked = press(dung, dossier, 200, **{"tick-p0": "1", "known-p0": known}, look="1")
    assert "Thiếu trang sau" in looked
    assert "Điều 16" in looked


def test_every_other_act_keeps_a_draft_too(ha: Client, dossier: Dossier) -> None:
    press(ha, dossier, 200, action="stop", reason="Trùng hồ sơ", ground="", save="1")
    assert "Trùng hồ sơ" in ha.get(f"/can-bo/ho-so/{dossier.code}/stop/").content.decode()

    press(ha, dossier, 200, action="stop", reason="Trùng hồ sơ", ground="Điều 3")
    assert not DeskDraft.objects.exists()
    assert "Dừng xử lý" in page(ha, f"/can-bo/ho-so/{dossier.code}/")


def test_a_draft_that_a_duty_made_is_offered_as_such(world: World, ha: Client, dossier: Dossier) -> None:
    typed = {"days": "3", "reason": "Cần xác minh"}
    actions.keep_typed(dossier, "extend", typed, by=None, at=timezone.now())

    said = page(ha, f"/can-bo/ho-so/{dossier.code}/extend/")
    assert "Nháp máy soạn sẵn" in said
    assert "Ngày hẹn" in said


@pytest.mark.parametrize("name", ["subject-other", "reason-other", "ground-other"])
def test_what_the_slip_cannot_show_is_told_beside_its_field(dung: Client, dossier: Dossier, name: str) -> None:
    html = dung.post(f"/can-bo/ho-so/{dossier.code}/ask_supplement/", TICKED | {name: "Ảnh 𒀀", "look": "1"}).text

    assert f'href="#{name}"' in html
    assert html.count("Ký tự “𒀀” không in được trên giấy") == 2
    assert "Ảnh 𒀀" in html
