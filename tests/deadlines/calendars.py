"""Calendars that the cases name, and calendars at random."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from motcua.deadlines import STANDARD, STANDARD_WORKING, Calendar, DayKind, Hours, SpecialDay, Week, week

FIRST, LAST = date(2020, 1, 1), date(2035, 12, 31)

SUMMER = {str(day): [["06:30", "11:00"], ["13:00", "16:30"]] for day in range(1, 6)}
NAMED = {
    "standard": STANDARD,
    "police": Calendar(week(STANDARD_WORKING), week({"6": [["07:00", "11:30"]]})),
    "seasons": Calendar(
        week(STANDARD_WORKING),
        later=(Hours(date(2026, 4, 16), week(SUMMER)), Hours(date(2026, 10, 16), week(STANDARD_WORKING))),
    ),
    "evening": Calendar(week(STANDARD_WORKING), week({"1": [["17:00", "19:00"]]})),
}

intervals = st.lists(st.integers(0, 96), max_size=6, unique=True).map(
    lambda quarters: tuple((a * 15, b * 15) for a, b in list(pairwise(sorted(quarters)))[::2])
)
weeks: st.SearchStrategy[Week] = st.tuples(*[intervals] * 7)
days = st.dates(FIRST - timedelta(days=31), LAST + timedelta(days=366))


@st.composite
def special_days(draw: st.DrawFn) -> SpecialDay:
    kind = draw(st.sampled_from(DayKind))
    return SpecialDay(draw(days), kind, "ngày riêng", "own day", instead_of=draw(st.none() | days))


calendars = st.builds(
    Calendar,
    working=weeks.filter(any),
    reception=weeks,
    own=st.lists(special_days(), max_size=12, unique_by=lambda day: day.date).map(tuple),
    national=st.booleans(),
    later=st.lists(
        st.builds(Hours, since=st.dates(FIRST, LAST), working=weeks.filter(any), reception=weeks),
        max_size=2,
        unique_by=lambda hours: hours.since,
    ).map(lambda found: tuple(sorted(found, key=lambda hours: hours.since))),
)
