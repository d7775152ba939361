"""“Ai giải quyết cho tôi” on the page of a procedure: a place by any name, who receives and who resolves there."""

import html
import re

import pytest
from django.test import Client

from motcua.agencies.models import Agency
from motcua.agencies.tables import FormerFact, write_former_units
from motcua.catalogue.publishing import publish
from tests.catalogue.making import NOON, said
from tests.world import BIRTH, World

pytestmark = pytest.mark.django_db
PAGE = f"/dich-vu-cong/{BIRTH}/"
POLICE = "/dich-vu-cong/1.004194/"
PHONE = "02773000000"


def answer(client: Client, typed: str, page: str = PAGE, **more: str) -> str:
    found = client.get(page, {"noi": typed, **more}).text
    part = found.partition('id="ai-giai-quyet"')[2].partition("<h2")[0]
    return html.unescape(part)


def text_of(part: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_without_a_place_the_page_only_asks(client: Client, world: World) -> None:
    part = answer(client, "")

    assert 'name="noi"' in part
    assert "Nộp tại" not in part


@pytest.mark.parametrize("typed", ["xã Phú Điền, huyện Tháp Mười", "phu dien thap muoi", "30073"])
def test_an_old_name_is_answered_with_todays_desk_and_body(client: Client, world: World, typed: str) -> None:
    part = answer(client, typed)

    assert "Nộp tại Trung tâm Phục vụ hành chính công xã Thanh Mỹ" in text_of(part)
    assert "Nơi giải quyết Ủy ban nhân dân xã Thanh Mỹ" in text_of(part)
    assert 'href="/co-quan/H20.X30073.TT/"' in part
    assert 'href="/co-quan/H20.X30073/"' in part
    assert f'href="tel:{PHONE}"' in part
    assert "Thứ Hai đến thứ Sáu" in part
    assert "Nộp ở quầy nào trong tỉnh, thành phố cũng được (Nghị định 118/2025/NĐ-CP)" in part


def test_what_the_police_resolve_is_handed_in_at_their_own_desk(client: Client, world: World) -> None:
    part = answer(client, "Thanh Mỹ", POLICE)

    assert "Nộp tại Công an xã Thanh Mỹ" in text_of(part)
    assert "quầy nào" not in part


def test_a_divided_commune_asks_and_keeps_what_was_chosen(client: Client, world: World) -> None:
    parts = [
        FormerFact("29900", "xã", "Hai Ngả", "huyện A", "tỉnh B", unit, "part", False) for unit in ("30073", "30037")
    ]
    write_former_units(parts)

    part = answer(client, "hai nga", cach="counter")

    assert "Xã Hai Ngả trước đây nay chia về nhiều nơi" in part
    assert "Xã Tháp Mười, tỉnh Đồng Tháp (trước là xã Hai Ngả)" in part
    assert f'href="{PAGE}?cach=counter&noi=30037#ai-giai-quyet"' in part
    assert "Nộp tại" not in part


def test_several_places_of_a_name_are_offered_and_none_is_said(client: Client, world: World) -> None:
    assert "Nhiều nơi có tên như vậy" in answer(client, "tan")
    assert "Không thấy nơi nào tên “qwxz”" in answer(client, "qwxz")


def test_a_former_province_alone_asks_for_the_commune_of_todays(client: Client, world: World) -> None:
    part = answer(client, "tỉnh Tiền Giang")

    assert "Tỉnh Tiền Giang nay thuộc tỉnh Đồng Tháp." in part
    assert '<option value="30073">Xã Thanh Mỹ</option>' in part
    assert "Không thấy" not in part


def test_a_body_that_is_not_set_up_is_told_in_words_with_whom_to_call(client: Client, world: World) -> None:
    publish("1.000001", said(body="", executing="Chi cục Thủy lợi"), origin="imported", at=NOON)

    part = answer(client, "Thanh Mỹ", "/dich-vu-cong/1.000001/")

    assert "Nơi giải quyết: Chi cục Thủy lợi." in part
    assert f'href="tel:{PHONE}"' in part
    assert "Hỏi nơi nộp" in part


def test_where_the_commune_has_nobody_its_province_is_called(client: Client, world: World) -> None:
    part = answer(client, "Đạo Thạnh")

    assert 'href="/co-quan/H20.TT/"' in part

    assert "chưa nhận hồ sơ qua Một Cửa" in part
    assert f'href="tel:{PHONE}"' in part


def test_a_desk_that_ended_is_answered_with_the_one_that_followed(client: Client, world: World) -> None:
    own = world.agency("trung_tam_xa")
    other = Agency.objects.get(kind="trung_tam_xa", unit="30037")
    Agency.objects.filter(pk=own.pk).update(valid_to="2026-06-01", successor=other)

    assert "Nộp tại Trung tâm Phục vụ hành chính công xã Tháp Mười" in text_of(answer(client, "Thanh Mỹ"))
