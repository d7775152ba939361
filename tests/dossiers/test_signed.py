"""An answer that is a paper of ours waits for its signature; every other may leave."""

from datetime import timedelta

import pytest

from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.signed import waits_for_signature
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)


def test_an_uploaded_result_does_not_wait(world: World) -> None:
    assert waits_for_signature(world.dossier("finish")) == ""


def test_a_refusal_waits_until_its_slip_is_signed(world: World) -> None:
    dossier = world.dossier("begin")
    line = actions.finish_refused(dossier, by=world.ha, at=LATER, reason="Không đủ điều kiện", ground="Luật Hộ tịch")
    assert waits_for_signature(dossier) == "xem lại sau vài giây"

    actions.draw_papers_of(line.pk, at=LATER)

    assert waits_for_signature(dossier) == ""


def test_an_answer_whose_paper_was_revoked_does_not_leave(world: World) -> None:
    dossier = world.dossier("begin")
    line = actions.finish_refused(dossier, by=world.ha, at=LATER, reason="Không đủ điều kiện", ground="Luật Hộ tịch")
    actions.draw_papers_of(line.pk, at=LATER)
    slip = IssuedPaper.objects.get(tie__line=line)

    actions.revoke_paper(slip, by=world.ha, at=LATER, reason="Ghi sai căn cứ pháp lý")

    assert waits_for_signature(dossier) == "giấy kết quả đã bị thu hồi, làm lại kết quả"
