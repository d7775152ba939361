"""The nation's days, against what was announced."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from motcua.deadlines import DayKind, UnknownYear, national_days

SHARED = Path(__file__).parents[3] / "shared" / "data" / "holidays.csv"


def test_the_swap_that_the_package_lacks_is_shipped() -> None:
    days = national_days(2026)
    off, on = days[date(2026, 1, 2)], days[date(2026, 1, 10)]

    assert (off.kind, off.decision, off.instead_of) == (DayKind.SWAPPED_OFF, "12729/VPCP-KGVX", date(2026, 1, 10))
    assert (on.kind, on.decision, on.instead_of) == (DayKind.MAKE_UP, "12729/VPCP-KGVX", date(2026, 1, 2))


def test_make_up_saturdays_of_the_package_are_kept_without_a_decision_of_ours() -> None:
    assert national_days(2019)[date(2019, 1, 5)].kind is DayKind.MAKE_UP
    assert national_days(2014)[date(2014, 12, 27)].kind is DayKind.MAKE_UP


def test_names_are_vietnamese_and_english_whatever_the_process_speaks() -> None:
    tet = national_days(2026)[date(2026, 2, 17)]

    assert (tet.vi, tet.en) == ("Tết Nguyên Đán", "Lunar New Year")


def test_only_what_was_published_is_decided() -> None:
    assert national_days(2026)[date(2026, 9, 2)].decided
    assert not national_days(2026)[date(2026, 11, 24)].decided
    assert not any(day.decided for day in national_days(2027).values())


@pytest.mark.parametrize("year", [1900, 2101])
def test_a_year_that_is_not_known_is_an_error(year: int) -> None:
    with pytest.raises(UnknownYear, match=str(year)):
        national_days(year)


def test_the_days_agree_with_the_collected_ones() -> None:
    if not SHARED.exists():
        pytest.skip("shared/data is not beside this checkout: the holidays were not compared")
    collected: dict[int, dict[date, bool]] = defaultdict(dict)
    with SHARED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = date.fromisoformat(row["date"])
            collected[day.year][day] = row["is_working_day"] == "1"

    for year, days in collected.items():
        shipped = {day: special.kind is DayKind.MAKE_UP for day, special in national_days(year).items()}
        assert shipped == days
