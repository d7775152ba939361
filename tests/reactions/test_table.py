"""The table names only events that exist."""

from motcua.dossiers.lifecycle import Action
from motcua.reactions.table import REACTIONS
from motcua.reactions.texts import SMS

FACTS = {
    "due_moved",
    "payment_recorded",
    "fee_waived",
    "duty",
    "paper_issued",
    "paper_signed_by_hand",
    "draft_shown",
    "draft_kept",
    "paper_revoked",
    "paper_replaced",
}


def test_every_event_is_a_move_of_the_lifecycle_or_a_known_fact() -> None:
    assert set(REACTIONS) <= {f"dossier.{word}" for word in {*Action, *FACTS}} | {
        "calendar.change",
        "paper.owed",
        "form.published",
        "letterhead.saved",
        "letterhead.preview",
    }


def test_whatever_has_a_text_is_told() -> None:
    told = {f"dossier.{word}" for word in SMS if word in {*Action, *FACTS}}

    assert told <= set(REACTIONS)


def test_the_person_is_told_of_filing_acceptance_refusal_and_result() -> None:
    assert {"dossier.file", "dossier.accept", "dossier.refuse", "dossier.finish"} <= set(REACTIONS)
