"""Who does it here: the body that a procedure names, at the commune of this installation."""

import time
from dataclasses import dataclass

from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency

KEPT = 60.0  # seconds


@dataclass(frozen=True)
class Office:
    """The body here and its desk; without a body, whom to call instead."""

    resolver: Agency | None
    receiver: Agency | None
    call: Agency | None


_known: dict[str, tuple[float, Office]] = {}


def office_here(body: str) -> Office:
    """The office, read at most once a minute in a process."""
    now = time.monotonic()
    kept = _known.get(body)
    if kept is None or now - kept[0] > KEPT:
        kept = _known[body] = (now, _read(body))
    return kept[1]


def forget() -> None:
    """Read the offices again at the next question."""
    _known.clear()


def _read(body: str) -> Office:
    home = agencies.home_desk()
    if home is None:
        return Office(None, None, None)
    resolver = agencies.resolver(body, home.agency.unit_id) if body else None
    if resolver:
        return Office(resolver, resolver.receiver, None)
    return Office(None, None, agencies.whom_to_call(home.agency.unit_id))
