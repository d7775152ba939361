"""Which buttons a dossier's page carries for one officer: drawn from the lifecycle, never from the status."""

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.models import Account
from motcua.dossiers import queries
from motcua.dossiers.actions.moves import standing
from motcua.dossiers.checks import Act
from motcua.dossiers.models import Dossier

from .deeds import DEEDS, PREPARE_RESULT, Deed, Way


@dataclass(frozen=True)
class Press:
    """One button or link: filled for the likely one; without `asks` the press itself does it."""

    deed: Deed
    asks: bool
    likely: bool
    problems: tuple[str, ...]


def open_to(dossier: Dossier, officer: Account, at: datetime) -> list[Press]:
    """The officer's presses: the likely one first, what leads out last. A party of the dossier has none."""
    act = Act(officer, at, frozenset(standing(dossier, officer, at)))
    found = queries.offers(dossier, act)
    offers: dict[str, tuple[str, ...]] = {offer.action: offer.problems for offer in found if offer.action in DEEDS}
    if queries.may_prepare_result(dossier, act.roles):
        offers = {PREPARE_RESULT: (), **offers} if not dossier.has_result() else {**offers, PREPARE_RESULT: ()}
    ready = [action for action, problems in offers.items() if DEEDS[action].way is Way.ON and not problems]
    presses = [
        Press(DEEDS[action], DEEDS[action].asks(dossier), action == (ready[0] if ready else ""), problems)
        for action, problems in offers.items()
    ]
    return sorted(presses, key=lambda press: (not press.likely, list(Way).index(press.deed.way)))
