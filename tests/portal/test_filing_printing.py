"""“Điền trên máy rồi in”: what takes nothing on line is filled in here, printed, and told where to bring."""

import dataclasses
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.catalogue import content
from motcua.catalogue.models import Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.rows import content_of, with_everything
from motcua.common import kept
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from tests.catalogue.making import channel, paper
from tests.world import MARITAL, World

from .test_filing_budget import ANSWERS

POOR, COPY = "1.011607", "2.000815"  # level 2; level 1
DETAIL, PREPARE = f"/dich-vu-cong/{POOR}/", f"/nop-ho-so/{POOR}/"
PLACE = f"{PREPARE}noi-giai-quyet/"


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


@pytest.fixture
def draft(world: World) -> Dossier:
    answers = world.answers(POOR, world.an)
    return actions.start_draft(world.start(POOR), by=world.an, at=timezone.now() - timedelta(hours=1), answers=answers)


def said_again(code: str, **changes: object) -> None:
    """The version in force, published anew with something else in it."""
    old = content_of(with_everything(Version.objects.filter(procedure__code=code, in_force_to=None)).get())
    publish(code, dataclasses.replace(old, **changes), origin="person", at=timezone.now())  # type: ignore[arg-type]
    kept.forget()


def test_the_detail_page_offers_filling_in_and_the_blank_form(world: World) -> None:
    html = world.client().get(DETAIL).text

    assert re.search(rf'<a [^>]*href="{PREPARE}"[^>]*>\s*Điền trên máy rồi in', html)
    assert f'href="{DETAIL}mau-to-khai/"' in html
    assert f'href="{DETAIL}don-chung/"' in html
    assert "Nộp hồ sơ</a>" not in html


def test_level_one_only_informs(world: World) -> None:
    assert "Điền trên máy rồi in" not in world.client().get(f"/dich-vu-cong/{COPY}/").text


def test_a_level_two_procedure_without_a_form_offers_the_general_application(world: World) -> None:
    said_again(POOR, form_id=None)
    client = world.client()

    assert "Điền trên máy rồi in" in client.get(DETAIL).text
    assert client.get(f"{DETAIL}mau-to-khai/").status_code == 202
    assert client.get(f"{DETAIL}don-chung/").status_code == 200


def test_a_body_that_is_not_here_leaves_the_blank_form(world: World) -> None:
    said_again(POOR, body="")

    html = world.client().get(DETAIL).text

    assert "Điền trên máy rồi in" not in html
    assert f'href="{DETAIL}mau-to-khai/"' in html


def test_before_filling_in_it_says_that_paper_is_handed_in(world: World) -> None:
    html = world.client().get(PREPARE).text

    assert "Trước khi điền:" in html
    assert "Thủ tục này không nộp trên mạng" in html
    assert "Giấy đề nghị rà soát hộ nghèo" in html
    assert "Nộp tờ khai đã in tại quầy hoặc qua bưu chính" in html


def test_a_newcomer_goes_from_the_place_to_the_sheet(world: World, an: Client) -> None:
    html = an.get(PLACE).text
    assert "Mang tờ khai đến đâu?" in html
    begun = an.post(PLACE, dict(re.findall(r'name="(draft|xa|case)" value="([^"]*)"', html)))
    first = begun.headers["Location"]
    pk = first.split("/")[2]
    after = an.post(first, ANSWERS)
    while "/phan/" in after.headers["Location"]:
        after = an.post(after.headers["Location"], ANSWERS)
    assert after.headers["Location"] == f"/ban-nhap/{pk}/kiem-tra/"
    review = an.get(after.headers["Location"]).text
    assert "Kiểm tra lại trước khi in" in review
    assert ">Nộp hồ sơ<" not in review
    assert "Nơi nhận kết quả" not in review

    sheet = an.post(f"/ban-nhap/{pk}/kiem-tra/", {"consent": "1"}, follow=True)

    assert sheet.redirect_chain == [(f"/ban-nhap/{pk}/to-khai/", 302)]
    assert IssuedPaper.objects.get().said_typed in sheet.text
    for words in ("Trung tâm Phục vụ hành chính công xã Thanh Mỹ", "Giờ nhận:", "Căn cước của người nộp", "bưu chính"):
        assert words in sheet.text
    assert "Giấy đề nghị rà soát hộ nghèo" in sheet.text
    assert Dossier.objects.get().is_draft


