"""Setting up bodies: once, with their codes, hours and desks."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.agencies.actions import set_up_commune, set_up_province
from motcua.agencies.models import AdministrativeUnit, Agency, AgencyCode, WorkingHours

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")


def codes() -> dict[str, bool]:
    return dict(AgencyCode.objects.values_list("code", "provisional"))


def test_a_communes_three_bodies_carry_provisional_codes() -> None:
    set_up_commune("30073", at=AT)

    assert codes() == {"H20.X30073": True, "H20.X30073.TT": True, "H20.X30073.CA": True}


def test_only_a_provinces_committee_carries_a_known_identifier() -> None:
    set_up_province("82", at=AT)

    assert codes() == {"H20": False, "H20.TT": True}


def test_a_province_without_a_known_identifier_is_named_by_its_number() -> None:
    set_up_province("92", at=AT)
    set_up_commune("31117", at=AT)

    assert {code for code in codes() if not code.endswith(("TT", "CA"))} == {"T92", "T92.X31117"}
    assert all(codes().values())


def test_setting_up_again_changes_nothing() -> None:
    first = set_up_commune("30073", at=AT, phone="02773000000")
    again = set_up_commune("30073", at=datetime(2027, 1, 1, tzinfo=UTC), phone="02779999999")

    assert again == first
    assert Agency.objects.count() == AgencyCode.objects.count() == WorkingHours.objects.count() == 3
    assert set(Agency.objects.values_list("phone", flat=True)) == {"02773000000"}


def test_another_desk_chosen_since_is_kept() -> None:
    bodies = set_up_commune("30073", at=AT)
    bodies.committee.desk = bodies.police
    bodies.committee.save()

    assert set_up_commune("30073", at=AT).committee.desk == bodies.police


def test_the_committees_subtree_does_not_reach_into_the_police() -> None:
    province = set_up_province("82", at=AT)
    bodies = set_up_commune("30073", at=AT)

    assert bodies.centre.parent == bodies.committee
    assert bodies.committee.parent == bodies.police.parent == province


def test_a_body_has_a_code_and_hours_from_its_units_first_day() -> None:
    committee = set_up_commune("30073", at=AT).committee

    assert committee.code_on(date(2025, 7, 1)) == "H20.X30073"
    with pytest.raises(AgencyCode.DoesNotExist):
        committee.code_on(date(2025, 6, 30))


@pytest.mark.parametrize("code", ["82", "99999", "abc"])
def test_only_a_commune_of_today_can_be_set_up(code: str) -> None:
    with pytest.raises(AdministrativeUnit.DoesNotExist):
        set_up_commune(code, at=AT)


def test_only_a_province_of_today_can_be_set_up_as_one() -> None:
    with pytest.raises(AdministrativeUnit.DoesNotExist):
        set_up_province("30073", at=AT)


def test_hours_are_followed_and_never_changed() -> None:
    row = set_up_commune("30073", at=AT).police.hours.get()
    row.reception = {}

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        row.save()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        WorkingHours.objects.filter(pk=row.pk).delete()
