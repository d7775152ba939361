"""One line of the table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A value beside its floor, both of the same run; the note says what was counted."""

    name: str
    value: float
    unit: str
    baseline: float
    ratio: float
    note: str