def test_there_is_nothing_to_upload(an: Client, draft: Dossier) -> None:
    for answer in (an.get(f"/ban-nhap/{draft.pk}/giay-to/"), an.post(f"/ban-nhap/{draft.pk}/giay-to/", {})):
        assert answer.headers["Location"] == f"/ban-nhap/{draft.pk}/kiem-tra/"


@pytest.mark.parametrize("page", ["kiem-tra", "to-khai"])
def test_a_missing_answer_is_asked_for_before_anything_is_printed(
    world: World, an: Client, draft: Dossier, page: str
) -> None:
    actions.save_answers(draft, {"request": None}, by=world.an, at=timezone.now())

    refused = an.post(f"/ban-nhap/{draft.pk}/{page}/")

    assert refused.status_code == 422
    assert "Có 1 chỗ cần sửa" in refused.text
    assert "?review=1#request" in refused.text
    assert not IssuedPaper.objects.exists()


def test_the_sheet_is_made_before_it_is_shown(an: Client, draft: Dossier) -> None:
    assert an.get(f"/ban-nhap/{draft.pk}/to-khai/").headers["Location"] == f"/ban-nhap/{draft.pk}/kiem-tra/"


def test_the_list_says_printed_and_a_change_says_print_again(world: World, an: Client, draft: Dossier) -> None:
    assert "Đã in, mang đến quầy" not in an.get("/ho-so/").text
    an.post(f"/ban-nhap/{draft.pk}/kiem-tra/")

    listed = an.get("/ho-so/").text
    assert "Đã in, mang đến quầy" in listed
    assert f'href="/ban-nhap/{draft.pk}/to-khai/"' in listed
    actions.save_answers(draft, {"details": "Thêm"}, by=world.an, at=timezone.now())
    assert "Đã in, mang đến quầy" not in an.get("/ho-so/").text
    assert "Đã sửa sau khi làm tệp này" in an.get(f"/ban-nhap/{draft.pk}/to-khai/").text


def test_a_printed_draft_that_is_filed_on_line_is_listed_as_before(world: World, an: Client) -> None:
    online = world.draft(MARITAL)
    an.post(f"/ban-nhap/{online.pk}/to-khai/")

    assert "Đã in, mang đến quầy" not in an.get("/ho-so/").text


def version_shown(html: str) -> str:
    return re.search(r'name="version" value="([^"]+)"', html)[1]  # type: ignore[index]


def test_a_change_of_the_procedure_is_shown_and_gone_on_with(an: Client, draft: Dossier) -> None:
    an.post(f"/ban-nhap/{draft.pk}/kiem-tra/")
    case = content.Case(channels=(channel("counter", 9),), papers=(paper("Giấy tờ mới"),))
    said_again(POOR, cases=(case,))
    renew = f"/ban-nhap/{draft.pk}/quy-dinh-moi/"

    assert f'href="{renew}"' in an.get(f"/ban-nhap/{draft.pk}/to-khai/").text
    assert an.post(f"/ban-nhap/{draft.pk}/kiem-tra/").status_code == 422
    told = an.get(renew).text
    assert "Giấy tờ mới" in told
    assert "9 ngày làm việc" in told
    an.post(renew, {"version": version_shown(told)})
    assert an.post(f"/ban-nhap/{draft.pk}/kiem-tra/").status_code == 302


def test_once_it_is_filed_on_line_the_draft_goes_on_that_way(an: Client, draft: Dossier) -> None:
    case = content.Case(channels=(channel("online"), channel("counter")))
    said_again(POOR, level=3, files_online=True, service_class="mot_phan", cases=(case,))

    renew = f"/ban-nhap/{draft.pk}/quy-dinh-moi/"
    an.post(renew, {"version": version_shown(an.get(renew).text)})

    assert an.get(f"/ban-nhap/{draft.pk}/giay-to/").status_code == 200
    assert "Nộp hồ sơ" in an.get(f"/ban-nhap/{draft.pk}/kiem-tra/").text
