"""Codes: per agency and day, growing past four digits, with the agency's code of that day."""

from datetime import datetime, timedelta

from motcua.agencies.models import AgencyCode
from motcua.dossiers.models import CodeCounter
from motcua.dossiers.numbering import next_code
from tests.world import MONDAY, World

NEXT_DAY = MONDAY + timedelta(days=1)


def test_each_day_begins_at_one(world: World) -> None:
    agency = world.agency()

    codes = [next_code(agency, at)[-11:] for at in (MONDAY, MONDAY, NEXT_DAY)]

    assert codes == [f"{MONDAY:%y%m%d}-0001", f"{MONDAY:%y%m%d}-0002", f"{NEXT_DAY:%y%m%d}-0001"]


def test_the_day_is_vietnams(world: World) -> None:
    late = datetime.fromisoformat("2026-11-19T18:30:00+00:00")  # 01:30 of the 20th in Vietnam

    assert next_code(world.agency(), late).endswith("-261120-0001")


def test_past_9999_the_number_grows(world: World) -> None:
    agency = world.agency()
    CodeCounter.objects.create(agency=agency, day=MONDAY.date(), last=9999)

    assert next_code(agency, MONDAY).endswith("-10000")


def test_the_counter_belongs_to_the_agency_not_to_its_code(world: World) -> None:
    agency = world.agency()
    next_code(agency, MONDAY)
    AgencyCode.objects.filter(agency=agency).update(code="H20.99.1")

    assert next_code(agency, MONDAY) == f"H20.99.1-{MONDAY:%y%m%d}-0002"
