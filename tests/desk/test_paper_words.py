"""The register's words for a paper's state, and for a look at it."""

import pytest

from motcua.desk import paper_words
from motcua.documents.models import IssuedPaper, PaperState
from motcua.dossiers.models import Look, LookKind
from tests.world import MONDAY, World


@pytest.mark.parametrize(
    ("changed", "word", "since"),
    [
        ({}, "Chờ ký", "đang vẽ, xem lại sau vài giây"),
        ({"waits_for": "Chưa có khóa ký số"}, "Chờ ký", "Chưa có khóa ký số"),
        ({"superseded_at": MONDAY}, "Đã được thay", "từ 08:00 thứ Hai, 09/11/2026"),
        ({"revoked_at": MONDAY, "superseded_at": MONDAY}, "Đã thu hồi", "từ 08:00 thứ Hai, 09/11/2026"),
    ],
)
def test_a_state_is_told_with_since_when_or_for_what_it_waits(
    world: World, changed: dict[str, object], word: str, since: str
) -> None:
    paper = IssuedPaper(agency=world.agency(), kind="01", year=2026, number=1, owed_at=MONDAY)
    for name, value in changed.items():
        setattr(paper, name, value)

    assert (str(paper_words.state_of(paper).word), paper_words.since(paper)) == (word, since)


def test_every_state_has_its_word_and_its_own_shape() -> None:
    assert {told.state for told in paper_words.STATES.values()} == set(PaperState)
    assert len({told.tag for told in paper_words.STATES.values()}) == len(PaperState)


@pytest.mark.parametrize("kind", list(LookKind))
def test_every_kind_of_look_has_words(kind: LookKind) -> None:
    assert paper_words.looked(Look(kind=kind))[0].islower()
