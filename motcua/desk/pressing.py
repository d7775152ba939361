"""Which buttons a dossier's page carries for one officer: drawn from the lifecycle, never from the status."""

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.models import Account
from motcua.dossiers import queries
from motcua.dossiers.actions.waiting import is_waiting
from motcua.dossiers.checks import Act
from motcua.dossiers.lifecycle import Action
from motcua.dossiers.models import Dossier
from motcua.dossiers.results import templates_for
from motcua.dossiers.standing import standing
from motcua.dossiers.states import Status

from .deeds import AGENCY_ANSWERED, ASK_AGENCY, DEEDS, FILL_RESULT, PREPARE_RESULT, REFILL_RESULT, Deed, Way


@dataclass(frozen=True)
class Press:
    """One button or link: filled for the likely one; without `asks` the press itself does it."""

    deed: Deed
    asks: bool
    likely: bool
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Presses:
    """The buttons, the mistakes that may be put right, and the pages of money and of papers brought in."""

    row: tuple[Press, ...]
    mistakes: tuple[Press, ...]
    takes_money: bool
    takes_papers: bool


def open_to(dossier: Dossier, officer: Account, at: datetime) -> Presses:
    """The officer's presses: the likely one first, what leads out last. A party of the dossier has none."""
    act = Act(officer, at, frozenset(standing(dossier, officer, at)))
    found = {offer.action: offer.problems for offer in queries.offers(dossier, act)}
    offers = _beside(dossier, act, {action: said for action, said in found.items() if action in DEEDS})
    ready = [action for action, problems in offers.items() if DEEDS[action].way is Way.ON and not problems]
    presses = [
        Press(DEEDS[action], DEEDS[action].asks(dossier), action == (ready[0] if ready else ""), problems)
        for action, problems in offers.items()
    ]
    presses.sort(key=lambda press: (not press.likely, list(Way).index(press.deed.way)))
    return Presses(
        row=tuple(press for press in presses if press.deed.way is not Way.MISTAKE),
        mistakes=tuple(press for press in presses if press.deed.way is Way.MISTAKE),
        takes_money="cashier" in act.roles and dossier.status not in {Status.DRAFT, Status.REFUSED, Status.STOPPED},
        takes_papers=bool(found.keys() & {Action.SUPPLEMENT, Action.SUPPLEMENT_FIRST}),
    )


def _beside(dossier: Dossier, act: Act, offers: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """With what is no row of the lifecycle: the result, and another agency's opinion."""
    if queries.may_prepare_result(dossier, act.roles):
        ways: dict[str, tuple[str, ...]] = {FILL_RESULT: ()} if templates_for(dossier.procedure.code) else {}
        ways |= {PREPARE_RESULT: ()}
        offers = {**offers, **ways} if dossier.has_result() else {**ways, **offers}
    if Action.REPLACE_RESULT in offers and dossier.has_result() and dossier.result.template:
        offers = {**offers, REFILL_RESULT: offers[Action.REPLACE_RESULT]}
    if dossier.status == Status.PROCESSING and dossier.stage_now().role in act.roles - {"approver", "chair"}:
        offers = {**offers, (AGENCY_ANSWERED if is_waiting(dossier) else ASK_AGENCY): ()}
    return offers
