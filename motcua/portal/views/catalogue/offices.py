"""Who does it here: the body that a procedure names, at the commune of this installation."""

from dataclasses import dataclass

from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency
from motcua.agencies.offices import codes_of
from motcua.common.kept import Kept


@dataclass(frozen=True)
class Office:
    """The body here and its desk; without a body, whom to call instead."""

    resolver: Agency | None
    receiver: Agency | None
    call: Agency | None
    code: str = ""
    """The code that the page of the desk is found by."""


@Kept
def office_here(body: str) -> Office:
    """The office, read at most once a minute in a process."""
    resolver = agencies.home_resolver(body) if body else None
    if resolver:
        desk = resolver.receiver
        return Office(resolver, desk, None, codes_of([desk.pk]).get(desk.pk, ""))
    here = agencies.home_commune()
    return Office(None, None, agencies.whom_to_call(here) if here else None)
