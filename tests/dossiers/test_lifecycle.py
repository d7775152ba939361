"""The table keeps what law and design ask of it."""

import pytest

from motcua.dossiers import lifecycle
from motcua.dossiers.lifecycle import LIFECYCLE, Action, Clock, NotAllowed, Who
from motcua.dossiers.states import Status

ENDS = {Status.REFUSED, Status.RETURNED}
SO_FAR = {
    Status.DRAFT,
    Status.FILED,
    Status.ACCEPTED,
    Status.REFUSED,
    Status.PROCESSING,
    Status.FINISHED,
    Status.RETURNED,
}


def test_every_action_has_exactly_one_row() -> None:
    assert sorted(move.action for move in LIFECYCLE) == sorted(Action)


def test_every_row_names_its_source() -> None:
    assert all(move.source for move in LIFECYCLE)


def test_every_status_of_the_journey_is_reached() -> None:
    assert {move.target for move in LIFECYCLE if move.target is not None} == SO_FAR


def test_only_ends_have_no_way_out() -> None:
    left = {status for move in LIFECYCLE for status in move.sources}

    assert SO_FAR - left == ENDS


def test_a_submitter_never_accepts_or_decides() -> None:
    side = lifecycle.OWNER_SIDE

    assert {move.action for move in LIFECYCLE if move.who & side} == {Action.START_DRAFT, Action.DISCARD, Action.FILE}


def test_the_term_starts_at_acceptance_alone() -> None:
    assert [move.action for move in LIFECYCLE if move.clock == Clock.START_TERM] == [Action.ACCEPT]


@pytest.mark.parametrize("who", sorted(set(Who) - {Who.INTAKE}))
def test_nobody_but_intake_refuses(who: Who) -> None:
    with pytest.raises(NotAllowed):
        lifecycle.find(Status.FILED, Action.REFUSE, {who})


def test_find_names_the_role_that_acts() -> None:
    move, who = lifecycle.find(Status.FILED, Action.ACCEPT, {"handler", "intake"})

    assert (move.target, who) == (Status.ACCEPTED, Who.INTAKE)


def test_buttons_come_from_the_table() -> None:
    assert {move.action for move in lifecycle.open_to(Status.FILED, {"intake"})} == {Action.ACCEPT, Action.REFUSE}
    assert lifecycle.open_to(Status.RETURNED, {"intake", "approver"}) == ()
