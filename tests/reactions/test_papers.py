"""A line's papers are drawn by the job that reacts to it, before anybody is told."""

import pytest

from motcua.dossiers.models import DossierPaper
from motcua.reactions import letters, papers
from motcua.reactions.table import REACTIONS
from tests.world import MONDAY, World


@pytest.mark.django_db
def test_a_line_has_its_papers_drawn_once(world: World) -> None:
    dossier = world.dossier("accept")
    for line in dossier.history.filter(kind="move"):
        papers.draw_of_line(str(line.pk), MONDAY)
        papers.draw_of_line(str(line.pk), MONDAY)

    assert not DossierPaper.objects.filter(dossier=dossier, paper__file=None).exists()
    assert dossier.history.filter(action="paper_issued").count() == dossier.papers.count() == 3


def test_papers_come_before_messages() -> None:
    assert REACTIONS["dossier.accept"] == (papers.draw_of_line, letters.tell_parties)
    assert REACTIONS["dossier.withdraw"] == (letters.tell_parties,)
