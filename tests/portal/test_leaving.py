"""Taking a dossier back, filing again, complaining."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.common.ids import new_id
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from tests.world import World


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def said(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("last", "warning", "status", "after"),
    [
        ("file", "ngừng làm ngay", Status.STOPPED, "Đã rút hồ sơ."),
        ("begin", "trả lời trong 8 giờ làm việc", Status.WITHDRAWING, "Đã gửi yêu cầu rút"),
    ],
)
def test_what_follows_is_said_before_it_is_done(
    world: World, an: Client, last: str, warning: str, status: Status, after: str
) -> None:
    dossier = world.dossier(last, at=timezone.now() - timedelta(minutes=10))
    assert "Rút hồ sơ" in said(an, f"/ho-so/{dossier.code}/")
    assert warning in said(an, f"/ho-so/{dossier.code}/rut/")

    answer = an.post(f"/ho-so/{dossier.code}/rut/", {"reason": "Không cần nữa"}, follow=True)

    assert after in answer.content.decode()
    assert Dossier.objects.get().status == status
    assert "Không cần nữa" in answer.content.decode()


def test_what_is_over_is_not_withdrawn(world: World, an: Client) -> None:
    dossier = world.dossier("finish", at=timezone.now() - timedelta(minutes=10))

    assert an.get(f"/ho-so/{dossier.code}/rut/").status_code == 302
    answer = an.post(f"/ho-so/{dossier.code}/rut/", follow=True)
    assert "nên chưa rút" in answer.content.decode()


def test_filing_again_begins_one_draft_with_the_reasons_beside(world: World, an: Client) -> None:
    old = world.dossier("refuse", at=timezone.now() - timedelta(minutes=10))
    page = said(an, f"/ho-so/{old.code}/nop-lai/")
    token = page.split('name="draft" value="')[1].split('"')[0]

    for _ in range(2):
        answer = an.post(f"/ho-so/{old.code}/nop-lai/", {"draft": token})
    draft = Dossier.objects.get(status=Status.DRAFT)

    assert answer.headers["Location"] == f"/ban-nhap/{draft.pk}/phan/1/"
    assert str(draft.pk) == token
    assert "Lần trước không được nhận: Ảnh mờ. Chụp lại" in said(an, f"/ban-nhap/{draft.pk}/phan/1/")
    assert "Lần trước không được nhận" in said(an, f"/ban-nhap/{draft.pk}/giay-to/")


def test_only_what_ended_is_filed_again(world: World, an: Client) -> None:
    dossier = world.dossier("begin", at=timezone.now() - timedelta(minutes=10))

    assert an.get(f"/ho-so/{dossier.code}/nop-lai/").status_code == 404
    assert an.post(f"/ho-so/{dossier.code}/nop-lai/", {"draft": str(new_id())}).status_code == 404


def test_the_letter_is_filled_with_the_case_and_in_vietnamese(world: World, an: Client) -> None:
    dossier = world.dossier("refuse", at=timezone.now() - timedelta(minutes=10))
    page = said(an, f"/ho-so/{dossier.code}/")
    assert "Không đồng ý thì làm gì?" in page
    assert "chưa đối chiếu với văn bản" in page
    an.cookies["django_language"] = "en"

    letter = said(an, f"/ho-so/{dossier.code}/khieu-nai/")

    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nguyễn Thị An",
        str(dossier.code),
        "Ảnh mờ. Chụp lại",
        "điều 16",
    ):
        assert words in letter


def test_without_a_grievance_there_is_no_letter(world: World, an: Client) -> None:
    dossier = world.dossier("accept", at=timezone.now() - timedelta(minutes=10))

    assert an.get(f"/ho-so/{dossier.code}/khieu-nai/").status_code == 404


def test_a_reason_that_the_slip_cannot_show_is_told_and_kept(world: World, an: Client) -> None:
    dossier = world.dossier("file", at=timezone.now() - timedelta(minutes=10))

    answer = an.post(f"/ho-so/{dossier.code}/rut/", {"reason": "Không cần 𒀀"})

    assert answer.status_code == 422
    assert answer.text.count("Ký tự “𒀀” không in được trên giấy") == 2
    assert "Không cần 𒀀" in answer.text
    assert Dossier.objects.get().status == Status.FILED
