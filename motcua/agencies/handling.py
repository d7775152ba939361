"""Who handles it at a place: the body that a procedure names, its desk, and whom to call where it is not set up."""

from dataclasses import dataclass

from . import queries
from .models import Agency, AgencyKind
from .places import Meant, place_meant

CENTRES = frozenset({AgencyKind.COMMUNE_CENTRE, AgencyKind.PROVINCE_CENTRE})
"""Desks: they receive for others and resolve nothing themselves."""


@dataclass(frozen=True)
class Handling:
    """The answer: which place was meant, who resolves there, or whom to call about it."""

    meant: Meant
    resolver: Agency | None = None
    call: Agency | None = None

    @property
    def receiver(self) -> Agency | None:
        """The desk that receives for the resolving body."""
        return self.resolver.receiver if self.resolver else None

    @property
    def anywhere(self) -> bool:
        """Whether any counter of the province takes it in: it goes through the one-stop centres (NĐ 118/2025/NĐ-CP)."""
        return self.receiver is not None and self.receiver.kind in CENTRES


def who_handles(kind: str, typed: str) -> Handling:
    """The body of that kind at the place that was typed, former names too; without a kind, whom to call there."""
    meant = place_meant(typed)
    if meant.place is not None:
        code = meant.place.unit.code
    elif meant.province is not None and not meant.choices and kind in queries.PROVINCE_KINDS:
        code = meant.province.unit.code  # a body of the province needs no commune
    else:
        return Handling(meant)
    resolver = queries.resolver(kind, code) if kind else None
    return Handling(meant, resolver, None if resolver else queries.whom_to_call(code))
