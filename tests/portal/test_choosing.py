"""Filters of the list: typed agencies, more filters, suggestions, browsing, what is sent once."""

import json
import re

import pytest
from django.test import Client

from motcua.catalogue import content
from motcua.catalogue.finding import vocabulary
from motcua.catalogue.models import LifeEvent
from motcua.catalogue.publishing import publish
from tests.catalogue.making import NOON, said
from tests.world import World

pytestmark = pytest.mark.django_db
LIST = "/dich-vu-cong/"


@pytest.fixture
def three() -> None:
    for number, (code, name) in enumerate((("G01", "Bộ Công an"), ("G15", "Bộ Tư pháp"), ("G99", "Bộ Tài chính")), 1):
        publisher = content.Named(code=code, name=name)
        field = content.Named(code=f"F{number}", name=("Đất đai", "Dân số", "Ẩm thực")[number - 1])
        publish(
            f"1.00000{number}",
            said(name=f"Cấp giấy số {number}", publisher=publisher, field=field),
            origin="imported",
            at=NOON,
        )
    vocabulary.count()


def names(page: str) -> list[str]:
    return re.findall(r"Cấp giấy số \d(?=</a>)", page)


@pytest.mark.parametrize("typed", ["G01", "Bộ Công an", "cong an", "CÔNG  AN"])
def test_an_agency_is_found_by_a_part_of_its_name(typed: str, client: Client, three: None) -> None:
    page = client.get(LIST, {"co-quan": typed}).text

    assert names(page) == ["Cấp giấy số 1"]
    assert 'value="Bộ Công an"' in page


def test_several_agencies_are_offered_and_nothing_typed_is_lost(client: Client, three: None) -> None:
    page = client.get(LIST, {"co-quan": "bộ t", "tu-khoa": "giấy"}).text

    assert "Nhiều cơ quan có tên như vậy; chọn một" in page
    assert 'value="bộ t"' in page
    assert 'href="/dich-vu-cong/?co-quan=G15&amp;tu-khoa=gi%E1%BA%A5y"' in page
    assert len(names(page)) == 3


def test_an_agency_that_is_not_there_is_said_beside_the_field(client: Client, three: None) -> None:
    page = client.get(LIST, {"co-quan": "Bộ Nước"}).text

    assert "Không có cơ quan nào tên như vậy" in page
    assert 'aria-invalid="true"' in page or "govuk-input--error" in page


def test_choices_carry_how_many_they_would_leave(client: Client, three: None) -> None:
    page = client.get(LIST, {"co-quan": "G01"}).text

    assert "Đất đai (1)" in page
    assert "Dân số (" not in page
    assert "Bộ Tư pháp (1)" in page
    assert "Chỉ thủ tục miễn phí (1)" in page


def test_each_filter_that_is_set_can_be_left_out(client: Client, three: None) -> None:
    page = client.get(LIST, {"co-quan": "G01", "mien-phi": "1", "cach-nop": "online", "thu-tu": "ten"}).text

    assert 'href="/dich-vu-cong/?co-quan=G01&amp;cach-nop=online&amp;thu-tu=ten"' in page


@pytest.mark.parametrize("query", ["loai=x", "doi-tuong=x", "cap=%27", "cach-nop=;", "mien-phi=2", "thu-tu=x"])
def test_an_unknown_choice_is_no_filter(query: str, client: Client, three: None) -> None:
    assert len(names(client.get(f"{LIST}?{query}").text)) == 3


def test_suggestions_are_names_with_their_addresses(client: Client, three: None) -> None:
    answer = client.get(f"{LIST}goi-y/", {"q": "cap gia"})

    assert json.loads(answer.content)[0] == {"name": "Cấp giấy số 1", "href": f"{LIST}1.000001/"}
    assert "max-age=60" in answer.headers["Cache-Control"]
    assert json.loads(client.get(f"{LIST}goi-y/").content) == []
    assert json.loads(client.get(f"{LIST}goi-y/", {"q": "%'"}).content) == []


def test_fields_stand_under_their_letters_in_vietnamese_order(client: Client, three: None) -> None:
    page = client.get(f"{LIST}theo-linh-vuc/").text

    assert re.findall(r"(Ẩm thực|Dân số|Đất đai)</a>", page) == ["Ẩm thực", "Dân số", "Đất đai"]
    assert re.findall(r'<h2 class="govuk-heading-m" id="(.)"', page) == ["A", "D", "Đ"]
    assert "Bộ Tài chính</a>" in client.get(f"{LIST}theo-co-quan/").text


def test_a_life_event_lists_what_is_in_force_in_its_order(client: Client, three: None) -> None:
    codes = ["1.000003", "1.999999", "1.000001"]
    LifeEvent.objects.create(slug="viec", name="Một việc", summary="Lời", position=1, codes=codes)

    assert "Một việc" in client.get(f"{LIST}theo-viec/").text
    assert names(client.get(f"{LIST}theo-viec/viec/").text) == ["Cấp giấy số 3", "Cấp giấy số 1"]
    assert client.get(f"{LIST}theo-viec/khac/").status_code == 404


@pytest.mark.parametrize("typed", ["H20.X30073.CA", "công an xã Thanh Mỹ", "cong an cap xa"])
def test_an_office_of_ours_narrows_the_list_to_what_it_resolves(typed: str, client: Client, world: World) -> None:
    page = client.get(LIST, {"co-quan": typed}).text

    assert "Nơi làm: Công an cấp xã" in page
    assert '<input type="hidden" name="noi-lam" value="cong_an_xa">' in page
    assert "Không có cơ quan nào tên như vậy" not in page


def test_a_desk_narrows_the_list_to_what_it_receives_for(client: Client, world: World) -> None:
    assert "Nơi làm: Ủy ban nhân dân cấp xã" in client.get(LIST, {"co-quan": "H20.X30073.TT"}).text


def test_a_body_that_is_none_of_ours_does_not_narrow(client: Client, three: None) -> None:
    page = client.get(LIST, {"noi-lam": "bo_nao_do"}).text

    assert "Nơi làm" not in page
    assert len(names(page)) == 3
