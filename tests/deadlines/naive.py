"""The same rules counted minute by minute, slowly and without a table: what the fast ones are compared with."""

from datetime import date, datetime, timedelta

from motcua.deadlines import Calendar, DayKind, Unit, national_days

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def weekday_kept(calendar: Calendar, day: date) -> int | None:
    own = {special.date: special for special in calendar.own}
    special = own.get(day) or (national_days(day.year).get(day) if calendar.national else None)
    if special is None:
        return day.weekday()
    if special.kind is not DayKind.MAKE_UP:
        return None
    return special.instead_of.weekday() if special.instead_of else 0


def open_at(hours: tuple[tuple[tuple[int, int], ...], ...], calendar: Calendar, moment: datetime) -> bool:
    weekday = weekday_kept(calendar, moment.date())
    minute = moment.hour * 60 + moment.minute
    return weekday is not None and any(start <= minute < end for start, end in hours[weekday])


def works(calendar: Calendar, moment: datetime) -> bool:
    return open_at(calendar.working, calendar, moment)


def is_working_day(calendar: Calendar, day: date) -> bool:
    weekday = weekday_kept(calendar, day)
    return weekday is not None and bool(calendar.working[weekday])


def next_work(calendar: Calendar, moment: datetime) -> datetime:
    while not works(calendar, moment):
        moment += MINUTE if is_working_day(calendar, moment.date()) else _until_midnight(moment)
    return moment


def _until_midnight(moment: datetime) -> timedelta:
    return datetime.combine(moment.date() + DAY, datetime.min.time()) - moment


def counted_moment(calendar: Calendar, at: datetime) -> datetime:
    return at if open_at(calendar.reception, calendar, at) else next_work(calendar, at)


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


def due_at(at: datetime, amount: int, unit: Unit, calendar: Calendar) -> datetime:
    """The end of the term, local time without a zone."""
    counted = counted_moment(calendar, at)
    day = counted.date()
    match unit:
        case Unit.HOUR:
            return after_hours(next_work(calendar, at), amount, calendar)
        case Unit.WORKING_DAY:
            for _ in range(amount):
                day = next_working_day(calendar, day)
        case Unit.DAY:
            day += amount * DAY
        case Unit.MONTH:
            day = months_on(day, amount)
        case Unit.SAME_DAY:
            if (counted.hour, counted.minute) > (15, 0):
                day = next_working_day(calendar, day)
    return close(calendar, day, counted)


def after_hours(moment: datetime, hours: int, calendar: Calendar) -> datetime:
    left = hours * 60
    end = moment
    while left:
        if works(calendar, moment):
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
