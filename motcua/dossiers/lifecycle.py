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
    REDIRECT = "redirect"
    ASK_FEE_FIRST = "ask_fee_first"
    SETTLE_FIRST = "settle_first"
    ASK_SUPPLEMENT_FIRST = "ask_supplement_first"
    SUPPLEMENT_FIRST = "supplement_first"
    RECALL_REQUEST_FIRST = "recall_request_first"
    ACCEPT = "accept"
    REFUSE = "refuse"
    BEGIN = "begin"
    HAND_OVER = "hand_over"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENT = "supplement"
    ASK_FEE = "ask_fee"
    SETTLE = "settle"
    RECALL_REQUEST = "recall_request"
    EXTEND = "extend"
    APOLOGISE = "apologise"
    WITHDRAW = "withdraw"
    AGREE_WITHDRAWAL = "agree_withdrawal"
    DECLINE_WITHDRAWAL = "decline_withdrawal"
    STOP_UNANSWERED = "stop_unanswered"
    STOP = "stop"
    FINISH = "finish"
    FINISH_REFUSED = "finish_refused"
    RETURN_RESULT = "return_result"
    UNDO_ACCEPT = "undo_accept"
    UNDO_REFUSE = "undo_refuse"
    REOPEN_FIRST = "reopen_first"
    REOPEN = "reopen"
    UNDO_FINISH = "undo_finish"
    UNDO_RETURN = "undo_return"
    REPLACE_RESULT = "replace_result"


class Who(StrEnum):
    """Who may act: sides of the dossier, officers' roles, the program by itself or on a payment that arrived."""

    SUBMITTER = "submitter"
    OWNER = "owner"
    REPRESENTATIVE = "representative"
    INTAKE = "intake"
    HANDLER = "handler"
    APPROVER = "approver"
    CASHIER = "cashier"
    RETURNER = "returner"
    PAYMENT = "payment"
    SYSTEM = "system"


