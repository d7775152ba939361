"""Who does it here: the body that a procedure names, at the commune of this installation."""

from dataclasses import dataclass

from motcua.agencies import queries as agencies
from motcua.agencies.handling import Handling
from motcua.agencies.models import Agency
from motcua.agencies.offices import codes_of
from motcua.catalogue.queries import VersionPage, in_force_at
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


def office_asked(body: str, asked: Handling | None) -> Office:
    """The office at the place that is asked for, where the body is set up there; else the one here."""
    if asked is None or asked.resolver is None:
        return office_here(body)
    return Office(asked.resolver, asked.receiver or asked.resolver.receiver, None)


def as_done_at(page: VersionPage, office: Office) -> VersionPage:
    """The version that holds at the body of an office; the nation's where the body is not set up."""
    return (in_force_at(page.code, office.resolver.pk) if office.resolver else None) or page


def takes_it_in(page: VersionPage, office: Office) -> bool:
    """Whether dossiers of it are taken in there."""
    return office.resolver is not None and (page.local is None or page.local.offered)
