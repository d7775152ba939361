"""Offices with what stands around them, by kind and place as they are said, on the map."""

from decimal import Decimal

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies import offices
from motcua.agencies.actions import set_up_commune, set_up_province
from motcua.agencies.models import AgencyKind

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")


def test_an_office_comes_with_its_tree_in_three_statements(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    set_up_province("82", at=AT)
    set_up_commune("30073", at=AT)

    with django_assert_num_queries(3):
        committee = offices.office_with_code("H20.X30073")
    centre = offices.office_with_code("H20.X30073.TT")
    police = offices.office_with_code("H20.X30073.CA")

    assert committee is not None
    assert committee.desk == offices.Linked("Trung tâm Phục vụ hành chính công xã Thanh Mỹ", "H20.X30073.TT")
    assert committee.above == offices.Linked("Ủy ban nhân dân tỉnh Đồng Tháp", "H20")
    assert (committee.serves, committee.count_below, committee.bodies) == ((), 1, ("ubnd_xa",))
    assert centre is not None
    assert [one.code for one in centre.serves] == ["H20.X30073"]
    assert centre.bodies == ("ubnd_xa", "trung_tam_xa")
    assert police is not None
    assert [one.code for one in police.serves] == ["H20.X30073.CA"]
    assert offices.office_with_code("H99") is None


@pytest.mark.parametrize(
    ("typed", "kinds", "rest"),
    [
        ("công an xã Phú Điền", {AgencyKind.COMMUNE_POLICE}, "xã Phú Điền"),
        ("UBND tỉnh", {AgencyKind.PROVINCE_COMMITTEE}, ""),
        ("uy ban nhan dan cap xa", {AgencyKind.COMMUNE_COMMITTEE}, ""),
        ("Trung tâm", {AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE}, ""),
        ("công an tỉnh Đồng Tháp", set(), "công an tỉnh Đồng Tháp"),
        ("Thanh Mỹ", set(), "Thanh Mỹ"),
        ("", set(), ""),
    ],
)
def test_the_kind_that_is_said_is_understood_with_its_level(typed: str, kinds: set[str], rest: str) -> None:
    said, left = offices.kinds_said(typed)

    assert (set(said), left) == (kinds, rest)


def test_the_map_shows_the_point_else_searches_the_address_without_its_remark() -> None:
    agency = set_up_commune("30073", at=AT, address="Ấp 1, xã Thanh Mỹ (địa chỉ minh họa)").centre

    assert offices.map_address(agency) == (
        "https://www.openstreetmap.org/search?query="
        "%E1%BA%A4p+1%2C+x%C3%A3+Thanh+M%E1%BB%B9%2C+t%E1%BB%89nh+%C4%90%E1%BB%93ng+Th%C3%A1p"
    )
    agency.latitude, agency.longitude = Decimal("10.523611"), Decimal("105.842500")
    assert offices.map_address(agency) == (
        "https://www.openstreetmap.org/?mlat=10.523611&mlon=105.842500#map=17/10.523611/105.842500"
    )
    agency.address, agency.latitude, agency.longitude = "", None, None
    assert offices.map_address(agency) == ""


def test_the_codes_of_today_are_listed_for_addresses() -> None:
    bodies = set_up_commune("30073", at=AT)
    bodies.police.valid_to = AT.date()
    bodies.police.save()

    assert offices.codes_today() == ["H20.X30073", "H20.X30073.TT"]
