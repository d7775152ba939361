"""The table names only events that exist."""

from motcua.dossiers.lifecycle import Action
from motcua.reactions.table import REACTIONS


def test_every_event_is_a_move_of_the_lifecycle() -> None:
    assert set(REACTIONS) <= {f"dossier.{action}" for action in Action}


def test_the_person_is_told_of_filing_acceptance_refusal_and_result() -> None:
    assert {"dossier.file", "dossier.accept", "dossier.refuse", "dossier.finish"} <= set(REACTIONS)
