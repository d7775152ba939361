"""Dates, times and spans in both languages, without a framework: explanations are data."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Words(NamedTuple):
    """The same words in both languages."""

    vi: str
    en: str


@lru_cache(maxsize=4096)
def day_words(ordinal: int) -> Words:
    """“thứ Hai, 23/11/2026” and “Monday, 23 November 2026”."""
    day = date.fromordinal(ordinal)
    weekday = day.weekday()
    return Words(
        f"{WEEKDAYS_VI[weekday]}, {day.day:02}/{day.month:02}/{day.year}",
        f"{WEEKDAYS_EN[weekday]}, {day.day} {MONTHS_EN[day.month - 1]} {day.year}",
    )


def clock(minute: int) -> str:
    """“09:40”; the end of the last interval may be “24:00”."""
    return f"{minute // 60:02}:{minute % 60:02}"


def span(minutes: int) -> Words:
    """“3 giờ 30 phút” and “3 hours 30 minutes”."""
    hours, rest = divmod(minutes, 60)
    vietnamese = [f"{hours} giờ"] * bool(hours) + [f"{rest} phút"] * bool(rest or not hours)
    english = [_counted(hours, "hour")] * bool(hours) + [_counted(rest, "minute")] * bool(rest or not hours)
    return Words(" ".join(vietnamese), " ".join(english))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def begin(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
