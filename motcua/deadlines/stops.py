"""Pauses of a term as moments: read, put in order, merged."""

from collections.abc import Sequence
from datetime import datetime

from .calendar import Moment, to_moment
from .term import Stop


def read(pauses: Sequence[tuple[datetime, datetime | None]]) -> list[Stop]:
    """The pauses in the order of their beginnings, without empty ones.

    :raises ValueError: one ends before it begins, or a moment has no time zone.
    """
    found: list[Stop] = []
    for began, ended in pauses:
        stop = Stop(to_moment(began), None if ended is None else to_moment(ended))
        if ended is not None and ended < began:
            raise ValueError("a pause ends before it begins")
        if stop.ended is None or stop.ended > stop.began:
            found.append(stop)
    found.sort(key=lambda stop: (stop.began, stop.ended is None, stop.ended or stop.began))
    return found


def merged(stops: list[Stop]) -> tuple[Stop, ...]:
    """Overlapping and touching pauses once; the order is that of their beginnings."""
    found: list[Stop] = []
    for stop in stops:
        before = found[-1] if found else None
        if before is None or (before.ended is not None and before.ended < stop.began):
            found.append(stop)
        elif before.ended is not None:
            ended = None if stop.ended is None else max(before.ended, stop.ended)
            found[-1] = Stop(before.began, ended)
    return tuple(found)


def inside(stops: tuple[Stop, ...], moment: Moment) -> Stop | None:
    """The pause in which the moment lies; its beginning belongs to it, its end does not."""
    for stop in stops:
        if stop.began <= moment and (stop.ended is None or moment < stop.ended):
            return stop
    return None
