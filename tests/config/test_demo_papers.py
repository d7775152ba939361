"""The demo names each paper's file and address."""

from pathlib import Path

import pytest
from django.conf import settings

from motcua.config import demo_papers
from motcua.dossiers import actions
from tests.world import MONDAY, World


@pytest.mark.django_db
def test_rows_name_file_and_address(world: World) -> None:
    dossier = world.dossier("file")
    for tie in dossier.papers.all():
        actions.draw_paper(tie.paper_id, at=MONDAY)

    rows = demo_papers.rows([dossier])
    assert [row["kind"] for row in rows] == ["receipt", "filled"]
    assert all(row["path"].startswith("files/") and row["verify_path"].startswith("/kiem-tra/") for row in rows)
    assert (Path(settings.HOME) / demo_papers.authority()).read_text().startswith("-----BEGIN CERTIFICATE")
