"""The clock column is carried out in one place, and every word of it is known there."""

from motcua.dossiers import clock
from motcua.dossiers.lifecycle import LIFECYCLE, Clock

TOLD_BY_THE_STATUS = {Clock.KEEP, Clock.SET_BACK_CHECK, Clock.END_CHECK}


def test_every_word_of_the_column_is_carried_out() -> None:
    used = {move.clock for move in LIFECYCLE}

    assert used == set(Clock)
    assert used - TOLD_BY_THE_STATUS == set(clock.EFFECTS)


def test_whatever_stops_the_term_says_why() -> None:
    stops = {move.action for move in LIFECYCLE if move.clock in {Clock.STOP, Clock.STOP_IF_SAID}}

    assert stops == set(clock.REASONS)


def test_every_reversal_takes_back_moments_that_exist() -> None:
    from_the_table = {move.action for move in LIFECYCLE if move.clock == Clock.AS_IF_NEVER}

    assert set(clock.UNDONE) <= from_the_table
