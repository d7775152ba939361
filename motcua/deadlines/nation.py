"""The nation's shipped days: public holidays, and the days that the Government swaps each year.

Holidays follow Bộ luật Lao động 2019, art. 112, lunar dates included, as the `holidays` package computes them;
the yearly decisions are a table of ours, since the package lacks some and never says which day makes up for which.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from holidays.countries.vietnam import VN
from holidays.holiday_base import HolidayBase

from .days import DayKind, SpecialDay

FIRST_YEAR, LAST_YEAR = VN.start_year, VN.end_year
LAST_DECIDED_YEAR = 2026
"""The last year whose holidays the Government has published."""


class Swap(NamedTuple):
    """A working day that is off, and the rest day on which it is worked instead."""

    off: date
    on: date
    decision: str


SWAPS = (
    Swap(date(2024, 4, 29), date(2024, 5, 4), "2450/VPCP-KGVX"),
    Swap(date(2025, 5, 2), date(2025, 4, 26), "6150/TB-BLĐTBXH"),
    Swap(date(2026, 1, 2), date(2026, 1, 10), "12729/VPCP-KGVX"),
    Swap(date(2026, 8, 31), date(2026, 8, 22), "9441/TB-BNV"),
)
CULTURE_DAY = (11, 24)
"""Ngày Văn hóa Việt Nam: Nghị quyết 80-NQ/TW names it, the law that would grant it is not there yet."""


class UnknownYear(ValueError):
    """The calendar of that year is not known; a term that needs it has no date, rather than a wrong one."""


def is_decided(day: date) -> bool:
    """Whether the Government has published that `day` is off."""
    return day.year <= LAST_DECIDED_YEAR and (day.month, day.day) != CULTURE_DAY


@lru_cache(maxsize=256)
def national_days(year: int) -> Mapping[date, SpecialDay]:
    """Every holiday, swapped day and make-up day of `year`.

    :raises UnknownYear: the holidays of that year are not known.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnknownYear(f"the public holidays of {year} are not known")
    days = _holidays(year) | _made_up(year)
    for swap in SWAPS:
        if swap.off.year == year:
            days[swap.off] = _swapped_off(swap)
        if swap.on.year == year:
            days[swap.on] = _make_up(swap.on, swap)
    return MappingProxyType(days)


def _package(year: int, language: str) -> HolidayBase:
    """The package's year in an explicit language: its default follows the process's locale."""
    made: HolidayBase = VN(years=year, language=language)  # type: ignore[no-untyped-call]
    return made


def _holidays(year: int) -> dict[date, SpecialDay]:
    vietnamese, english = _package(year, "vi"), _package(year, "en_US")
    return {
        day: SpecialDay(day, DayKind.HOLIDAY, name, english[day], is_decided(day)) for day, name in vietnamese.items()
    }


def _made_up(year: int) -> dict[date, SpecialDay]:
    """Make-up days the package knows; one may be named by the year before or after."""
    near = [other for other in (year - 1, year, year + 1) if FIRST_YEAR <= other <= LAST_YEAR]
    known = {day for other in near for day in _package(other, "vi").weekend_workdays}
    return {day: _make_up(day, None) for day in known if day.year == year}


def _make_up(day: date, swap: Swap | None) -> SpecialDay:
    if swap is None:
        return SpecialDay(day, DayKind.MAKE_UP, "làm bù", "make-up working day")
    vi, en = f"làm bù cho ngày {swap.off:%d/%m/%Y}", f"make-up working day for {swap.off:%d/%m/%Y}"
    return SpecialDay(day, DayKind.MAKE_UP, vi, en, True, swap.decision, swap.off)


def _swapped_off(swap: Swap) -> SpecialDay:
    vi, en = f"nghỉ hoán đổi, làm bù ngày {swap.on:%d/%m/%Y}", f"day off in exchange for {swap.on:%d/%m/%Y}"
    return SpecialDay(swap.off, DayKind.SWAPPED_OFF, vi, en, True, swap.decision, swap.on)
