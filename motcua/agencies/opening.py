"""Opening hours as a person reads them."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from motcua.common.words import WEEKDAYS, begin

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
