"""Agencies by kind and place, calendars by agency and day."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies import queries
from motcua.agencies.actions import set_up_commune, set_up_province
from motcua.agencies.models import AgencyKind, WorkingHours
from motcua.deadlines import STANDARD, STANDARD_WORKING

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")
TODAY = date(2026, 11, 23)


def test_the_body_a_procedure_names_is_found_with_its_desk_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    set_up_commune("30073", at=AT)

    with django_assert_num_queries(1):
        committee = queries.resolver("ubnd_xa", "30073")
        assert committee is not None
        assert committee.receiver.name == "Trung tâm Phục vụ hành chính công xã Thanh Mỹ"
        assert str(committee.unit.province) == "tỉnh Đồng Tháp"


def test_police_receive_at_their_own_desk() -> None:
    police = set_up_commune("30073", at=AT).police

    assert queries.resolver("cong_an_xa", "30073") == police
    assert police.receiver == police


def test_a_procedure_of_the_province_goes_to_the_provinces_body() -> None:
    committee = set_up_province("82", at=AT)

    assert queries.resolver("ubnd_tinh", "30073") == committee
    assert queries.resolver("ubnd_tinh", "82") == committee
    assert queries.resolver("ubnd_tinh", "26188") is None


def test_a_body_that_is_not_set_up_or_no_longer_stands_resolves_nothing() -> None:
    bodies = set_up_commune("30073", at=AT)
    bodies.police.valid_to = TODAY
    bodies.police.save()

    assert queries.resolver("cong_an_xa", "30073") is None
    assert queries.resolver("ubnd_xa", "30037") is None
    assert queries.resolver("ubnd_tinh", "30073") is None


def test_whom_to_call_is_the_nearest_desk_with_a_phone() -> None:
    assert queries.whom_to_call("30073") is None

    set_up_province("82", at=AT, phone="02773000001")
    nearest = queries.whom_to_call("30073")
    assert nearest is not None
    assert nearest.kind == AgencyKind.PROVINCE_CENTRE

    own = set_up_commune("30073", at=AT, phone="02773000000")
    assert queries.whom_to_call("30073") == own.centre
    assert queries.whom_to_call("26188") is None


def test_an_agency_is_known_by_its_code() -> None:
    police = set_up_commune("30073", at=AT).police

    assert queries.agency_with_code("H20.X30073.CA") == police
    assert queries.agency_with_code("H99") is None


def test_a_calendar_takes_one_statement_and_knows_the_hours_that_follow(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    police = set_up_commune("30073", at=AT).police
    WorkingHours.objects.create(
        agency=police, valid_from=date(2027, 1, 1), working={"1": [["08:00", "12:00"]]}, reception={}
    )

    with django_assert_num_queries(2):
        before, after = queries.calendar_of(police, date(2026, 12, 31)), queries.calendar_of(police, date(2027, 1, 1))

    assert before.working == STANDARD.working
    assert before.reception[5] == ((420, 690),)
    assert after.hours_on(date(2027, 1, 1).toordinal())[0][0] == ((480, 720),)


def test_equal_hours_share_one_counted_calendar() -> None:
    first, second = set_up_commune("30073", at=AT), set_up_commune("30037", at=AT)

    assert queries.calendar_of(first.committee, TODAY) is STANDARD
    assert queries.calendar_of(first.police, TODAY) is queries.calendar_of(second.police, TODAY)


def test_an_agency_without_hours_keeps_the_standard_week() -> None:
    committee = set_up_commune("30073", at=AT).committee

    assert queries.calendar_of(committee, date(2020, 1, 1)) is STANDARD


def test_the_first_commune_speaks_for_the_installation() -> None:
    assert queries.home_desk(TODAY) is None

    own = set_up_commune("30073", at=AT)
    set_up_commune("30037", at=AT)
    home = queries.home_desk(TODAY)

    assert home is not None
    assert home.agency == own.centre
    assert home.place == "xã Thanh Mỹ, tỉnh Đồng Tháp"
    assert home.hours == "Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00"


def test_the_counters_of_a_province_are_its_centres() -> None:
    set_up_province("82", at=AT)
    set_up_commune("30073", at=AT)
    set_up_commune("26188", at=AT)

    assert [str(agency) for agency in queries.counters_of("82")] == [
        "Trung tâm Phục vụ hành chính công tỉnh Đồng Tháp",
        "Trung tâm Phục vụ hành chính công xã Thanh Mỹ",
    ]


def test_the_standard_week_is_what_bodies_are_set_up_with() -> None:
    hours = set_up_commune("30073", at=AT).committee.hours.get()

    assert hours.working == STANDARD_WORKING
