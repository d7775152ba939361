"""Agencies that ended, and those that go on in their place."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from motcua.agencies import queries
from motcua.agencies.actions import Bodies, set_up_commune
from motcua.agencies.models import Agency
from motcua.agencies.successors import of_today

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")


def ended(agency: Agency, successor: Agency | None) -> Agency:
    agency.valid_to, agency.successor = date(2026, 1, 1), successor
    agency.save()
    return agency


@pytest.fixture
def bodies() -> dict[str, Bodies]:
    return {code: set_up_commune(code, at=AT) for code in ("30073", "30037", "30004")}


def test_an_agency_that_stands_is_itself_and_costs_nothing(
    bodies: dict[str, Bodies], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert of_today(bodies["30073"].police) == bodies["30073"].police


def test_the_chain_is_followed_to_the_one_that_stands(
    bodies: dict[str, Bodies], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    middle = ended(bodies["30037"].police, bodies["30073"].police)
    first = ended(bodies["30004"].police, middle)

    with django_assert_num_queries(2):
        assert of_today(first) == bodies["30073"].police


def test_a_circle_and_an_end_without_a_successor_lead_nowhere(bodies: dict[str, Bodies]) -> None:
    one, other = bodies["30037"].police, bodies["30004"].police
    ended(one, other)
    ended(other, one)
    alone = ended(bodies["30073"].police, None)

    assert of_today(one) is None
    assert of_today(alone) is None
    assert queries.agency_with_code("H20.X30037.CA") is None


def test_a_code_and_a_place_lead_to_the_successor(bodies: dict[str, Bodies]) -> None:
    stands = bodies["30073"].police
    gone = ended(bodies["30037"].police, stands)

    assert queries.agency_with_code("H20.X30037.CA") == stands
    assert queries.agency_that_carried("H20.X30037.CA") == gone
    assert queries.resolver("cong_an_xa", "30037") == stands


def test_what_a_desk_received_for_is_received_by_its_successor(bodies: dict[str, Bodies]) -> None:
    own, other = bodies["30073"], bodies["30037"]
    ended(other.centre, own.centre)

    committee = queries.resolver("ubnd_xa", "30037")
    assert committee == other.committee
    assert committee.receiver == own.centre
    assert set(queries.received_by([own.centre.pk])) == {own.centre, own.committee, other.committee}
    assert set(queries.received_by([other.centre.pk])) == {other.committee}


def test_a_body_set_up_anew_at_the_place_comes_before_the_one_that_ended(bodies: dict[str, Bodies]) -> None:
    ended(bodies["30037"].police, bodies["30073"].police)
    anew = set_up_commune_again("30037")

    assert queries.resolver("cong_an_xa", "30037") == anew


def set_up_commune_again(code: str) -> Agency:
    old = Agency.objects.get(kind="cong_an_xa", unit=code)
    return Agency.objects.create(
        kind=old.kind, name=old.name, short_name=old.short_name, unit=old.unit, valid_from=date(2026, 1, 1)
    )
