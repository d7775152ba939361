"""Each state of a paper has one word and one sentence."""

import pytest

from motcua.documents.models import PaperState
from motcua.portal.checking_words import verdict_of
from tests.world import MONDAY


@pytest.mark.parametrize(
    ("state", "title"), [(PaperState.OWED, "Chưa phát hành"), (PaperState.SUPERSEDED, "Đã được thay")]
)
def test_each_state_has_its_words(state: PaperState, title: str) -> None:
    assert verdict_of(state, MONDAY).title == title


def test_a_paper_that_waits_for_a_hand_does_not_count_yet_and_a_revoked_one_is_revoked() -> None:
    assert verdict_of(PaperState.VALID, None, signed=False).title == "Chờ ký tay"
    assert verdict_of(PaperState.REVOKED, MONDAY, signed=False).title == "Đã thu hồi"
