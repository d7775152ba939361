"""The same rules counted minute by minute, slowly and without a table: what the fast ones are compared with."""

from datetime import date, datetime, timedelta

from motcua.deadlines import Calendar, DayKind, Unit, Week, national_days

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


Pauses = list[tuple[datetime, datetime | None]]


def hours_of(calendar: Calendar, day: date) -> tuple[Week, Week]:
    working, reception = calendar.working, calendar.reception
    for hours in calendar.later:
        if hours.since <= day:
            working, reception = hours.working, hours.reception
    return working, reception


def weekday_kept(calendar: Calendar, day: date) -> int | None:
    own = {special.date: special for special in calendar.own}
    special = own.get(day) or (national_days(day.year).get(day) if calendar.national else None)
    if special is None or special.kind is DayKind.ORDINARY:
        return day.weekday()
    if special.kind is not DayKind.MAKE_UP:
        return None
    return special.instead_of.weekday() if special.instead_of else 0


def open_at(hours: Week, calendar: Calendar, moment: datetime) -> bool:
    weekday = weekday_kept(calendar, moment.date())
    minute = moment.hour * 60 + moment.minute
    return weekday is not None and any(start <= minute < end for start, end in hours[weekday])


def works(calendar: Calendar, moment: datetime) -> bool:
    return open_at(hours_of(calendar, moment.date())[0], calendar, moment)


def is_working_day(calendar: Calendar, day: date) -> bool:
    weekday = weekday_kept(calendar, day)
    return weekday is not None and bool(hours_of(calendar, day)[0][weekday])


def next_work(calendar: Calendar, moment: datetime) -> datetime:
    while not works(calendar, moment):
        moment += MINUTE if is_working_day(calendar, moment.date()) else _until_midnight(moment)
    return moment


def _until_midnight(moment: datetime) -> timedelta:
    return datetime.combine(moment.date() + DAY, datetime.min.time()) - moment


def counted_moment(calendar: Calendar, at: datetime) -> datetime:
    return at if open_at(hours_of(calendar, at.date())[1], calendar, at) else next_work(calendar, at)


def close(calendar: Calendar, day: date, after: datetime) -> datetime:
    """The end of the day's work, or of the next working day's where it has none after the moment."""
    last = None
    moment = datetime.combine(day, datetime.min.time())
    while moment.date() == day:
        if works(calendar, moment):
            last = moment + MINUTE
        moment += MINUTE
    return last if last and last > after else close(calendar, next_working_day(calendar, day), after)


def next_working_day(calendar: Calendar, day: date) -> date:
    day += DAY
    while not is_working_day(calendar, day):
        day += DAY
    return day


def due_at(at: datetime, amount: int, unit: Unit, calendar: Calendar, pauses: Pauses | None = None) -> datetime | None:
    """The end of the term, local time without a zone; None while a pause is open before it."""
    taken: Pauses = []
    end = counted(at, amount, unit, calendar, taken)
    for began, ended in sorted(pauses or [], key=lambda pause: pause[0]):
        if ended == began:
            continue
        if began >= end:
            break
        if ended is None:
            return None
        taken.append((began, ended))
        if unit is not Unit.SAME_DAY:
            end = counted(at, amount, unit, calendar, taken)
    return end


def paused(taken: Pauses, moment: datetime) -> datetime | None:
    """The end of a pause that holds the moment."""
    for began, ended in taken:
        if ended is not None and began <= moment < ended:
            return ended
    return None


def counted(at: datetime, amount: int, unit: Unit, calendar: Calendar, taken: Pauses) -> datetime:
    end = _counted(at, amount, unit, calendar, taken)
    while (over := paused(taken, end)) is not None:
        day = over.date()
        last = close(calendar, day, datetime.combine(day, datetime.min.time()))
        end = last if last >= over else close(calendar, next_working_day(calendar, day), over)
    return end


def _counted(at: datetime, amount: int, unit: Unit, calendar: Calendar, taken: Pauses) -> datetime:
    start = counted_moment(calendar, at)
    day = start.date()
    match unit:
        case Unit.HOUR:
            return after_minutes(next_work(calendar, at), amount * 60, calendar, taken)
        case Unit.WORKING_DAY:
            for _ in range(amount):
                day = next_working_day(calendar, day)
            if amount and taken:
                day = _with_pauses(start.date(), day, calendar, taken)
        case Unit.DAY | Unit.MONTH:
            day = day + amount * DAY if unit is Unit.DAY else months_on(day, amount)
            day += DAY * len(days_paused(start, taken))
        case Unit.SAME_DAY:
            if (start.hour, start.minute) > (15, 0):
                day = next_working_day(calendar, day)
    return close(calendar, day, start)


def days_paused(start: datetime, taken: Pauses) -> set[date]:
    """The days that pauses take out: every day after the one on which a pause begins, up to that of its end."""
    found: set[date] = set()
    for began, ended in taken:
        first = max(began, start)
        if ended is not None and ended > start:
            found |= {first.date() + n * DAY for n in range(1, (ended.date() - first.date()).days + 1)}
    return found


def _with_pauses(zero: date, last: date, calendar: Calendar, taken: Pauses) -> date:
    """The day on which the working minutes of the term and of its pauses are used up, counted from the end of day 0."""
    begin = datetime.combine(zero + DAY, datetime.min.time())
    need = minutes_between(begin, datetime.combine(last + DAY, datetime.min.time()), calendar)
    moment = begin
    until = max(ended for _began, ended in taken if ended is not None)
    while moment < until:
        need += works(calendar, moment) and paused(taken, moment) is not None
        moment += MINUTE
    return (after_minutes(next_work(calendar, begin), need, calendar, []) - MINUTE).date()


def after_minutes(moment: datetime, left: int, calendar: Calendar, taken: Pauses) -> datetime:
    end = moment
    while left:
        if works(calendar, moment):
            if paused(taken, moment) is None:
                left -= 1
            end = moment + MINUTE
            moment += MINUTE
        else:
            moment = next_work(calendar, moment)
    return end


def months_on(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def minutes_between(a: datetime, b: datetime, calendar: Calendar) -> int:
    count = 0
    while a < b:
        count += works(calendar, a)
        a += MINUTE
    return count
