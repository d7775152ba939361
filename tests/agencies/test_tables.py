"""Rows of places made from facts."""

import pytest

from motcua.agencies.models import AdministrativeUnit, FormerUnit
from motcua.agencies.tables import PLACES, write_former_provinces, write_former_units, write_units

from .conftest import FORMERS, province_rows, unit_rows

pytestmark = pytest.mark.usefixtures("country")


def test_the_same_facts_again_change_nothing() -> None:
    before = [list(model.objects.order_by("pk").values_list()) for model in PLACES]

    write_units(unit_rows(), province_rows())
    write_former_provinces(province_rows())
    write_former_units(FORMERS)

    after = [list(model.objects.order_by("pk").values_list()) for model in PLACES]
    assert after == before


def test_a_changed_fact_changes_its_row() -> None:
    rows = unit_rows()
    changed = next(row for row in rows if row["code"] == "31117")
    changed["name"] = "Cái Răng"

    write_units(rows, province_rows())

    unit = AdministrativeUnit.objects.get(code="31117")
    assert (unit.folded, unit.folded_words) == ("cai rang", " phuong cai rang thanh pho can tho")


def test_a_commune_is_also_found_by_the_former_province_it_lay_in() -> None:
    assert AdministrativeUnit.objects.get(code="31340").folded_words == (
        " phuong nga bay thanh pho can tho tinh hau giang"
    )


def test_a_unit_of_a_kind_that_does_not_exist_is_refused() -> None:
    rows = unit_rows()
    rows[-1]["kind"] = "huyen"

    with pytest.raises(ValueError, match="huyen"):
        write_units(rows, province_rows())


def test_what_people_say_is_kept_only_when_asked_for() -> None:
    silent = [fact for fact in FORMERS if not fact.also_heard_as]
    write_former_units(silent)
    assert FormerUnit.objects.get(code="30067").also_heard_as == "Phú Điện"

    from_a_file = [FormerUnit.objects.get(code="30067")]
    assert from_a_file[0].folded_words == " xa phu dien huyen thap muoi tinh dong thap phu dien"
