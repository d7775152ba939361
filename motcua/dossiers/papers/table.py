"""Line of the history → papers that it owes beside the slip of its row, and papers that it takes out of force."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..lifecycle import LIFECYCLE, Action
from ..models import Dossier

A = Action
RECEIVING = frozenset({A.FILE, A.ASK_SUPPLEMENT_FIRST, A.ACCEPT, A.REFUSE, A.SUPPLEMENT_FIRST})
"""Papers of these lines are the receiving agency's; the others the resolving one's."""


def _always(_dossier: Dossier) -> bool:
    return True


def _drawn(dossier: Dossier) -> bool:
    return bool(dossier.result.template)


def _as_it_is(dossier: Dossier) -> bool:
    return not dossier.result.template


class Owed(NamedTuple):
    """A kind of paper; `follows`: once it is drawn it takes the place of the last of its kind in the dossier.

    `takes`: kinds of which the newest is out of force at once, with the line. `when`: which dossiers owe it.
    """

    kind: str
    follows: bool = False
    takes: tuple[str, ...] = ()
    when: Callable[[Dossier], bool] = _always


_SLIPS: dict[str, tuple[Owed, ...]] = {move.action: (Owed(move.slip),) for move in LIFECYCLE if move.slip}
_BESIDE: dict[str, tuple[Owed, ...]] = {
    A.FILE: (Owed("receipt"), Owed("filled", follows=True)),
    A.SUPPLEMENT_FIRST: (Owed("filled", follows=True),),
    A.SUPPLEMENT: (Owed("filled", follows=True),),
    A.FINISH: (Owed("06", follows=True), Owed("result", when=_drawn), Owed("return", follows=True, when=_as_it_is)),
    A.REPLACE_RESULT: (
        Owed("result", takes=("result", "return", "03"), when=_drawn),
        Owed("return", takes=("return", "result", "03"), when=_as_it_is),
    ),
}
OWED: Mapping[str, tuple[Owed, ...]] = {
    word: (*_SLIPS.get(word, ()), *_BESIDE.get(word, ())) for word in {*_SLIPS, *_BESIDE}
}
VOIDED: Mapping[str, tuple[str, ...]] = {
    A.UNDO_ACCEPT: ("01",),
    A.UNDO_REFUSE: ("03",),
    A.RECALL_REQUEST_FIRST: ("02",),
    A.RECALL_REQUEST: ("02",),
    A.REOPEN_FIRST: ("05",),
    A.REOPEN: ("05",),
    A.UNDO_FINISH: ("03", "result", "return"),
}
"""A reversal never leaves a paper in force that says the contrary."""
