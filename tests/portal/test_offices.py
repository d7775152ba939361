"""Offices as the public finds them: one page each, a list by place and name, suggestions of places."""

import json
import re
from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies.decreeing import Decreed, decree_day
from motcua.agencies.models import AdministrativeUnit, Agency, AgencyCode
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
CENTRE = "/co-quan/H20.X30073.TT/"


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]).split())


def names(page: str) -> list[str]:
    return re.findall(r'mc-row-card__title"><a[^>]*>(.*?)</a>', page)


def test_an_office_tells_where_when_and_for_whom_it_receives(client: Client, world: World) -> None:
    page = client.get(CENTRE).text

    told = text_of(page)
    for words in (
        "Phòng 1, tầng trệt",
        "Giờ tiếp nhận Thứ Hai đến thứ Sáu",
        "Tiếp nhận hồ sơ cho Ủy ban nhân dân xã Thanh Mỹ",
        "Bảy ngày tới",
        "Cấp trên Ủy ban nhân dân xã Thanh Mỹ",
    ):
        assert words in told
    assert 'href="tel:02773000000"' in page
    assert "https://www.openstreetmap.org/" in page
    assert "<script src" not in page.partition("<main")[2].partition("</main>")[0]


def test_it_leads_to_the_procedures_it_receives_for(client: Client, world: World) -> None:
    page = client.get(CENTRE).text
    found = re.search(r'href="(/dich-vu-cong/\?noi-lam=ubnd_xa)">Xem (\d+) thủ tục', page)

    assert found
    narrowed = client.get(found[1]).text
    assert f"Tìm thấy {found[2]} thủ tục" in narrowed
    assert "Nơi làm: Ủy ban nhân dân cấp xã" in narrowed
    assert '<input type="hidden" name="noi-lam" value="ubnd_xa">' in narrowed


def test_the_committee_says_where_its_dossiers_are_handed_in_and_the_province_what_is_below(
    client: Client, world: World
) -> None:
    assert "Hồ sơ của cơ quan này nộp tại Trung tâm Phục vụ" in text_of(client.get("/co-quan/H20.X30073/").text)
    province = text_of(client.get("/co-quan/H20/").text)
    assert "Bên dưới" in province
    assert "Công an xã Tháp Mười" in province


def test_days_off_of_the_office_itself_are_told(client: Client, world: World) -> None:
    from_today = date.today()  # noqa: DTZ011 - the page asks the same clock
    off = from_today.replace(year=from_today.year + (from_today.month == 12), month=from_today.month % 12 + 1, day=2)
    decree_day(
        Decreed(off, "local_off", "Sửa trụ sở", "Repairs", "12/QĐ-UBND"), agency=world.agency("trung_tam_xa"), at=MONDAY
    )

    assert "Sửa trụ sở" in text_of(client.get(CENTRE).text)
    assert "Sửa trụ sở" not in text_of(client.get("/co-quan/H20.X30037.TT/").text)


def test_an_office_that_ended_says_so_and_leads_on(client: Client, world: World) -> None:
    other = Agency.objects.get(kind="cong_an_xa", unit="30037")
    Agency.objects.filter(kind="cong_an_xa", unit="30073").update(valid_to="2026-06-01", successor=other)

    page = client.get("/co-quan/H20.X30073.CA/").text

    assert "Cơ quan này ngừng từ 01/06/2026. Cơ quan làm tiếp: Công an xã Tháp Mười" in text_of(page)
    assert 'href="/co-quan/H20.X30037.CA/"' in page
    Agency.objects.filter(kind="cong_an_xa", unit="30073").update(successor=None)
    assert "Chưa ghi cơ quan nào thay" in client.get("/co-quan/H20.X30073.CA/").text


def test_an_earlier_code_leads_to_todays_and_an_unknown_one_nowhere(client: Client, world: World) -> None:
    police = world.agency("cong_an_xa")
    police.codes.update(valid_to="2026-06-01")
    AgencyCode.objects.create(agency=police, code="H20.99", provisional=False, valid_from="2026-06-01")

    assert client.get("/co-quan/H20.X30073.CA/").headers["Location"] == "/co-quan/H20.99/"
    assert client.get("/co-quan/H20.99/").status_code == 200
    assert client.get("/co-quan/H99/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"tu-khoa": "công an phú điền"}, ["Công an xã Thanh Mỹ"]),
        ({"tu-khoa": "cong an"}, ["Công an xã Thanh Mỹ", "Công an xã Tháp Mười"]),
        ({"tu-khoa": "ubnd xã Tháp Mười"}, ["Ủy ban nhân dân xã Tháp Mười"]),
        ({"tu-khoa": "không có nơi này"}, []),
        ({"tinh": "01"}, []),
        ({"tinh": "82", "tu-khoa": "ubnd tinh"}, ["Ủy ban nhân dân tỉnh Đồng Tháp"]),
    ],
)
def test_offices_are_found_by_kind_place_and_province(
    client: Client, world: World, asked: dict[str, str], found: list[str]
) -> None:
    page = client.get("/co-quan/", asked).text

    assert names(page) == found
    assert found or "Chưa có cơ quan nào như vậy" in page


def test_an_old_name_of_the_place_is_told(client: Client, world: World) -> None:
    assert "Xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)" in client.get("/co-quan/?tu-khoa=phu+dien").text


def test_the_list_is_paged_and_costs_five_statements(
    client: Client, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Agency.objects.bulk_create(
        Agency(kind="cong_an_xa", name=f"Công an {unit.code}", short_name="x", unit=unit, valid_from="2026-01-01")
        for unit in AdministrativeUnit.objects.filter(province="82").exclude(agencies__kind="cong_an_xa")[:60]
    )
    client.get("/co-quan/?tu-khoa=x")

    with django_assert_max_num_queries(5):
        first = client.get("/co-quan/?tu-khoa=cong+an").text
    following = re.search(r'href="([^"]*)" rel="next"', first)

    assert not names(first)  # without a code an office has no page
    assert first.count("mc-row-card__title") == 50
    assert following
    assert client.get(following[1].replace("&amp;", "&")).text.count("mc-row-card__title") == 12


def test_a_list_and_an_office_that_say_nothing_new_are_not_sent_again(client: Client, world: World) -> None:
    for address in ("/co-quan/", CENTRE):
        client.get(address)
        tag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304


def test_places_are_suggested_with_their_old_names(client: Client, world: World) -> None:
    told = json.loads(client.get("/co-quan/goi-y-noi/?q=phu+dien").content)

    assert {"name": "xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)", "value": "30073"} in told
    assert json.loads(client.get("/co-quan/goi-y-noi/").content) == []
