"""A paper swapped or lost on disk is found, however many there are."""

import logging

import pytest
from django.core.files.storage import default_storage

from motcua.documents import storing, tasks
from motcua.documents.keeping import swapped
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_an_altered_and_a_lost_file_are_found_part_by_part(world: World, caplog: pytest.LogCaptureFixture) -> None:
    dossier = world.dossier("accept")
    for tie in dossier.papers.all():
        actions.draw_paper(tie.paper_id, at=MONDAY)
    whole, altered, lost = IssuedPaper.objects.select_related("file").order_by("id")
    assert swapped(None) == ([], None)

    for paper in (altered, lost):
        assert paper.file is not None
        path = default_storage.path(storing.path_of(paper.file))
        if paper == lost:
            default_storage.delete(storing.path_of(paper.file))
        else:
            with open(path, "ab") as file:  # noqa: PTH123  the storage names a path
                file.write(b"%")

    assert swapped(None, 1) == ([], whole.pk)
    assert swapped(whole.pk, 1) == ([altered.pk], altered.pk)
    assert swapped(altered.pk, 5) == ([lost.pk], None)
    with caplog.at_level(logging.ERROR, "motcua.papers"):
        tasks.compare_part(None)
    assert len(caplog.records) == 2
