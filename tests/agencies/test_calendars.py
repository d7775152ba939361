"""An agency's calendar: hours as they follow, decreed days, rules of its own."""

from datetime import date, datetime, timedelta

import pytest

from motcua.agencies import decreeing
from motcua.agencies.by_code import calendar_with_code
from motcua.agencies.calendars import Row, calendar_from
from motcua.agencies.decreeing import Decreed
from motcua.agencies.models import CalendarDay
from motcua.agencies.queries import calendar_of, touched_by
from motcua.common import kept
from motcua.deadlines import STANDARD, STANDARD_WORKING, VIETNAM, due_at
from tests.world import MONDAY, World

SUMMER = {str(day): [["06:30", "11:00"], ["13:00", "16:30"]] for day in range(1, 6)}
ON = date(2026, 11, 9)


def row(since: date, working: object = STANDARD_WORKING, rules: object = None) -> Row:
    return Row(since, working, {}, rules or {})


def closing(calendar: object, at: datetime) -> datetime | None:
    return due_at(at, amount=1, unit="working_day", calendar=calendar)  # type: ignore[arg-type]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def test_the_standard_hours_are_the_standard_calendar() -> None:
    assert calendar_from([row(date(2025, 7, 1))], (), ON) is STANDARD
    assert calendar_from([], (), ON) is STANDARD


def test_a_term_that_crosses_a_change_of_hours_ends_by_the_new_ones() -> None:
    calendar = calendar_from([row(date(2025, 7, 1)), row(date(2026, 11, 10), SUMMER)], (), ON)

    assert closing(calendar, local("2026-11-09T10:00")) == local("2026-11-10T16:30")


def test_the_newest_word_about_a_day_holds_and_the_agency_s_before_the_nation_s(world: World) -> None:
    committee = world.agency()
    tuesday = date(2026, 11, 10)
    nation = Decreed(tuesday, "holiday", "Ngày lễ mới", "A new holiday", "1/QĐ-TTg")
    decreeing.decree_day(nation, agency=None, at=MONDAY)
    kept.forget()
    assert closing(calendar_of(committee, ON), MONDAY) == local("2026-11-11T17:00")

    decreeing.decree_day(Decreed(tuesday, "ordinary", "Vẫn làm", "Open", "2"), agency=committee, at=MONDAY)
    kept.forget()
    assert closing(calendar_of(committee, ON), MONDAY) == local("2026-11-10T17:00")
    assert closing(calendar_of(world.agency("cong_an_xa"), ON), MONDAY) == local("2026-11-11T17:00")


def test_an_agency_that_counts_the_day_of_the_event_says_so_in_its_rules(world: World) -> None:
    committee = world.agency()
    decreeing.follow_hours(
        committee,
        since=date(2026, 11, 1),
        working=STANDARD_WORKING,
        reception={},
        rules={"counts_event_day": True, "same_day_until": 600},
        at=MONDAY,
    )
    kept.forget()
    calendar = calendar_of(committee, ON)

    assert due_at(MONDAY, amount=2, unit="working_day", calendar=calendar) == local("2026-11-10T17:00")
    ten = MONDAY + timedelta(hours=2, minutes=1)
    assert due_at(ten, amount=0, unit="same_day", calendar=calendar) == local("2026-11-10T17:00")


@pytest.mark.parametrize(
    "rules", [{"no_such": True}, {"check_hours": "8"}, {"check_hours": 0}, {"same_day_until": 1440}]
)
def test_rules_that_cannot_be_are_refused(world: World, rules: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        decreeing.follow_hours(world.agency(), since=ON, working=STANDARD_WORKING, reception={}, rules=rules, at=MONDAY)


def test_a_change_says_whom_it_touches_and_from_when(world: World) -> None:
    day = decreeing.decree_day(Decreed(ON, "holiday", "Lễ", "Holiday", "1"), agency=None, at=MONDAY)
    hours = decreeing.follow_hours(
        world.agency(), since=date(2026, 12, 1), working=SUMMER, reception={}, rules={}, at=MONDAY
    )

    assert (touched_by(str(day.pk)).agency_id, touched_by(str(day.pk)).first) == (None, ON)
    assert touched_by(str(hours.pk)).agency_id == world.agency().pk


def test_a_decreed_day_is_never_changed(world: World) -> None:
    day = decreeing.decree_day(Decreed(ON, "holiday", "Lễ", "Holiday", "1"), agency=None, at=MONDAY)
    with pytest.raises(Exception, match="never changed"):
        CalendarDay.objects.filter(pk=day.pk).update(name_vi="khác")


def test_a_code_names_a_calendar_or_nothing(world: World) -> None:
    code = world.agency().code_on(ON)

    assert calendar_with_code(code, MONDAY) is STANDARD
    with pytest.raises(ValueError, match="no agency"):
        calendar_with_code("H99", MONDAY)
