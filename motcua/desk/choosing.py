"""Which procedure, case and body a reception is about, found without JavaScript: each press reloads the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from motcua.accounts.models import Role, RoleHeld
from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency
from motcua.catalogue import queries as catalogue
from motcua.eforms.typed import clean


@dataclass(frozen=True)
class Counter:
    """What the officer's desks receive for."""

    served: tuple[Agency, ...]

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The kinds of agency that a procedure may name."""
        return frozenset(agency.kind for agency in self.served)

    def resolver(self, body: str) -> Agency | None:
        """The agency of that kind, if this counter receives for it."""
        return next((agency for agency in self.served if agency.kind == body), None)

    def other_counters(self) -> list[Agency]:
        """Where else in the province a result can be collected."""
        unit = self.served[0].unit
        own = {agency.receiver.pk for agency in self.served}
        return [one for one in agencies.counters_of(unit.province_id or unit.code) if one.pk not in own]


def counter_of(held: Iterable[RoleHeld]) -> Counter:
    """The counter where the officer holds the intake role."""
    return Counter(tuple(agencies.received_by([row.agency_id for row in held if row.role == Role.INTAKE])))


@dataclass(frozen=True)
class Choice:
    """What is chosen so far. `looked` says that a search was made; `elsewhere` that another body resolves it."""

    words: str = ""
    matches: tuple[catalogue.Row, ...] = ()
    looked: bool = False
    elsewhere: str = ""
    page: catalogue.VersionPage | None = None
    case: catalogue.CasePage | None = None
    resolver: Agency | None = None

    def asks_term(self, channel: str) -> bool:
        """Whether the officer states the term, because the case has no usable one for this way of handing in."""
        row = self.case.channel(channel) if self.case else None
        return self.case is not None and not (row and row.usable)

    @property
    def asks_case(self) -> bool:
        """Whether the officer still has to say which case it is."""
        return self.page is not None and self.case is None


def choose(typed: Mapping[str, str], counter: Counter) -> Choice:
    """Read the presses: “Tìm”, “Chọn” beside a match, “Đổi”."""
    words = clean(typed.get("words", ""))
    if "change" in typed:
        return Choice()
    code = clean(typed.get("choose") or typed.get("procedure") or "")
    if code:
        return _chosen(code, typed, counter)
    if not words:
        return Choice(looked="find" in typed)
    if catalogue.current_version(words) is not None:
        return _chosen(words, typed, counter)
    found = catalogue.search(catalogue.Filters(words=words, bodies=counter.bodies))
    if len(found.rows) == 1:
        return _chosen(found.rows[0].code, typed, counter)
    return Choice(words=words, matches=found.rows, looked=True)


def _chosen(code: str, typed: Mapping[str, str], counter: Counter) -> Choice:
    page = catalogue.current_version(code)
    resolver = counter.resolver(page.body) if page else None
    if page is None or resolver is None:
        return Choice(words=code, looked=True, elsewhere=page.executing or page.publisher_name if page else "")
    here = catalogue.in_force_at(code, resolver.pk) or page
    return Choice(page=here, resolver=resolver, case=_case(here, typed))


def _case(page: catalogue.VersionPage, typed: Mapping[str, str]) -> catalogue.CasePage | None:
    if len(page.cases) == 1:
        return page.cases[0]
    if "change_case" in typed:
        return None
    try:
        return page.case(UUID(typed.get("choose_case") or typed.get("case") or ""))
    except ValueError:
        return None
