"""A calendar refuses hours that cannot be, and knows which hours a day keeps."""

from datetime import date

import pytest

from motcua.deadlines import EMPTY_WEEK, STANDARD, Calendar, DayKind, SpecialDay, week

MORNING, AFTERNOON = (7 * 60, 11 * 60 + 30), (13 * 60 + 30, 17 * 60)


def hours_on(calendar: Calendar, day: date) -> tuple[tuple[int, int], ...]:
    year = calendar.year(day.year)
    return year.intervals[day.toordinal() - year.first]


def test_the_standard_week_works_eight_hours_a_day() -> None:
    assert hours_on(STANDARD, date(2026, 11, 16)) == (MORNING, AFTERNOON)
    assert hours_on(STANDARD, date(2026, 11, 15)) == ()


def test_a_day_may_end_at_midnight() -> None:
    assert week({"1": [["22:00", "24:00"]]})[0] == ((1320, 1440),)


@pytest.mark.parametrize(
    "hours", [{"8": []}, {"1": [["7:00", "11:30"]]}, {"1": [["07:60", "11:30"]]}, {"1": [["ab:cd", "11:30"]]}]
)
def test_a_weekday_or_a_time_that_does_not_exist_is_refused(hours: dict[str, list[list[str]]]) -> None:
    with pytest.raises(ValueError, match=r"not a time of day|no such weekday"):
        week(hours)


@pytest.mark.parametrize(
    "monday",
    [
        [["11:30", "07:00"]],
        [["07:00", "07:00"]],
        [["07:00", "24:30"]],
        [["07:00", "12:00"], ["11:30", "17:00"]],
        [["13:30", "17:00"], ["07:00", "11:30"]],
    ],
)
def test_intervals_that_cannot_be_are_refused(monday: list[list[str]]) -> None:
    with pytest.raises(ValueError, match="interval"):
        Calendar(week({"1": monday}))


def test_a_calendar_without_working_time_is_refused() -> None:
    with pytest.raises(ValueError, match="working hours"):
        Calendar(EMPTY_WEEK, week({"6": [["07:00", "11:30"]]}))


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven"):
        Calendar((((0, 60),),))


def test_a_make_up_day_keeps_the_hours_of_the_day_it_makes_up_for() -> None:
    short_monday = Calendar(week({"1": [["08:00", "12:00"]], "5": [["07:00", "11:30"]]}))

    assert hours_on(short_monday, date(2026, 1, 10)) == (MORNING,)  # for Friday 2 January
    assert hours_on(short_monday, date(2026, 8, 22)) == ((480, 720),)  # for Monday 31 August


def test_an_agencys_own_day_holds_before_the_nations() -> None:
    at_work = SpecialDay(date(2026, 9, 2), DayKind.MAKE_UP, "trực", "on duty")
    off = SpecialDay(date(2026, 11, 16), DayKind.LOCAL_OFF, "nghỉ", "off")
    calendar = Calendar(STANDARD.working, own=(at_work, off))

    assert hours_on(calendar, date(2026, 9, 2)) == (MORNING, AFTERNOON)
    assert hours_on(calendar, date(2026, 11, 16)) == ()
    assert hours_on(calendar, date(2026, 9, 1)) == ()


def test_equal_calendars_are_one_key() -> None:
    twin = Calendar(STANDARD.working)
    twin.year(2026)

    assert twin == STANDARD
    assert hash(twin) == hash(STANDARD)
