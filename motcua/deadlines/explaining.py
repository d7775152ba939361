"""The explanation of a due date: every day from the event to the end, counted or skipped, and why."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from .calendar import DAY_MINUTES, Calendar, Moment
from .counting import intervals_of, minutes_between, year_of
from .days import DayKind, SpecialDay
from .stops import inside
from .term import Day, Term, Unit, Why
from .wording import Words, begin, clock, day_words, span

_OFF = {DayKind.HOLIDAY: Why.HOLIDAY, DayKind.SWAPPED_OFF: Why.SWAPPED_OFF, DayKind.LOCAL_OFF: Why.LOCAL_OFF}
_WEEKEND = Words("nghỉ hằng tuần", "weekly day off")


def explain(term: Term) -> tuple[Day, ...]:
    """One row a day, in order; the last one names the end."""
    rows = [*_before_day_zero(term), *_from_day_zero(term)]
    if term.stopped:
        rows.append(_stopped(term))
    if term.end is not None:
        rows[-1] = _with_end(rows[-1], term.end[1])
    return tuple(rows)


def _with_end(row: Day, minute: int) -> Day:
    return Day(
        row.date, row.counted, row.why, f"{row.vi}; hạn lúc {clock(minute)}", f"{row.en}; due at {clock(minute)}"
    )


def _row(ordinal: int, counted: bool, why: Why, said: Words) -> Day:
    """“Thứ Hai, 23/11/2026: …”."""
    day = day_words(ordinal)
    return Day(date.fromordinal(ordinal), counted, str(why), f"{begin(day.vi)}: {said.vi}", f"{day.en}: {said.en}")


def _skipped(calendar: Calendar, ordinal: int) -> Day:
    """“Bỏ qua thứ Tư, 02/09/2026: nghỉ lễ Quốc khánh”."""
    why, reason = _why_off(calendar, ordinal)
    day = day_words(ordinal)
    vi, en = f"Bỏ qua {day.vi}: {reason.vi}", f"Skipped {day.en}: {reason.en}"
    return Day(date.fromordinal(ordinal), False, str(why), vi, en)


def _why_off(calendar: Calendar, ordinal: int) -> tuple[Why, Words]:
    special = _special(calendar, ordinal)
    if special is None or special.kind not in _OFF:  # a make-up day for one on which the agency does not work
        return Why.WEEKEND, _WEEKEND
    name = _named(special)
    if special.kind is DayKind.HOLIDAY:
        name = Words(f"nghỉ lễ {name.vi}", f"public holiday, {name.en}")
    return _OFF[special.kind], name


def _special(calendar: Calendar, ordinal: int) -> SpecialDay | None:
    return year_of(calendar, ordinal).special.get(ordinal)


def _named(special: SpecialDay) -> Words:
    """The day's name; what is not decided yet says so aloud."""
    if special.decided:
        return Words(special.vi, special.en)
    return Words(f"{special.vi} (dự kiến)", f"{special.en} (expected, not yet decided)")


def _before_day_zero(term: Term) -> Iterator[Day]:
    """The event's own day when it counts on a later one, and the days off between."""
    arrived, zero = term.start.arrived, term.start.counted[0]
    if arrived[0] == zero:
        return
    reason = _outside(term, arrived[0])
    yield _row(arrived[0], False, reason[0], reason[1])
    for ordinal in range(arrived[0] + 1, zero):
        yield _skipped(term.calendar, ordinal)


def _outside(term: Term, ordinal: int) -> tuple[Why, Words]:
    at, (zero, minute) = clock(term.start.arrived[1]), term.start.counted
    day = day_words(zero)
    if intervals_of(term.calendar, ordinal):
        why, reason = Why.OUTSIDE_HOURS, Words("ngoài giờ làm việc", "outside working hours")
    else:
        why, reason = _why_off(term.calendar, ordinal)
    return why, Words(
        f"lúc {at}, {reason.vi}; tính từ {clock(minute)} {day.vi}",
        f"at {at}, {reason.en}; counts from {clock(minute)} on {day.en}",
    )


def _from_day_zero(term: Term) -> Iterator[Day]:
    match term.unit:
        case Unit.HOUR if term.end is not None:
            return chain(_hours(term, term.end), _moved_end(term, term.last or 0))
        case Unit.HOUR if term.stopped:
            return _hours(term, term.stops[-1].began)
        case Unit.SAME_DAY if not term.stopped:
            return _same_day(term)
        case _ if term.last is None and not term.stopped:
            return iter([_without_date(term)])
    if term.stopped:
        term = term._replace(last=max(term.stops[-1].began[0], term.start.counted[0]))
    return _days(term, working=term.unit is Unit.WORKING_DAY)


