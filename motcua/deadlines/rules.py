"""What an agency may set otherwise where the law is silent; the defaults are those of the decision records."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a calendar counts.

    `counts_event_day`: the day of the event is the first of the term (Bộ luật Dân sự 2015, art. 147, says it is not
    counted). `close_belongs`: an event at the closing minute is inside working time. `reception_counts`: a filing in
    reception hours counts on that day. `same_day_until`: minute of the day up to which a same-day term ends that
    day. `rounds_up`: a term in working days ends at the close of its last day, also after a pause. `paused_end_closes`:
    an end that falls inside a pause moves to the close of the day on which the pause ends, else to that moment.
    `check_hours`: working hours of the acceptance check.

    :raises ValueError: a minute outside the day, or no hours.
    """

    counts_event_day: bool = False
    close_belongs: bool = False
    reception_counts: bool = True
    same_day_until: int = 15 * 60
    rounds_up: bool = True
    paused_end_closes: bool = True
    check_hours: int = 8

    def __post_init__(self) -> None:
        if not 0 <= self.same_day_until < DAY_MINUTES:
            raise ValueError("a minute of the day")
        if self.check_hours < 1:
            raise ValueError("a check of at least one hour")


DEFAULT = Rules()
NAMES = frozenset(item.name for item in fields(Rules))


def rules_of(stored: Mapping[str, Any]) -> Rules:
    """The rules that an agency stores; what it does not store is as by default.

    :raises ValueError: an unknown rule, or a value of another kind.
    """
    for name, value in stored.items():
        if name not in NAMES:
            raise ValueError(f"unknown rule: {name}")
        if type(value) is not type(getattr(DEFAULT, name)):
            raise ValueError(f"{name} cannot be {value!r}")
    return Rules(**stored) if stored else DEFAULT


def stored(rules: Rules) -> dict[str, Any]:
    """What of the rules differs from the default."""
    return {name: value for name, value in asdict(rules).items() if value != getattr(DEFAULT, name)}
