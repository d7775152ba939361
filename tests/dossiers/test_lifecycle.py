"""The table keeps what law and design ask of it."""

import pytest

from motcua.dossiers import checks, lifecycle
from motcua.dossiers.lifecycle import LIFECYCLE, Action, Clock, NotAllowed, Who
from motcua.dossiers.states import Status

ENDS = {Status.REFUSED, Status.STOPPED, Status.RETURNED}


def test_every_action_has_exactly_one_row() -> None:
    assert sorted(move.action for move in LIFECYCLE) == sorted(Action)


def test_every_row_names_its_source() -> None:
    assert all(move.source for move in LIFECYCLE)


def test_every_status_is_reached() -> None:
    assert {move.target for move in LIFECYCLE if move.target is not None} == set(Status)


def test_only_3_8_10_and_a_discarded_draft_end() -> None:
    forward = [move for move in LIFECYCLE if move.action not in lifecycle.REVERSALS]
    left = {status for move in forward for status in move.sources}

    assert set(Status) - left == ENDS
    assert [move.action for move in LIFECYCLE if move.target is None] == [Action.DISCARD]


def test_one_action_has_one_target_and_a_slip_has_its_number() -> None:
    assert {move.slip for move in LIFECYCLE} == {None, "01", "02", "03", "04", "05"}


def test_the_owner_s_side_never_accepts_or_decides() -> None:
    side = lifecycle.OWNER_SIDE

    assert {move.action for move in LIFECYCLE if move.who & side} == {
        *(Action.START_DRAFT, Action.DISCARD, Action.FILE, Action.SUPPLEMENT_FIRST, Action.SUPPLEMENT),
        Action.WITHDRAW,
    }


def test_the_term_starts_at_acceptance_alone() -> None:
    assert [move.action for move in LIFECYCLE if move.clock == Clock.START_TERM] == [Action.ACCEPT]


def test_only_a_supplement_request_and_a_withdrawal_stop_the_clock_by_themselves() -> None:
    assert {move.action for move in LIFECYCLE if move.clock == Clock.STOP} == {Action.ASK_SUPPLEMENT, Action.WITHDRAW}


def test_every_reversal_is_the_approver_s_and_asks_for_a_reason() -> None:
    rows = [lifecycle.ROWS[action] for action in lifecycle.REVERSALS]

    assert all(row.who == {Who.APPROVER} and checks.reason_given in row.checks for row in rows)
    undone = [row for row in rows if row.action != Action.REPLACE_RESULT]
    assert all(checks.another_person in row.checks and row.clock == Clock.AS_IF_NEVER for row in undone)


@pytest.mark.parametrize("who", sorted(set(Who) - {Who.INTAKE, Who.APPROVER}))
def test_nobody_but_intake_and_approver_refuses(who: Who) -> None:
    with pytest.raises(NotAllowed):
        lifecycle.find(Status.FILED, Action.REFUSE, {who})


def test_find_names_the_role_that_acts() -> None:
    move, who = lifecycle.find(Status.FILED, Action.ACCEPT, {"handler", "intake"})

    assert (move.target, who) == (Status.ACCEPTED, Who.INTAKE)


def test_buttons_come_from_the_table() -> None:
    assert {move.action for move in lifecycle.open_to(Status.FILED, {"intake"})} == {
        *(Action.REDIRECT, Action.ASK_FEE_FIRST, Action.ASK_SUPPLEMENT_FIRST, Action.ACCEPT, Action.REFUSE),
    }
    assert lifecycle.open_to(Status.RETURNED, {"intake", "handler"}) == ()
