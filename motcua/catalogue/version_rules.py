"""What a version says of its dossiers' life where the law leaves it to the procedure; by default nothing.

Each rule has its source in the version's `sources` under “rules.<name>”; without one it is not published.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

UNANSWERED = ("", "refuse", "stop")
AFTER_SUPPLEMENT = ("resume", "restart")
TRANSITIONS = ("", "old", "new")
DRAFTS = ("", "online", "always")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRules:
    """The rules of one version.

    `fee_first`: what is owed is paid before the acceptance check. `unanswered`: what a request leads to that nobody
    answers for `unanswered_days` working days. `after_supplement`: whether the term goes on or starts again.
    `fee_stops_clock`, `agency_wait_stops_clock`: whether the term stops while money is owed, or another agency is
    asked. `shows_draft`: which results the person sees before they are issued: of what was filed on line, or all.
    `no_approval`: no other person agrees to the result. `transition`: whether dossiers filed under the version before
    this one keep it.

    :raises ValueError: words that are none of the above, or an outcome without its days.
    """

    fee_first: bool = False
    unanswered: str = ""
    unanswered_days: int | None = None
    after_supplement: str = "resume"
    fee_stops_clock: bool = False
    agency_wait_stops_clock: bool = False
    shows_draft: str = ""
    no_approval: bool = False
    transition: str = ""

    def __post_init__(self) -> None:
        chosen = (
            (self.unanswered, UNANSWERED),
            (self.after_supplement, AFTER_SUPPLEMENT),
            (self.transition, TRANSITIONS),
            (self.shows_draft, DRAFTS),
        )
        for word, known in chosen:
            if word not in known:
                raise ValueError(f"{word!r} is none of {known}")
        if bool(self.unanswered) != (self.unanswered_days is not None):
            raise ValueError("an outcome of an unanswered request goes with its days")
        if self.unanswered_days is not None and self.unanswered_days < 1:
            raise ValueError("days are counted from 1")


NONE = VersionRules()
NAMES = tuple(item.name for item in fields(VersionRules))


def rules_of(stored: Mapping[str, Any]) -> VersionRules:
    """The rules that a version stores.

    :raises ValueError: an unknown rule, or values that do not go together.
    """
    if unknown := set(stored) - set(NAMES):
        raise ValueError(f"unknown rules: {', '.join(sorted(unknown))}")
    return VersionRules(**stored) if stored else NONE


def stored(rules: VersionRules) -> dict[str, Any]:
    """What of the rules is stored: only what differs from the default."""
    return {name: value for name, value in asdict(rules).items() if value != getattr(NONE, name)}
