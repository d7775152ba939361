"""An agency that signs by hand: papers are printed without keys, and count as signed once it is on record who did."""

from datetime import timedelta

import pytest

from motcua.documents import letterheads, trying
from motcua.documents.letterheads import Look
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.signed import waits_for_signature
from motcua.dossiers.states import Delivery
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)
TODAY = LATER.date()


@pytest.fixture
def refused(world: World) -> Dossier:
    """A dossier whose answer, slip 03, is signed by hand."""
    made = letterheads.save(world.agency(), "", Look(by_hand=True), at=MONDAY)
    trying.try_out(made.pk, at=MONDAY)
    dossier = world.dossier("begin")
    line = actions.finish_refused(dossier, by=world.ha, at=LATER, reason="Không đủ", ground="Luật Hộ tịch")
    actions.draw_papers_of(line.pk, at=LATER)
    return dossier


def slip(dossier: Dossier) -> IssuedPaper:
    return IssuedPaper.objects.get(tie__dossier=dossier, kind="03")


def test_it_is_drawn_without_keys_and_waits_for_a_hand(refused: Dossier) -> None:
    paper = slip(refused)

    assert paper.by_hand
    assert all(one["fields"] == [] for one in paper.data["signatures"])
    assert not paper.is_signed
    assert waits_for_signature(refused) == "chờ ký tay"


def test_who_signed_and_when_is_recorded_once_and_told(world: World, refused: Dossier) -> None:
    paper = slip(refused)

    for _ in range(2):
        actions.record_hand_signature(paper, signer="Võ Thị Hà", on=TODAY, by=world.ha, at=LATER)

    assert slip(refused).is_signed
    assert waits_for_signature(refused) == ""
    line = refused.history.get(action="paper_signed_by_hand")
    assert (line.words.words, line.role) == ({"signer": "Võ Thị Hà"}, "approver")
    with pytest.raises(actions.Blocked, match="Đã ghi người ký"):
        actions.record_hand_signature(paper, signer="Người khác", on=TODAY, by=world.ha, at=LATER)


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_lies_between_the_paper_and_today(world: World, refused: Dossier, days: int) -> None:
    with pytest.raises(actions.Blocked, match="Ngày ký"):
        actions.record_hand_signature(
            slip(refused), signer="Hà", on=TODAY + timedelta(days=days), by=world.ha, at=LATER
        )


def test_an_officer_of_another_agency_and_a_paper_with_keys_are_refused(world: World, refused: Dossier) -> None:
    with pytest.raises(actions.NotAllowed):
        actions.record_hand_signature(slip(refused), signer="Hà", on=TODAY, by=world.giang, at=LATER)
    line = refused.history.get(action="accept")
    actions.draw_papers_of(line.pk, at=LATER)
    sealed = IssuedPaper.objects.get(tie__dossier=refused, kind="01")
    with pytest.raises(actions.NotAllowed):
        actions.record_hand_signature(sealed, signer="Hà", on=TODAY, by=world.ha, at=LATER)


def test_a_refusal_signed_by_hand_may_be_told_on_line_and_a_result_may_not(world: World, refused: Dossier) -> None:
    refused.delivery = Delivery.ONLINE
    actions.record_hand_signature(slip(refused), signer="Hà", on=TODAY, by=world.ha, at=LATER)
    assert waits_for_signature(refused) == ""

    IssuedPaper.objects.filter(pk=slip(refused).pk).update(kind="result")

    assert "bản quét" in waits_for_signature(refused)