def _stopped(term: Term) -> Day:
    """The open pause: no date until it ends."""
    began = term.stops[-1].began
    said = Words(
        f"tạm dừng từ lúc {clock(began[1])}, chưa kết thúc; có hạn khi hết tạm dừng",
        f"stopped from {clock(began[1])}, not ended yet; the date comes when it ends",
    )
    return _row(began[0], False, Why.PAUSED, said)


def _moved_within_day(term: Term) -> Words:
    """How the event's minute became the counted one on the same day; nothing when it did not."""
    (day, minute), (zero, counted) = term.start.arrived, term.start.counted
    if day == zero and minute != counted:
        return Words(
            f"; lúc {clock(minute)} ngoài giờ làm việc, tính từ {clock(counted)}",
            f"; {clock(minute)} is outside working hours, counts from {clock(counted)}",
        )
    if term.start.counted != term.start.runs:
        return Words(f"; lúc {clock(minute)} trong giờ tiếp nhận", f"; {clock(minute)} is within reception hours")
    return Words("", "")


def _day_zero(term: Term) -> Day:
    moved = _moved_within_day(term)
    return _row(
        term.start.counted[0],
        False,
        Why.DAY_ZERO,
        Words(f"ngày bắt đầu, không tính{moved.vi}", f"the day of the event, not counted{moved.en}"),
    )


def _without_date(term: Term) -> Day:
    said = (
        Words("không hẹn ngày trả kết quả", "no date is promised for the result")
        if term.unit is Unit.NO_DATE
        else Words(
            "thủ tục không ghi thời hạn tính được, cần cán bộ xác định",
            "the procedure states no usable time limit, an officer must set it",
        )
    )
    return _row(term.start.counted[0], False, Why.NO_UNIT, said)


def _days(term: Term, *, working: bool) -> Iterator[Day]:
    """Day 0, the days of the term, and the days off over which its end moved."""
    yield _day_zero(term)
    zero, last, number = term.start.counted[0], term.last, 0
    assert last is not None
    for ordinal in range(zero + 1, last + 1):
        if working and not intervals_of(term.calendar, ordinal):
            yield _skipped(term.calendar, ordinal)
            continue
        if term.stops and (paused := _paused_day(term, ordinal, working=working)):
            yield paused
            continue
        number += 1
        yield _working_day(term.calendar, ordinal, number) if working else _calendar_day(term, ordinal, number)
    yield from _moved_end(term, last)


def _paused_day(term: Term, ordinal: int, *, working: bool) -> Day | None:
    """A day that a pause takes out, whole or in part; None where none touches its working time."""
    if not working:
        zero = term.start.counted
        for began, ended in term.stops:
            if ended is not None and max(began, zero)[0] < ordinal <= ended[0]:
                return _row(ordinal, False, Why.PAUSED, Words("tạm dừng, không tính", "stopped, not counted"))
        return None
    taken = _paused_minutes(term, ordinal, (ordinal, 0), (ordinal, DAY_MINUTES))
    if not taken:
        return None
    whole = sum(end - start for start, end in intervals_of(term.calendar, ordinal))
    if taken == whole:
        return _row(ordinal, False, Why.PAUSED, Words("tạm dừng, không tính", "stopped, not counted"))
    counted, stopped = span(whole - taken), span(taken)
    said = Words(
        f"tính {counted.vi} làm việc, tạm dừng {stopped.vi}",
        f"{counted.en} of working time, stopped for {stopped.en}",
    )
    return _row(ordinal, True, Why.WORKING_TIME, said)


def _paused_minutes(term: Term, ordinal: int, since: Moment, until: Moment) -> int:
    """Working minutes of a span that pauses take out; an open one takes all that follows."""
    taken = 0
    for began, ended in term.stops:
        first, last = max(began, since), min(ended or until, until)
        if first < last:
            taken += minutes_between(term.calendar, first, last)
    return taken


