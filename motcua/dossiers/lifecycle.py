"""The life of a dossier as one table: who may do what, from where to where, and what the clock does."""

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from motcua.common.errors import Conflict

from . import checks
from .states import Status

if TYPE_CHECKING:
    from .models import Dossier


class Action(StrEnum):
    """Verbs of the table; also the words of the history, of messages and of events."""

    START_DRAFT = "start_draft"
    DISCARD = "discard"
    FILE = "file"
    ACCEPT = "accept"
    REFUSE = "refuse"
    BEGIN = "begin"
    HAND_OVER = "hand_over"
    SEND_BACK = "send_back"
    FINISH = "finish"
    RETURN_RESULT = "return_result"


class Who(StrEnum):
    """Who may act: sides of the dossier, officers' roles, the system."""

    SUBMITTER = "submitter"
    OWNER = "owner"
    REPRESENTATIVE = "representative"
    INTAKE = "intake"
    HANDLER = "handler"
    APPROVER = "approver"
    CASHIER = "cashier"
    RETURNER = "returner"
    SYSTEM = "system"


class Clock(StrEnum):
    """What an action does to the two clocks: A the acceptance check, R the resolution term."""

    KEEP = "keep"
    START_CHECK = "start_check"
    START_TERM = "start_term"
    END = "end"


class Move(NamedTuple):
    """One row. A check returns why not yet; an empty answer lets the action through."""

    action: Action
    sources: AbstractSet[Status]
    target: Status | None
    who: AbstractSet[Who]
    clock: Clock
    checks: "tuple[Callable[[Dossier, checks.Act], list[str]], ...]" = ()
    slip: str | None = None
    source: str = "design"


class NotAllowed(Conflict):
    """The dossier has moved on, or this person may not do this to it."""


class Blocked(Exception):
    """Not yet: each problem says in words what is missing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


OWNER_SIDE = frozenset({Who.SUBMITTER, Who.OWNER, Who.REPRESENTATIVE})
REPLY = "Nghị định 45/2020/NĐ-CP"
SLIPS = "Thông tư 03/2025/TT-VPCP"


A, S, W, C = Action, Status, Who, Clock
# fmt: off
LIFECYCLE: tuple[Move, ...] = (
    # action           from           to            who                                     clock
    Move(A.START_DRAFT, set(),        S.DRAFT,      OWNER_SIDE | {W.INTAKE},                C.KEEP,
         (checks.version_in_force,)),
    Move(A.DISCARD,    {S.DRAFT},     None,         OWNER_SIDE | {W.INTAKE, W.SYSTEM},      C.KEEP),
    Move(A.FILE,       {S.DRAFT},     S.FILED,      {W.SUBMITTER, W.INTAKE},                C.START_CHECK,
         (checks.version_in_force, checks.answers_valid, checks.papers_there, checks.delivery_chosen,
          checks.number_is_current)),
    Move(A.ACCEPT,     {S.FILED},     S.ACCEPTED,   {W.INTAKE},                             C.START_TERM,
         (checks.term_known,), "01", REPLY),
    Move(A.REFUSE,     {S.FILED},     S.REFUSED,    {W.INTAKE},                             C.END,
         (checks.reason_and_ground,), "03", SLIPS),
    Move(A.BEGIN,      {S.ACCEPTED},  S.PROCESSING, {W.HANDLER},                            C.KEEP),
    Move(A.HAND_OVER,  {S.PROCESSING}, S.PROCESSING, {W.HANDLER, W.APPROVER},               C.KEEP,
         (checks.on_own_stage, checks.result_prepared, checks.another_stage_follows)),
    Move(A.SEND_BACK,  {S.PROCESSING}, S.PROCESSING, {W.HANDLER, W.APPROVER},               C.KEEP,
         (checks.on_own_stage, checks.a_stage_came_before, checks.reason_given)),
    Move(A.FINISH,     {S.PROCESSING}, S.FINISHED,  {W.HANDLER, W.APPROVER},                C.END,
         (checks.on_own_stage, checks.on_last_stage, checks.result_prepared, checks.approved_by_another)),
    Move(A.RETURN_RESULT, {S.FINISHED}, S.RETURNED, {W.RETURNER, W.SYSTEM},                 C.KEEP,
         (checks.collector_known,)),
)
# fmt: on
ROWS = {move.action: move for move in LIFECYCLE}


def find(status: int | None, action: Action, roles: Collection[str]) -> tuple[Move, Who]:
    """The row that lets someone in `roles` do `action` now, and the role it is done in.

    :raises NotAllowed: no such row.
    """
    move = ROWS[action]
    allowed = status is None if not move.sources else status in move.sources
    for who in Who:
        if allowed and who in move.who and who in roles:
            return move, who
    raise NotAllowed(f"{action} from {status} by {sorted(roles)}")


def open_to(status: int, roles: Collection[str]) -> tuple[Move, ...]:
    """The rows that someone in `roles` could try from `status`: what buttons are drawn from."""
    return tuple(move for move in LIFECYCLE if status in move.sources and move.who & set(roles))
