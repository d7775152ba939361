"""A supplement in two sittings: nothing leaves before it is sent, and it is sent once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import ItemKind, Status
from tests.world import World, a_picture


@pytest.fixture
def asked(world: World) -> Dossier:
    at = timezone.now() - timedelta(minutes=30)
    dossier = world.dossier("begin", at=at)
    items = [
        actions.Item(ItemKind.OTHER, "Ảnh căn cước", "Ảnh mờ. Chụp lại", "Luật Hộ tịch, điều 16"),
        actions.Item(ItemKind.ANSWER, "Nội dung đề nghị", "Ghi rõ để làm gì", question="request"),
    ]
    actions.ask_supplement(dossier, items, by=world.dung, at=at + timedelta(minutes=10))
    return dossier


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def html(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_the_dossier_says_whose_turn_it_is_and_what_is_left(an: Client, asked: Dossier) -> None:
    said = html(an, f"/ho-so/{asked.code}/")

    assert "Đang chờ ông/bà: bổ sung 2 thứ" in said
    assert "ngày làm việc kể từ khi ông/bà gửi" in said
    assert "Ảnh mờ. Chụp lại" in said
    assert f"/ho-so/{asked.code}/bo-sung/" in said


def test_two_sittings_and_one_press(world: World, an: Client, asked: Dossier) -> None:
    base = f"/ho-so/{asked.code}/bo-sung/"
    assert "Chưa trả lời" in html(an, base)
    first = an.post(f"{base}1/", {"words": "", "files": a_picture("moi.png")})
    assert first.headers["Location"] == base
    listed = html(an, base)
    assert listed.count("Đã trả lời, chưa gửi") == 1
    assert "Gửi bổ sung" not in listed
    assert "moi.png" in html(an, f"{base}1/")
    officer = world.client(world.dung)
    assert "moi.png" not in html(officer, f"/can-bo/ho-so/{asked.code}/")

    an.post(f"{base}2/", {"request": "Làm thủ tục vay vốn", "words": ""})
    assert "Gửi bổ sung" in html(an, base)
    assert an.post(base).status_code == 302
    assert an.post(base).status_code == 302

    assert Dossier.objects.get().status == Status.PROCESSING
    assert asked.history.filter(action="supplement").count() == 1
    back = html(officer, f"/can-bo/ho-so/{asked.code}/")
    assert "Vừa bổ sung" in back
    assert "moi.png" in back
    assert "<ins>Làm thủ tục vay vốn</ins>" in back


def test_a_refused_file_and_a_wrong_answer_keep_the_rest(an: Client, asked: Dossier) -> None:
    base = f"/ho-so/{asked.code}/bo-sung/"
    from_browser = an.post(f"{base}1/", {"words": "Không có ảnh khác", "files": _word()})
    assert from_browser.status_code == 422
    said = from_browser.content.decode()
    assert "Chỉ nhận PDF, JPEG, PNG" in said
    assert "Không có ảnh khác" in said

    wrong = an.post(f"{base}2/", {"request": "", "words": "Đã ghi ở trên"})
    assert wrong.status_code == 422
    assert "Đã ghi ở trên" in wrong.content.decode()


def _word() -> SimpleUploadedFile:
    return SimpleUploadedFile("don.docx", b"PK\x03\x04 a document of a word processor", content_type="application/zip")


def test_a_file_can_be_taken_out_again(an: Client, asked: Dossier) -> None:
    base = f"/ho-so/{asked.code}/bo-sung/"
    an.post(f"{base}1/", {"words": "", "files": a_picture("moi.png")})
    gone = str(asked.requests.get().items.all()[0].attachments.get().file_id)

    answered = an.post(f"{base}1/", {"words": "", "remove": gone})
    assert answered.headers["Location"] == f"{base}1/"
    assert "moi.png" not in html(an, f"{base}1/")


def test_sending_with_a_gap_says_what_is_missing(an: Client, asked: Dossier) -> None:
    response = an.post(f"/ho-so/{asked.code}/bo-sung/")

    assert response.status_code == 422
    assert "Chưa trả lời: Ảnh căn cước" in response.content.decode()


def test_where_nothing_is_asked_there_is_nothing_to_send(world: World, an: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now())

    assert an.get(f"/ho-so/{dossier.code}/bo-sung/").headers["Location"] == f"/ho-so/{dossier.code}/"
    assert html(an, f"/ho-so/{dossier.code}/bo-sung/1/", 404)
    assert an.post(f"/ho-so/{dossier.code}/bo-sung/").status_code == 302


def test_a_neighbour_finds_no_such_page(world: World, asked: Dossier) -> None:
    client = world.client(world.binh)

    for path in ("bo-sung/", "bo-sung/1/", "rut/", "nop-lai/", "khieu-nai/"):
        assert client.get(f"/ho-so/{asked.code}/{path}").status_code == 404
        assert client.post(f"/ho-so/{asked.code}/{path}").status_code in {404, 405}


def test_words_that_no_paper_shows_are_told_and_the_ones_before_stay(an: Client, asked: Dossier) -> None:
    base = f"/ho-so/{asked.code}/bo-sung/"
    an.post(f"{base}1/", {"words": "Không có ảnh khác"})

    answer = an.post(f"{base}1/", {"words": "Không có 𒀀"})

    assert answer.status_code == 422
    assert answer.text.count("Ký tự “𒀀” không in được trên giấy") == 2
    assert "Không có 𒀀" in answer.text
    assert "Không có ảnh khác" in html(an, f"{base}1/")
