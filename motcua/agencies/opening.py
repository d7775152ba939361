"""Opening hours as a person reads them: of a week, of the days to come."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.common.words import WEEKDAYS, begin
from motcua.deadlines import Calendar, DayKind, SpecialDay, UnknownYear

Hours = Mapping[str, Sequence[Sequence[str]]]
"""ISO weekday "1" … "7" to [["07:00", "11:30"], …], as a row of hours stores it."""


def in_words(working: Hours, reception: Hours) -> str:
    """“Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00; thứ Bảy: 07:00–11:30”: whenever the desk receives."""
    opening = {day: [*working.get(str(day), ()), *reception.get(str(day), ())] for day in range(1, 8)}
    runs: list[list[int]] = []
    for day, intervals in opening.items():
        if not intervals:
            continue
        if runs and runs[-1][-1] == day - 1 and opening[day - 1] == intervals:
            runs[-1].append(day)
        else:
            runs.append([day])
    return begin("; ".join(f"{_days(run)}: {_times(opening[run[0]])}" for run in runs))


def _days(run: list[int]) -> str:
    first, last = WEEKDAYS[run[0] - 1], WEEKDAYS[run[-1] - 1]
    if len(run) == 1:
        return str(first)
    return _("%(first)s đến %(last)s") % {"first": first, "last": last}


def _times(intervals: Sequence[Sequence[str]]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in sorted(map(tuple, intervals)))


class OpenDay(NamedTuple):
    """One day of a desk: its hours in words, empty when it is closed, and why it differs from its week."""

    date: date
    times: str
    special: SpecialDay | None


def days(calendar: Calendar, first: date, count: int) -> list[OpenDay]:
    """So many days from `first` on, working and receiving hours together; days of an unknown year are left out."""
    with suppress(UnknownYear):
        return [_open_day(calendar, first + timedelta(days=number)) for number in range(count)]
    return []


def days_off(calendar: Calendar, first: date, count: int) -> list[SpecialDay]:
    """The days off among so many from `first` on that the week itself does not make, soonest first."""
    special = (day.special for day in days(calendar, first, count))
    return [day for day in special if day is not None and day.kind not in (DayKind.MAKE_UP, DayKind.ORDINARY)]


def _open_day(calendar: Calendar, on: date) -> OpenDay:
    year = calendar.year(on.year)
    place = on.toordinal() - year.first
    open_for = sorted([*year.intervals[place], *year.reception[place]])
    times = ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in open_for)
    return OpenDay(on, times, year.special.get(on.toordinal()))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


_TIME = r"(\d{1,2})(?:[:hg.](\d{2})?)?"
_INTERVAL = re.compile(rf"\s*{_TIME}\s*(?:-|–|đến)\s*{_TIME}\s*")


def read(text: str) -> list[list[str]]:
    """Intervals from “7:00–11:30, 13h30 đến 17h”, in their order; nothing typed is none.

    :raises ValueError: a part that is no interval of a day, or two that overlap.
    """
    found = [_interval(part) for part in re.split(r"[,;]", text.strip()) if part.strip()]
    found.sort()
    for (_start, end), (start, _end) in pairwise(found):
        if start < end:
            raise ValueError(_("%(start)s nằm trong khoảng giờ trước") % {"start": start})
    return [list(one) for one in found]


def _interval(part: str) -> tuple[str, str]:
    typed = _INTERVAL.fullmatch(part.lower())
    if typed is None:
        raise ValueError(_("Ghi giờ như 07:00–11:30; ông/bà ghi “%(part)s”") % {"part": part.strip()})
    hours = [(int(typed[1]), int(typed[2] or 0)), (int(typed[3]), int(typed[4] or 0))]
    if hours[0] >= hours[1] or hours[1] > (24, 0) or any(minute > 59 for _hour, minute in hours):
        raise ValueError(_("“%(part)s” không phải một khoảng giờ trong ngày") % {"part": part.strip()})
    start, end = (f"{hour:02}:{minute:02}" for hour, minute in hours)
    return start, end


def written(intervals: Sequence[Sequence[str]]) -> str:
    """Intervals as they are typed: “07:00–11:30, 13:30–17:00”."""
    return _times(intervals)
