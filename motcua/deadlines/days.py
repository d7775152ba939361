"""Days that differ from an ordinary week: holidays, swapped days, make-up days."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class DayKind(StrEnum):
    """Why a day is off, or on although the week says off."""

    HOLIDAY = "holiday"
    SWAPPED_OFF = "swapped_off"
    LOCAL_OFF = "local_off"
    MAKE_UP = "make_up"
    ORDINARY = "ordinary"
    """A day that was special and is so no more: the week's own hours hold."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day off, or one make-up day, with its name in both languages.

    `decided` is False while no decision for it is published ("dự kiến"). `decision` is the number of the
    document, empty where none is known. `instead_of` is the other half of a swap.
    """

    date: datetime.date
    kind: DayKind
    vi: str
    en: str
    decided: bool = True
    decision: str = ""
    instead_of: datetime.date | None = None