class Clock(StrEnum):
    """What an action does to the two clocks: A the acceptance check, R the resolution term.

    `motcua.dossiers.clock` carries each of them out; nothing else touches a moment.
    """

    KEEP = ""
    START_CHECK = "start_check"
    SET_BACK_CHECK = "set_back_check"
    END_CHECK = "end_check"
    START_TERM = "start_term"
    STOP = "stop"
    STOP_IF_SAID = "stop_if_said"
    RESUME = "resume"
    RESUME_IF_STOPPED = "resume_if_stopped"
    NEW_DUE = "new_due"
    AS_IF_NEVER = "as_if_never"
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
    # action                  from                       to            who                                clock
    Move(A.START_DRAFT,       set(),                     S.DRAFT,      OWNER_SIDE | {W.INTAKE},           C.KEEP,
         (checks.version_in_force,)),
    Move(A.DISCARD,           {S.DRAFT},                 None,         OWNER_SIDE | {W.INTAKE, W.SYSTEM}, C.KEEP,
         (checks.two_notices_given,)),
    Move(A.FILE,              {S.DRAFT},                 S.FILED,      {W.SUBMITTER, W.INTAKE},           C.START_CHECK,
         (checks.offered_on_line, checks.version_in_force, checks.answers_valid, checks.papers_there,
          checks.delivery_chosen, checks.number_is_current), None, REPLY),
    Move(A.REDIRECT,          {S.FILED},                 S.FILED,      {W.INTAKE},                        C.KEEP,
         (checks.another_agency_named, checks.reason_given)),
    Move(A.ASK_FEE_FIRST,     {S.FILED},                 S.PAYMENT,    {W.SYSTEM, W.INTAKE},       C.SET_BACK_CHECK,
         (checks.version_says_fee_first,)),
    Move(A.SETTLE_FIRST,      {S.PAYMENT},               S.FILED,      {W.CASHIER, W.PAYMENT},            C.START_CHECK,
         (checks.before_acceptance, checks.fees_settled)),
    Move(A.ASK_SUPPLEMENT_FIRST, {S.FILED},              S.SUPPLEMENT, {W.INTAKE},                        C.END_CHECK,
         (checks.items_with_reasons,), "02", SLIPS),
    Move(A.SUPPLEMENT_FIRST,  {S.SUPPLEMENT},            S.FILED,      OWNER_SIDE | {W.INTAKE},           C.START_CHECK,
         (checks.before_acceptance, checks.every_item_answered)),
    Move(A.RECALL_REQUEST_FIRST, {S.SUPPLEMENT, S.PAYMENT}, S.FILED,   {W.INTAKE, W.APPROVER},            C.AS_IF_NEVER,
         (checks.before_acceptance, checks.still_unanswered, checks.asked_it_or_approves)),
    Move(A.ACCEPT,            {S.FILED},                 S.ACCEPTED,   {W.INTAKE},                        C.START_TERM,
         (checks.checklist_complete, checks.term_known, checks.newer_version_settled), "01", REPLY),
    Move(A.REFUSE,            {S.FILED, S.SUPPLEMENT},   S.REFUSED,    {W.INTAKE, W.APPROVER},            C.END,
         (checks.before_acceptance, checks.approver_after_a_request, checks.reason_and_ground), "03", SLIPS),
    Move(A.BEGIN,             {S.ACCEPTED},              S.PROCESSING, {W.HANDLER},                       C.KEEP),
    Move(A.HAND_OVER,         {S.PROCESSING},            S.PROCESSING, {W.HANDLER, W.APPROVER},           C.KEEP,
         (checks.on_own_stage, checks.result_prepared, checks.draft_settled, checks.another_stage_follows)),
    Move(A.TAKE_BACK,         {S.PROCESSING},            S.PROCESSING, {W.HANDLER, W.APPROVER},           C.KEEP,
         (checks.just_handed_over,)),
    Move(A.SEND_BACK,         {S.PROCESSING},            S.PROCESSING, {W.HANDLER, W.APPROVER},           C.KEEP,
         (checks.on_own_stage, checks.a_stage_came_before, checks.reason_given)),
    Move(A.ASK_SUPPLEMENT,    {S.ACCEPTED, S.PROCESSING}, S.SUPPLEMENT, {W.HANDLER, W.APPROVER},          C.STOP,
         (checks.items_with_reasons, checks.second_by_approver), "02", SLIPS),
    Move(A.SUPPLEMENT,        {S.SUPPLEMENT},            S.PROCESSING, OWNER_SIDE | {W.INTAKE},           C.RESUME,
         (checks.after_acceptance, checks.every_item_answered)),
    Move(A.ASK_FEE,           {S.ACCEPTED, S.PROCESSING}, S.PAYMENT,   {W.HANDLER},              C.STOP_IF_SAID,
         (checks.money_is_owed, checks.ground_given)),
    Move(A.SETTLE,            {S.PAYMENT},               S.PROCESSING, {W.CASHIER, W.PAYMENT},   C.RESUME_IF_STOPPED,
         (checks.after_acceptance, checks.fees_settled)),
    Move(A.RECALL_REQUEST,    {S.SUPPLEMENT, S.PAYMENT}, S.PROCESSING, {W.HANDLER, W.APPROVER},           C.AS_IF_NEVER,
         (checks.after_acceptance, checks.still_unanswered, checks.asked_it_or_approves)),
    Move(A.EXTEND,            {S.PROCESSING},            S.PROCESSING, {W.APPROVER},                      C.NEW_DUE,
         (checks.once, checks.in_time, checks.days_stated, checks.reason_given), "04", SLIPS),
    Move(A.APOLOGISE,         {S.PROCESSING},            S.PROCESSING, {W.APPROVER},                      C.KEEP,
         (checks.overdue, checks.new_day_stated, checks.reason_given), "04", SLIPS),
    Move(A.WITHDRAW, {S.FILED, S.ACCEPTED, S.PROCESSING, S.SUPPLEMENT, S.PAYMENT}, S.WITHDRAWING, OWNER_SIDE, C.STOP),
    Move(A.AGREE_WITHDRAWAL,  {S.WITHDRAWING},           S.STOPPED,    {W.SYSTEM, W.HANDLER},             C.END,
         (checks.came_from_the_desk, checks.giving_back_listed), "05", SLIPS),
    Move(A.DECLINE_WITHDRAWAL, {S.WITHDRAWING},          S.PROCESSING, {W.APPROVER},                      C.RESUME,
         (checks.may_still_decline, checks.reason_and_ground)),
    Move(A.STOP_UNANSWERED,   {S.SUPPLEMENT, S.PAYMENT}, S.STOPPED,    {W.SYSTEM, W.APPROVER},            C.END,
         (checks.rule_says_stop,), "05", SLIPS),
    Move(A.STOP,              {S.ACCEPTED, S.PROCESSING}, S.STOPPED,   {W.APPROVER},                      C.END,
         (checks.reason_and_ground,), "05", SLIPS),
    Move(A.FINISH,            {S.PROCESSING},            S.FINISHED,   {W.HANDLER, W.APPROVER},           C.END,
         (checks.on_own_stage, checks.on_last_stage, checks.result_prepared, checks.draft_settled,
          checks.approved_by_another)),
    Move(A.FINISH_REFUSED,    {S.PROCESSING, S.SUPPLEMENT}, S.FINISHED, {W.APPROVER},                     C.END,
         (checks.after_acceptance, checks.refused_by_rule, checks.reason_and_ground), "03", SLIPS),
    Move(A.RETURN_RESULT,     {S.FINISHED},              S.RETURNED,   {W.RETURNER, W.SYSTEM},            C.KEEP,
         (checks.fees_settled, checks.answer_signed, checks.collector_known)),
    Move(A.UNDO_ACCEPT,       {S.ACCEPTED},              S.FILED,      {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.another_person, checks.reason_given)),
    Move(A.UNDO_REFUSE,       {S.REFUSED},               S.FILED,      {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.another_person, checks.reason_given)),
    Move(A.REOPEN_FIRST,      {S.STOPPED},               S.FILED,      {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.ended_before_acceptance, checks.another_person, checks.reason_given)),
    Move(A.REOPEN,            {S.STOPPED},               S.PROCESSING, {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.ended_after_acceptance, checks.another_person, checks.reason_given)),
    Move(A.UNDO_FINISH,       {S.FINISHED},              S.PROCESSING, {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.nothing_left_the_house, checks.another_person, checks.reason_given)),
    Move(A.UNDO_RETURN,       {S.RETURNED},              S.FINISHED,   {W.APPROVER},                      C.AS_IF_NEVER,
         (checks.nothing_left_the_house, checks.another_person, checks.reason_given)),
    Move(A.REPLACE_RESULT,    {S.RETURNED},              S.RETURNED,   {W.APPROVER},                      C.KEEP,
         (checks.new_result_given, checks.reason_given)),
)
# fmt: on
ROWS = {move.action: move for move in LIFECYCLE}
REVERSALS = frozenset(
    {A.UNDO_ACCEPT, A.UNDO_REFUSE, A.REOPEN_FIRST, A.REOPEN, A.UNDO_FINISH, A.UNDO_RETURN, A.REPLACE_RESULT}
)
"""What puts a mistake right; each is counted publicly per office (rule 11)."""


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
