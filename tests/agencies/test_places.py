"""Places by any name, and which one is meant."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies import places
from motcua.agencies.models import AdministrativeUnit
from motcua.agencies.tables import FormerFact, write_former_units

pytestmark = pytest.mark.usefixtures("country")
PARTS = ("30037", "30004")


def labels(text: str) -> list[str]:
    return [place.label for place in places.find_place(text)]


@pytest.mark.parametrize(
    "typed",
    [
        "Thanh Mỹ",
        "thanh my",
        "THANH  MỸ",
        "xã Thanh Mỹ",
        "xa thanh my dong thap",
        "thanh m",
        "Thanh Mỹ, tỉnh Đồng Tháp",
    ],
)
def test_a_commune_is_found_by_its_name_with_or_without_accents(typed: str) -> None:
    assert labels(typed)[0] == "xã Thanh Mỹ, tỉnh Đồng Tháp"


@pytest.mark.parametrize("typed", ["xã Phú Điền huyện Tháp Mười", "phu dien thap muoi", "Phú Điện", "phú điện"])
def test_a_former_name_finds_the_commune_of_today_and_is_told(typed: str) -> None:
    assert labels(typed)[0] == "xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)"


def test_a_name_that_two_communes_had_finds_both() -> None:
    assert set(labels("phu dien")) == {
        "xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)",
        "xã Phú Hòa, thành phố Đồng Nai (trước là xã Phú Điền)",
    }


def test_a_commune_stands_once_and_by_todays_name_when_both_fit() -> None:
    assert labels("thanh my") == ["xã Thanh Mỹ, tỉnh Đồng Tháp"]


def test_the_word_for_a_city_does_not_find_all_of_its_wards() -> None:
    assert {place.unit.name for place in places.find_place("thanh")} == {"Thanh Mỹ", "Đạo Thạnh"}
    assert places.find_place("thanh pho") == []


def test_a_commune_that_was_divided_offers_each_part_the_usual_one_first() -> None:
    assert labels("hai nga") == [
        "xã Tháp Mười, tỉnh Đồng Tháp (trước là xã Hai Ngả)",
        "xã Phú Thọ, tỉnh Đồng Tháp (trước là xã Hai Ngả)",
    ]


def test_a_ward_that_was_a_number_tells_its_town() -> None:
    assert labels("phường 5 Mỹ Tho") == ["phường Đạo Thạnh, tỉnh Đồng Tháp (trước là phường 5, thành phố Mỹ Tho)"]


@pytest.mark.parametrize("typed", ["", "   ", "%", "((", "không có nơi này"])
def test_what_names_no_place_finds_none(typed: str) -> None:
    assert places.find_place(typed) == []


def test_a_province_is_no_place_to_file_at() -> None:
    assert "01" not in {place.unit.code for place in places.find_place("Hà Nội")}


def test_words_are_matched_from_their_beginning() -> None:
    assert places.find_place("anh my") == []


def test_a_unit_that_ended_is_not_found() -> None:
    AdministrativeUnit.objects.filter(code="30073").update(valid_to=date(2026, 1, 1))

    assert places.find_place("thanh my") == []


def test_a_place_takes_two_statements_however_many_fit(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    more = [FormerFact(f"9{n:04}", "xã", f"Thanh {n}", "huyện A", "tỉnh B", "30073", "whole", True) for n in range(60)]
    write_former_units(more)
    places.province_meant("tỉnh B")  # the former provinces are kept for a minute

    with django_assert_num_queries(2):
        found = places.find_place("thanh")
        assert found[0].name == "xã Thanh Mỹ, tỉnh Đồng Tháp"


def test_provinces_and_communes_come_in_vietnamese_order(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        names = [str(unit) for unit in places.provinces()]
        communes = [unit.name for unit in places.communes_of("82")]

    assert names == ["tỉnh Cà Mau", "thành phố Cần Thơ", "thành phố Đồng Nai", "tỉnh Đồng Tháp", "thành phố Hà Nội"]
    assert communes == ["Đạo Thạnh", "Phú Thọ", "Thanh Mỹ", "Tháp Mười"]
    assert places.communes_of("99") == []


@pytest.mark.parametrize(
    "typed", ["30073", "Thanh Mỹ", "xa phu dien thap muoi", "Phú Điện", "phường 5 Mỹ Tho", "thanh m"]
)
def test_a_name_that_only_one_place_has_or_had_is_that_place(typed: str) -> None:
    meant = places.place_meant(typed)

    assert meant.place is not None
    assert meant.place.unit.code in {"30073", "28249"}
    assert (meant.choices, meant.split) == ((), "")


def test_a_commune_that_was_divided_is_asked_about_with_its_old_name_on_each_part() -> None:
    meant = places.place_meant("xã Hai Ngả")

    assert meant.place is None
    assert meant.split == "xã Hai Ngả"
    assert [place.label for place in meant.choices] == labels("hai nga")


def test_a_part_that_kept_the_name_of_the_divided_commune_is_offered_under_the_old_name_too() -> None:
    parts = [FormerFact("29901", "xã", "Phú Thọ", "huyện A", "tỉnh Đồng Tháp", unit, "part", False) for unit in PARTS]
    write_former_units(parts)

    meant = places.place_meant("Phú Thọ")

    assert meant.split == "xã Phú Thọ"
    assert {place.label for place in meant.choices} == {
        "xã Tháp Mười, tỉnh Đồng Tháp (trước là xã Phú Thọ)",
        "xã Phú Thọ, tỉnh Đồng Tháp (trước là xã Phú Thọ)",
    }


def test_a_name_that_two_places_had_is_asked_about_and_nothing_was_divided() -> None:
    meant = places.place_meant("phu dien")

    assert meant.place is None
    assert meant.split == ""
    assert {place.unit.code for place in meant.choices} == {"30073", "26188"}


def test_accents_that_were_typed_decide_between_names_that_differ_in_nothing_else() -> None:
    write_former_units([FormerFact("29902", "xã", "Phú Diên", "huyện A", "tỉnh B", "30037", "whole", True)])

    meant = places.place_meant("xã Phú Diên")

    assert meant.place is not None
    assert meant.place.unit.code == "30037"


@pytest.mark.parametrize("typed", ["", "99999", "82", "không có nơi này"])
def test_what_is_no_place_means_none(typed: str) -> None:
    assert places.place_meant(typed) == places.Meant(typed)


@pytest.mark.parametrize("typed", ["Ngã Bảy, tỉnh Hậu Giang", "phuong nga bay hau giang"])
def test_a_commune_is_found_with_the_name_of_its_former_province(typed: str) -> None:
    meant = places.place_meant(typed)

    assert meant.place is not None
    assert meant.place.label == "phường Ngã Bảy, thành phố Cần Thơ (trước thuộc tỉnh Hậu Giang)"


def test_todays_province_is_not_called_a_former_one() -> None:
    assert labels("phường Ninh Kiều, thành phố Cần Thơ") == ["phường Ninh Kiều, thành phố Cần Thơ"]
    assert labels("xã Thanh Mỹ, tỉnh Đồng Tháp") == ["xã Thanh Mỹ, tỉnh Đồng Tháp"]


@pytest.mark.parametrize("typed", ["Hậu Giang", "tỉnh Hậu Giang", "HAU GIANG"])
def test_a_former_province_alone_is_todays(typed: str) -> None:
    meant = places.place_meant(typed)

    assert (meant.place, meant.choices) == (None, ())
    assert meant.province is not None
    assert meant.province.label == "thành phố Cần Thơ (trước là tỉnh Hậu Giang)"


def test_a_province_of_today_alone_is_itself() -> None:
    assert [found.label for typed in ("dong thap", "TP Cần Thơ") if (found := places.province_meant(typed))] == [
        "tỉnh Đồng Tháp",
        "thành phố Cần Thơ",
    ]
    assert places.province_meant("tỉnh") is None
    assert places.province_meant("") is None


def test_a_name_of_a_commune_and_a_former_province_is_the_commune_unless_the_kind_is_said() -> None:
    both, province = places.place_meant("Sóc Trăng"), places.place_meant("tỉnh Sóc Trăng")

    assert both.place is not None
    assert both.place.label == "phường Sóc Trăng, thành phố Cần Thơ"
    assert both.province == province.province
    assert province.place is None


def test_choices_come_with_their_codes() -> None:
    assert ("92", "Thành phố Cần Thơ") in places.province_choices()
    assert places.commune_choices("82")[-1] == ("30037", "Xã Tháp Mười")
