"""What an installation starts with, and that a second start finds it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies import places, queries
from motcua.agencies.models import AdministrativeUnit, Agency, FormerProvince, FormerUnit, LoadedTable, UnitKind
from motcua.agencies.starter import load_demo_agencies, load_units

from .conftest import AT

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).parents[3] / "shared" / "data" / "admin_units.json"


def test_the_country_is_loaded_whole_in_few_statements(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(60):
        assert load_units()

    assert Counter(AdministrativeUnit.objects.order_by().values_list("kind", flat=True)) == {
        UnitKind.CITY: 9,
        UnitKind.PROVINCE: 25,
        UnitKind.WARD: 709,
        UnitKind.COMMUNE: 2599,
        UnitKind.SPECIAL_ZONE: 13,
    }
    assert FormerUnit.objects.count() == 305
    assert FormerProvince.objects.count() == 63
    assert FormerProvince.objects.values("unit").distinct().count() == 34
    assert AdministrativeUnit.objects.filter(folded_words__contains=" hau giang").exclude(province="92").count() == 0


def test_the_provinces_of_today_took_in_the_former_ones_as_the_published_table_says() -> None:
    if not SHARED.exists():
        pytest.skip("no shared data here")
    load_units()
    told = json.loads(SHARED.read_text(encoding="utf-8"))["provinces"]

    held = {(row.code, row.unit_id) for row in FormerProvince.objects.all()}

    assert held == {(former, one["code"]) for one in told for former in one["merged_from"]}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("phường Vị Thanh, tỉnh Hậu Giang", "phường Vị Thanh, thành phố Cần Thơ (trước thuộc tỉnh Hậu Giang)"),
        ("hau giang", "thành phố Cần Thơ (trước là tỉnh Hậu Giang)"),
        ("Thừa Thiên Huế", "thành phố Huế"),
        ("tỉnh Bà Rịa Vũng Tàu", "thành phố Hồ Chí Minh (trước là tỉnh Bà Rịa - Vũng Tàu)"),
    ],
)
def test_a_former_province_leads_to_todays(typed: str, label: str) -> None:
    load_units()

    meant = places.place_meant(typed)

    assert (meant.place or meant.province).label == label  # type: ignore[union-attr]


def test_what_is_loaded_costs_one_statement(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    load_units()
    load_demo_agencies(at=AT)

    with django_assert_num_queries(1):
        assert not load_units()
    with django_assert_num_queries(1):
        assert not load_demo_agencies(at=AT)


def test_a_new_edition_corrects_the_rows_that_stand() -> None:
    load_units()
    AdministrativeUnit.objects.filter(code="30073").update(name="Khác", folded="khac")
    LoadedTable.objects.filter(name="units.csv").update(sha256="an earlier edition")

    assert load_units()
    assert AdministrativeUnit.objects.get(code="30073").full_name == "xã Thanh Mỹ"
    assert AdministrativeUnit.objects.count() == 34 + 3321


@pytest.mark.parametrize("typed", ["Phú Điền", "phu dien", "Phú Điện", "xã Phú Điện"])
def test_the_old_name_finds_the_demos_commune(typed: str) -> None:
    load_units()

    found = [place for place in places.find_place(typed) if place.unit.code == "30073"]

    assert [place.label for place in found] == ["xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)"]


def test_the_demo_staffs_its_commune_and_another_of_the_province() -> None:
    load_units()

    assert load_demo_agencies(at=AT)

    codes = set(Agency.objects.values_list("codes__code", flat=True))
    assert codes == {
        "H20",
        "H20.TT",
        *(f"H20.X{unit}{body}" for unit in ("30073", "30037") for body in ("", ".TT", ".CA")),
    }
    desk = queries.home_desk(AT.date())
    assert desk is not None
    assert (desk.place, desk.agency.phone, desk.agency.room) == (
        "xã Thanh Mỹ, tỉnh Đồng Tháp",
        "02773000000",
        "Phòng 1, tầng trệt",
    )
    assert all("minh họa" in address for address in Agency.objects.values_list("address", flat=True))


def test_our_table_agrees_with_the_collected_one() -> None:
    if not SHARED.exists():
        pytest.skip("shared/data is not beside this checkout: the units were not compared")
    load_units()
    collected: dict[str, tuple[str, str, str | None]] = {}
    for province in json.loads(SHARED.read_text(encoding="utf-8"))["provinces"]:
        collected[province["code"]] = (province["name"], province["type"], None)
        for ward in province["wards"]:
            collected[ward["code"]] = (ward["name"], ward["type"], province["code"])

    ours = AdministrativeUnit.objects.values_list("code", "name", "kind", "province_id")

    assert {code: (name, kind, above) for code, name, kind, above in ours} == collected
