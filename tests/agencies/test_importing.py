"""Importing the old units: whole, twice the same, telling what could not be placed."""

import time
from pathlib import Path

import pytest

from motcua.agencies import places
from motcua.agencies.importing import Imported, WrongFile, import_units
from motcua.agencies.models import FormerUnit, Succession
from motcua.agencies.starter import load_units

SHARED = Path(__file__).parents[3] / "shared" / "data" / "admin_units_mapping.csv"
HEAD = (
    "old_province_code,old_province,old_district_code,old_district,old_ward_code,old_ward,"
    "new_province_code,new_province,new_ward_code,new_ward,kind,is_default"
)
LINES = """
87,Tỉnh Đồng Tháp,872,Huyện Tháp Mười,30067,Xã Phú Điền,82,Tỉnh Đồng Tháp,30073,Xã Thanh Mỹ,whole,1
87,Tỉnh Đồng Tháp,872,Huyện Tháp Mười,30040,Xã Đốc Binh Kiều,82,Tỉnh Đồng Tháp,30037,Xã Tháp Mười,part,1
87,Tỉnh Đồng Tháp,872,Huyện Tháp Mười,30040,Xã Đốc Binh Kiều,82,Tỉnh Đồng Tháp,30073,Xã Thanh Mỹ,part,0
45,Tỉnh Quảng Trị,471,Huyện Cồn Cỏ,,,82,Tỉnh Đồng Tháp,30037,Xã Tháp Mười,whole,1
39,Tỉnh Hậu Giang,999,Huyện Không Có,31000,Thi trấn Ngan Dừa,96,Tỉnh Cà Mau,30037,Xã Tháp Mười,whole,1
39,Tỉnh Phú Yên,999,Huyện Đồng Xuân,22000,Xuân Quang 3,96,Tỉnh Cà Mau,30037,Xã Tháp Mười,whole,1
01,Thành phố Hà Nội,001,Quận Ba Đình,00001,Phường Phúc Xá,01,Thành phố Hà Nội,77777,Phường Hồng Hà,whole,1
"""


@pytest.fixture
def table(tmp_path: Path, country: None) -> Path:
    path = tmp_path / "mapping.csv"
    path.write_text(HEAD + LINES, encoding="utf-8")
    return path


def standing() -> list[tuple[object, ...]]:
    formers = FormerUnit.objects.order_by("code").values_list()
    successions = Succession.objects.order_by("id").values_list()
    return [*formers, *successions]


def test_each_old_unit_is_written_with_its_successors(table: Path) -> None:
    result = import_units(table)

    assert result == Imported(
        7, FormerUnit.objects.count(), Succession.objects.count(), ("8: 00001 Phường Phúc Xá → 77777",)
    )
    assert str(FormerUnit.objects.get(code="31000")) == "thị trấn Ngan Dừa"
    divided = (
        Succession.objects.filter(former="30040").order_by("-is_default").values_list("unit_id", "kind", "is_default")
    )
    assert list(divided) == [("30037", "part", True), ("30073", "part", False)]


def test_a_name_without_a_kind_is_not_given_one(table: Path) -> None:
    import_units(table)

    assert str(FormerUnit.objects.get(code="22000")) == "Xuân Quang 3"


def test_an_island_district_without_communes_keeps_its_own_code_and_name(table: Path) -> None:
    import_units(table)

    assert str(FormerUnit.objects.get(code="471")) == "huyện Cồn Cỏ"


def test_the_same_file_again_changes_nothing(table: Path) -> None:
    import_units(table)
    first = standing()

    import_units(table)

    assert standing() == first


def test_what_people_also_say_outlives_an_import(table: Path) -> None:
    import_units(table)

    assert places.find_place("Phú Điện")[0].unit.name == "Thanh Mỹ"
    assert FormerUnit.objects.get(code="30067").also_heard_as == "Phú Điện"


def test_a_succession_that_the_file_no_longer_holds_is_gone(table: Path) -> None:
    import_units(table)
    lines = [line for line in LINES.splitlines() if not line.endswith("part,0")]
    table.write_text("\n".join([HEAD, *lines[1:]]), encoding="utf-8")

    import_units(table)

    assert list(Succession.objects.filter(former="30040").values_list("unit_id", flat=True)) == ["30037"]


@pytest.mark.parametrize("text", ["", HEAD, "code,name\n1,a\n", HEAD.replace("new_ward_code", "ward") + LINES])
def test_another_file_is_refused_and_nothing_changes(table: Path, text: str) -> None:
    table.write_text(text, encoding="utf-8")
    before = standing()

    with pytest.raises(WrongFile, match=r"mapping\.csv has no"):
        import_units(table)

    assert standing() == before


def test_progress_ends_at_the_whole(table: Path) -> None:
    seen: list[tuple[int, int]] = []

    import_units(table, progress=lambda done, total: seen.append((done, total)))

    assert seen[-1] == (7, 7)


@pytest.mark.django_db
def test_the_whole_table_is_imported_within_30_seconds() -> None:
    if not SHARED.exists():
        pytest.skip("shared/data is not beside this checkout: the whole table was not imported")
    load_units()
    started = time.perf_counter()

    result = import_units(SHARED)

    assert time.perf_counter() - started < 30
    assert (result.rows, result.former_units, result.successions, result.unplaced) == (10_568, 10_038, 10_568, ())
    assert Succession.objects.filter(is_default=True).count() == 10_038
    assert [place.label for place in places.find_place("phu dien") if place.unit.code == "30073"] == [
        "xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)"
    ]