def _working_day(calendar: Calendar, ordinal: int, number: int) -> Day:
    made_up = _special(calendar, ordinal)
    said = Words(f"ngày làm việc thứ {number}", f"working day {number}")
    if made_up is None:
        return _row(ordinal, True, Why.WORKING_DAY, said)
    name = _named(made_up)
    return _row(ordinal, True, Why.MAKE_UP, Words(f"{said.vi} ({name.vi})", f"{said.en} ({name.en})"))


def _calendar_day(term: Term, ordinal: int, number: int) -> Day:
    said = Words(f"ngày thứ {number}, tính cả ngày nghỉ", f"day {number}, days off included")
    if ordinal == term.last and term.end is not None and term.end[0] != ordinal:
        reason = _why_off(term.calendar, ordinal)[1]
        said = Words(f"ngày thứ {number}, {reason.vi}", f"day {number}, {reason.en}")
    return _row(ordinal, True, Why.CALENDAR_DAY, said)


def _moved_end(term: Term, last: int) -> Iterator[Day]:
    """The days off skipped after the last day, and the working day at whose close the term ends (art. 148)."""
    if term.end is None or term.end[0] == last:
        return
    in_pause = False
    for ordinal in range(last + 1, term.end[0]):
        if intervals_of(term.calendar, ordinal):
            in_pause = True
            yield _row(ordinal, False, Why.PAUSED, Words("tạm dừng, không tính", "stopped, not counted"))
        else:
            yield _skipped(term.calendar, ordinal)
    in_pause = in_pause or inside(term.stops, (last, DAY_MINUTES - 1)) is not None
    said = (
        Words(
            "hạn rơi vào lúc tạm dừng nên dời đến ngày hết tạm dừng",
            "the end fell into the stop and moves to the day on which it ends",
        )
        if in_pause
        else Words(
            "hạn rơi vào ngày nghỉ nên dời đến ngày làm việc này",
            "the end fell on a day off and moves to this working day",
        )
    )
    yield _row(term.end[0], False, Why.MOVED_END, said)


def _same_day(term: Term) -> Iterator[Day]:
    (zero, minute), last = term.start.counted, term.last
    assert last is not None
    moved = _moved_within_day(term)
    at = clock(minute)
    if last == zero:
        said = Words(f"lúc {at}, không muộn hơn 15 giờ: hạn trong ngày", f"at {at}, not after 15:00: due the same day")
    else:
        said = Words(
            f"lúc {at}, sau 15 giờ: sang ngày làm việc kế tiếp", f"at {at}, after 15:00: due the next working day"
        )
    why = Why.SAME_DAY if last == zero else Why.AFTER_15
    yield _row(zero, last == zero, why, Words(said.vi + moved.vi, said.en + moved.en))
    for ordinal in range(zero + 1, last):
        yield _skipped(term.calendar, ordinal)
    if last != zero:
        yield _working_day(term.calendar, last, 1)
    yield from _moved_end(term, last)


def _hours(term: Term, end: Moment) -> Iterator[Day]:
    """Day 0 when only reception made it count, then the working time taken from each day."""
    zero, (runs, minute) = term.start.counted[0], term.start.runs
    if zero != runs:
        yield _day_zero(term)
    for ordinal in range(zero + (zero != runs), end[0] + 1):
        intervals = intervals_of(term.calendar, ordinal)
        if not intervals:
            yield _skipped(term.calendar, ordinal)
            continue
        first = minute if ordinal == runs else 0
        stop = end[1] if ordinal == end[0] else intervals[-1][1]
        taken = sum(max(min(until, stop) - max(since, first), 0) for since, until in intervals)
        paused = _paused_minutes(term, ordinal, (ordinal, first), (ordinal, stop)) if first < stop else 0
        yield _hours_of_day(term, ordinal, taken - paused, paused)


def _hours_of_day(term: Term, ordinal: int, taken: int, paused: int) -> Day:
    if paused and not taken:
        return _row(ordinal, False, Why.PAUSED, Words("tạm dừng, không tính", "stopped, not counted"))
    minutes = span(taken)
    said = Words(f"tính {minutes.vi} làm việc", f"{minutes.en} of working time")
    if ordinal == term.start.runs[0]:
        since = clock(term.start.runs[1])
        said = Words(f"{said.vi} từ {since}", f"{said.en} from {since}")
    if paused:
        stopped = span(paused)
        said = Words(f"{said.vi}, tạm dừng {stopped.vi}", f"{said.en}, stopped for {stopped.en}")
    return _row(ordinal, True, Why.WORKING_TIME, said)
