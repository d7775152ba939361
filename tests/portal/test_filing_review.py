"""Looking everything over and handing in: once, whatever is pressed."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, HistoryLine
from tests.world import BIRTH, MARITAL, MONDAY, World

NEVER = "01990000-0000-7000-8000-000000000000"


@pytest.fixture
def draft(world: World) -> Dossier:
    return world.draft(BIRTH)


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def page(draft: Dossier) -> str:
    return f"/ban-nhap/{draft.pk}/kiem-tra/"


class TestReview:
    def test_shows_every_answer_with_a_way_to_change_it(self, an: Client, draft: Dossier) -> None:
        html = an.get(page(draft)).content.decode()

        assert "Kiểm tra lại trước khi nộp" in html
        assert "Nguyễn Thị An" in html
        assert f'href="/ban-nhap/{draft.pk}/phan/2/?review=1#child_name"' in html
        assert 'Sửa<span class="govuk-visually-hidden"> Họ, chữ đệm, tên, Người được khai sinh</span>' in html

    def test_shows_papers_fee_way_of_the_result_and_the_promise(self, an: Client, draft: Dossier) -> None:
        html = an.get(page(draft)).content.decode()

        assert "giay-to.png (1\u00a0kB)" in html
        assert "Lệ phí: miễn phí" in html
        assert "Tại quầy nơi tiếp nhận" in html
        assert re.search(
            r"Nếu hồ sơ hợp lệ: tiếp nhận chậm nhất <time datetime=\"[^\"]+\">[^<]+</time>, "
            r"có kết quả chậm nhất <time datetime=\"[^\"]+\">[^<]+</time>",
            html,
        )

    def test_names_what_is_still_missing_and_where_to_put_it_right(self, an: Client, world: World) -> None:
        empty = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY, answers={})

        html = an.get(page(empty)).content.decode()

        assert f'<a href="/ban-nhap/{empty.pk}/phan/2/?review=1#child_name">Ghi họ, chữ đệm, tên của trẻ</a>' in html
        assert f'<a href="/ban-nhap/{empty.pk}/giay-to/#paper-1">Còn thiếu Giấy chứng sinh</a>' in html

    def test_what_was_left_empty_is_one_line(self, an: Client, world: World) -> None:
        answers = {
            name: answer for name, answer in world.answers(BIRTH, world.an).items() if not name.startswith("father")
        }
        draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY, answers=answers)

        html = an.get(page(draft)).content.decode()

        assert "Họ, chữ đệm, tên · Năm sinh · Dân tộc" in html


class TestFiling:
    def test_leads_to_the_confirmation(self, an: Client, draft: Dossier) -> None:
        response = an.post(page(draft), {"consent": "1"})

        draft.refresh_from_db()
        assert draft.status == 1
        assert response.headers["Location"] == f"/ho-so/{draft.code}/da-nop/"

    def test_needs_the_box_to_be_ticked(self, an: Client, draft: Dossier) -> None:
        response = an.post(page(draft), {})

        assert response.status_code == 422
        assert '<a href="#consent">Đánh dấu vào ô cam đoan</a>' in response.content.decode()
        draft.refresh_from_db()
        assert draft.is_draft

    def test_pressing_again_or_going_back_and_pressing_files_one(self, an: Client, draft: Dossier) -> None:
        first = an.post(page(draft), {"consent": "1"})
        again = an.post(page(draft), {"consent": "1"})

        assert again.headers["Location"] == first.headers["Location"]
        assert Dossier.objects.exclude(code=None).count() == 1
        assert HistoryLine.objects.count() == 1

    def test_every_page_of_the_draft_then_leads_to_the_confirmation(self, an: Client, draft: Dossier) -> None:
        filed = an.post(page(draft), {"consent": "1"}).headers["Location"]

        for address in ("phan/1/", "giay-to/", "kiem-tra/", "xoa/"):
            assert an.get(f"/ban-nhap/{draft.pk}/{address}").headers["Location"] == filed
            assert an.post(f"/ban-nhap/{draft.pk}/{address}").headers["Location"] == filed

    def test_what_is_missing_is_told_and_nothing_is_filed(self, an: Client, world: World) -> None:
        empty = actions.start_draft(world.start(MARITAL), by=world.an, at=MONDAY, answers={})

        response = an.post(page(empty), {"consent": "1"})

        assert response.status_code == 422
        assert "Ghi họ và tên người nộp" in response.content.decode()
        empty.refresh_from_db()
        assert empty.is_draft

    def test_a_card_of_nine_digits_is_asked_for_the_twelve(self, an: Client, draft: Dossier, world: World) -> None:
        world.an.id_number, world.an.verified_at = "331234567", None
        world.an.save()

        response = an.post(page(draft), {"consent": "1"})

        assert response.status_code == 422
        assert '<a href="/tai-khoan/">Chứng minh nhân dân 9 số' in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_file_one_dossier(world: World) -> None:
    draft, answers = world.draft(BIRTH), []

    def press() -> None:
        answers.append(world.client(world.an).post(page(draft), {"consent": "1"}).headers["Location"])
        connection.close()

    presses = [threading.Thread(target=press) for _count in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()

    draft.refresh_from_db()
    assert answers == [f"/ho-so/{draft.code}/da-nop/"] * 2
    assert HistoryLine.objects.count() == 1


class TestStranger:
    @pytest.mark.parametrize("address", ["phan/1/", "giay-to/", "kiem-tra/", "xoa/", f"tep/{NEVER}/"])
    def test_another_s_draft_is_not_there(self, world: World, draft: Dossier, address: str) -> None:
        url = f"/ban-nhap/{draft.pk}/{address}"

        assert world.client(world.binh).get(url).status_code == 404
        assert world.client(world.binh).post(url, {"consent": "1"}).status_code in {404, 405}
        assert "/dang-nhap/" in world.client().get(url).headers["Location"]
        assert "/dang-nhap/" in world.client(world.giang).get(url).headers["Location"]
        draft.refresh_from_db()
        assert draft.is_draft

    def test_a_file_of_another_s_draft_is_not_there(self, world: World, draft: Dossier) -> None:
        stored = draft.attachments.all()[0].file_id

        own = world.client(world.an).get(f"/ban-nhap/{draft.pk}/tep/{stored}/")

        assert b"".join(own.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]
        assert world.client(world.binh).get(f"/ban-nhap/{draft.pk}/tep/{stored}/").status_code == 404
        assert world.client(world.an).get(f"/ban-nhap/{draft.pk}/tep/{NEVER}/").status_code == 404
