"""Every due date says which days it counted and which it passed over."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.deadlines import STANDARD, VIETNAM, Calendar, Day, Unit, due, week

from .calendars import NAMED, calendars
from .test_due import UNITS, local, moments


def explained(at: str, amount: int | None, unit: str, calendar: Calendar = STANDARD) -> tuple[Day, ...]:
    return due(local(at), amount=amount, unit=unit, calendar=calendar).explanation


def test_a_holiday_is_passed_over_by_its_name() -> None:
    row = next(row for row in explained("2026-08-28T09:00", 1, "working_day") if row.date == date(2026, 9, 2))

    assert (row.counted, row.why) == (False, "holiday")
    assert row.vi == "Bỏ qua thứ Tư, 02/09/2026: nghỉ lễ Quốc khánh"
    assert row.en == "Skipped Wednesday, 2 September 2026: public holiday, National Day"


def test_a_day_without_a_decision_is_called_expected() -> None:
    said = [row for row in explained("2026-11-23T08:10", 8, "hour") if row.date == date(2026, 11, 24)]

    assert [row.vi for row in said] == ["Bỏ qua thứ Ba, 24/11/2026: nghỉ lễ Ngày Văn hóa Việt Nam (dự kiến)"]
    assert said[0].en.endswith("(expected, not yet decided)")


def test_every_holiday_of_a_year_without_a_decision_is_called_expected() -> None:
    holidays = [row for row in explained("2027-02-03T10:00", 1, "working_day") if row.why == "holiday"]

    assert len(holidays) == 7
    assert all("dự kiến" in row.vi for row in holidays)


def test_a_decided_holiday_is_not_called_expected() -> None:
    assert not any("dự kiến" in row.vi for row in explained("2026-02-13T16:30", 3, "working_day"))


def test_a_swap_tells_both_of_its_days() -> None:
    off = next(row for row in explained("2025-12-31T10:00", 1, "working_day") if row.date == date(2026, 1, 2))
    on = explained("2026-01-09T10:00", 1, "working_day")[-1]

    assert (off.counted, off.why) == (False, "swapped_off")
    assert "làm bù ngày 10/01/2026" in off.vi
    assert (on.counted, on.why) == (True, "make_up")
    assert "làm bù cho ngày 02/01/2026" in on.vi


def test_the_last_row_names_the_end() -> None:
    assert (
        explained("2026-11-16T08:00", 1, "working_day")[-1].vi
        == "Thứ Ba, 17/11/2026: ngày làm việc thứ 1; hạn lúc 17:00"
    )


def test_an_event_outside_hours_says_from_when_it_counts() -> None:
    rows = explained("2026-11-13T17:30", 1, "working_day")

    assert rows[0].vi == "Thứ Sáu, 13/11/2026: lúc 17:30, ngoài giờ làm việc; tính từ 07:00 thứ Hai, 16/11/2026"
    assert [row.why for row in rows] == ["outside_hours", "weekend", "weekend", "day_zero", "working_day"]


def test_an_event_at_lunch_says_so_on_its_own_day() -> None:
    assert "12:00 ngoài giờ làm việc, tính từ 13:30" in explained("2026-11-16T12:00", 1, "working_day")[0].vi


def test_reception_on_a_saturday_is_day_0() -> None:
    rows = explained("2026-11-14T09:00", 1, "working_day", NAMED["police"])

    assert [row.why for row in rows] == ["day_zero", "weekend", "working_day"]
    assert "trong giờ tiếp nhận" in rows[0].vi


def test_an_end_moved_off_a_day_off_says_why() -> None:
    rows = explained("2026-07-31T09:00", 1, "month")

    assert [row.why for row in rows[-4:]] == ["calendar_day", "holiday", "holiday", "moved_end"]
    assert "nghỉ hoán đổi" in rows[-4].vi
    assert rows[-1].vi.endswith("dời đến ngày làm việc này; hạn lúc 17:00")


def test_the_15_oclock_rule_is_told_both_ways() -> None:
    assert "không muộn hơn 15 giờ" in explained("2026-11-16T15:00", None, "same_day")[0].vi
    assert "sau 15 giờ" in explained("2026-11-16T15:01", None, "same_day")[0].vi


def test_hours_tell_what_each_day_gave() -> None:
    rows = explained("2026-11-13T16:30", 8, "hour")

    assert [row.vi for row in rows if row.counted] == [
        "Thứ Sáu, 13/11/2026: tính 30 phút làm việc từ 16:30",
        "Thứ Hai, 16/11/2026: tính 7 giờ 30 phút làm việc; hạn lúc 16:30",
    ]


def test_a_term_without_a_date_says_what_is_missing() -> None:
    assert "cần cán bộ xác định" in explained("2026-11-16T10:00", None, "day")[-1].vi
    assert "không hẹn ngày trả" in explained("2026-11-16T10:00", None, "no_date")[-1].vi


def test_a_make_up_saturday_for_a_day_that_is_free_anyway_is_a_day_off() -> None:
    mondays_free = Calendar(week({str(day): [["07:00", "11:30"]] for day in range(2, 6)}))
    row = explained("2026-08-21T09:00", 1, "working_day", mondays_free)[1]

    assert (row.date, row.counted, row.why) == (date(2026, 8, 22), False, "weekend")


@given(calendar=calendars, at=moments, amount=st.integers(0, 25), unit=st.sampled_from(UNITS))
def test_the_rows_run_day_by_day_from_the_event_to_the_end(
    calendar: Calendar, at: datetime, amount: int, unit: Unit
) -> None:
    found = due(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=calendar)
    dates = [row.date for row in found.explanation]
    # A day that closes at midnight ends on the next date.
    assert found.due_at is not None
    end = (found.due_at - timedelta(minutes=1)).date() if amount or unit is not Unit.HOUR else found.due_at.date()

    assert dates == [at.date() + timedelta(days=number) for number in range(len(dates))]
    assert dates[-1] == end
    assert all(row.vi and row.en and row.why for row in found.explanation)


@given(calendar=calendars, at=moments, amount=st.integers(0, 25))
def test_as_many_days_are_counted_as_the_term_has(calendar: Calendar, at: datetime, amount: int) -> None:
    for unit in (Unit.WORKING_DAY, Unit.DAY):
        rows = due(at.replace(tzinfo=VIETNAM), amount=amount, unit=unit, calendar=calendar).explanation

        assert sum(row.counted for row in rows) == amount
