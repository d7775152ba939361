"""When terms end: by hand-worked cases, and against a naive counter over random calendars."""

import csv
import timeit
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.deadlines import STANDARD, VIETNAM, Calendar, Unit, UnknownYear, due, due_at

from . import naive
from .calendars import FIRST, LAST, NAMED, calendars

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))

moments = st.datetimes(datetime.combine(FIRST, datetime.min.time()), datetime.combine(LAST, datetime.max.time())).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
UNITS = (Unit.HOUR, Unit.WORKING_DAY, Unit.DAY, Unit.MONTH, Unit.SAME_DAY)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['calendar']}-{case['at']}-{case['amount']}{case['unit']}-{case['pauses']}"
)
def test_a_hand_worked_term_ends_when_the_rules_say(case: dict[str, str]) -> None:
    amount = float(case["amount"]) if case["amount"] else None

    pauses = [
        (local(began), local(ended) if ended else None)
        for began, _bar, ended in (one.partition("/") for one in case["pauses"].split() if one)
    ]
    found = due(local(case["at"]), amount=amount, unit=case["unit"], calendar=NAMED[case["calendar"]], pauses=pauses)

    assert found.due_at == (local(case["due_at"]) if case["due_at"] else None), case["reasoning"]
    assert found.explanation


@given(calendar=calendars, at=moments, amount=st.integers(0, 25), unit=st.sampled_from(UNITS))
def test_the_tables_agree_with_counting_minute_by_minute(
    calendar: Calendar, at: datetime, amount: int, unit: Unit
) -> None:
    found = due(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=calendar)

    end = naive.due_at(at, amount, unit, calendar)
    assert end is not None
    assert found.due_at == end.replace(tzinfo=VIETNAM)
    assert found.due_at == due_at(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=calendar)
    assert found.due_at is not None
    assert found.due_at >= found.counted_at


spans = st.tuples(st.integers(-4_000, 16_000), st.none() | st.integers(0, 9_000))


@given(
    calendar=calendars,
    at=moments,
    amount=st.integers(0, 8),
    unit=st.sampled_from(UNITS),
    stops=st.lists(spans, min_size=1, max_size=4),
)
def test_pauses_agree_with_counting_minute_by_minute(
    calendar: Calendar, at: datetime, amount: int, unit: Unit, stops: list[tuple[int, int | None]]
) -> None:
    pauses: naive.Pauses = [
        (began := at + timedelta(minutes=after), None if length is None else began + timedelta(minutes=length))
        for after, length in stops
    ]
    aware = [(a.replace(tzinfo=VIETNAM), b.replace(tzinfo=VIETNAM) if b else None) for a, b in pauses]

    found = due(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=calendar, pauses=aware)

    end = naive.due_at(at, amount, unit, calendar, pauses)
    assert found.due_at == (end.replace(tzinfo=VIETNAM) if end else None)
    assert found.stopped == (end is None)
    assert found.explanation


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    at = local("2026-11-16T08:00")
    with pytest.raises(ValueError, match="before it begins"):
        due(at, amount=1, unit="hour", calendar=STANDARD, pauses=[(at, at - timedelta(minutes=1))])


@given(calendar=calendars, at=moments)
def test_the_counted_moment_is_the_event_or_the_next_working_one(calendar: Calendar, at: datetime) -> None:
    found = due(at.replace(tzinfo=VIETNAM), amount=0, unit="day", calendar=calendar)

    assert found.counted_at == naive.counted_moment(calendar, at).replace(tzinfo=VIETNAM)


@given(at=moments, amount=st.integers(0, 60), unit=st.sampled_from(UNITS), later=st.integers(0, 20_000))
def test_who_files_later_is_never_due_earlier(at: datetime, amount: int, unit: Unit, later: int) -> None:
    first = due(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=STANDARD).due_at
    second = due(
        at.replace(tzinfo=VIETNAM) + timedelta(minutes=later), amount=amount, unit=unit, calendar=STANDARD
    ).due_at

    assert first is not None
    assert second is not None
    assert first <= second


def test_a_moment_elsewhere_is_told_in_vietnams_time() -> None:
    found = due(datetime(2026, 11, 16, 1, 0, 59, tzinfo=UTC), amount=1, unit="hour", calendar=STANDARD)

    assert found.due_at is not None
    assert found.due_at.isoformat() == "2026-11-16T09:00:00+07:00"
    assert found.counted_at.isoformat() == "2026-11-16T08:00:00+07:00"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due(datetime(2026, 11, 16, 8, 0), amount=1, unit="day", calendar=STANDARD)  # noqa: DTZ001 - what is refused


@pytest.mark.parametrize("amount", [-1, -0.5, True])
@pytest.mark.parametrize("unit", UNITS)
def test_an_amount_that_is_no_number_from_0_on_is_refused(amount: float, unit: Unit) -> None:
    with pytest.raises(ValueError, match="from 0 on"):
        due(local("2026-11-16T08:00"), amount=amount, unit=unit, calendar=STANDARD)


@pytest.mark.parametrize("unit", [Unit.WORKING_DAY, Unit.DAY, Unit.MONTH])
def test_a_fraction_of_a_day_or_a_month_is_refused(unit: Unit) -> None:
    with pytest.raises(ValueError, match="whole number"):
        due(local("2026-11-16T08:00"), amount=1.5, unit=unit, calendar=STANDARD)


def test_half_an_hour_is_thirty_minutes() -> None:
    found = due(local("2026-11-16T11:15"), amount=0.5, unit="hour", calendar=STANDARD)

    assert found.due_at == local("2026-11-16T13:45")


def test_a_fraction_of_a_minute_is_refused() -> None:
    with pytest.raises(ValueError, match="whole minutes"):
        due(local("2026-11-16T08:00"), amount=0.001, unit="hour", calendar=STANDARD)


def test_a_unit_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        due(local("2026-11-16T08:00"), amount=1, unit="fortnight", calendar=STANDARD)


def test_a_term_into_a_year_without_known_holidays_is_refused_rather_than_wrong() -> None:
    with pytest.raises(UnknownYear, match="2101"):
        due(local("2100-12-01T08:00"), amount=2, unit="month", calendar=STANDARD)


def test_a_term_that_stays_within_the_last_known_year_is_counted() -> None:
    assert due(local("2100-12-01T08:00"), amount=1, unit="working_day", calendar=STANDARD).due_at


def test_a_due_date_takes_less_than_100_microseconds() -> None:
    at = local("2026-11-20T10:00")

    def count() -> None:
        due(at, amount=3, unit="working_day", calendar=STANDARD)

    count()
    assert min(timeit.repeat(count, number=100, repeat=5)) / 100 < 100e-6
