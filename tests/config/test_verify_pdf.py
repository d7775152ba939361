"""`motcua verify-pdf`: whatever it finds, a PDF that can be read is no failure."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from motcua.config.commands import verify_pdf
from motcua.config.demo_files import one_page_pdf
from motcua.config.failures import CommandFailed
from motcua.documents import issuing, storing
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def judged(content: bytes, folder: Path) -> dict[str, Any]:
    path = folder / "giay.pdf"
    path.write_bytes(content)
    return verify_pdf.run(Namespace(file=str(path)))


def test_a_slip_is_known_and_its_altered_copy_is_not(world: World, tmp_path: Path) -> None:
    dossier = world.dossier("accept")
    for tie in dossier.papers.all():
        actions.draw_paper(tie.paper_id, at=MONDAY)
    paper = IssuedPaper.objects.select_related("file").get(tie__dossier=dossier, kind="01")
    assert paper.file is not None
    with storing.open_file(paper.file) as opened:
        content = opened.read()

    answer = judged(content, tmp_path)
    [signature] = answer["signatures"]
    assert (answer["issued_here"], answer["state"]) == (True, "valid")
    assert datetime.fromisoformat(signature["signed_at"]).tzinfo
    assert signature["timestamp"] is None
    assert "issued here: True, state: valid" in verify_pdf.describe(answer)

    issuing.revoke(paper, at=MONDAY, why="Ghi nhầm")
    assert judged(content, tmp_path)["state"] == "revoked"
    changed = bytearray(content)
    changed[len(content) // 3] ^= 1
    copy = judged(bytes(changed), tmp_path)
    assert (copy["issued_here"], copy["state"]) == (False, "unknown")
    assert not any(one["intact"] for one in copy["signatures"])


def test_an_unsigned_stranger_is_unknown_and_no_pdf_fails(world: World, tmp_path: Path) -> None:
    assert judged(one_page_pdf("x"), tmp_path) == {"signatures": [], "issued_here": False, "state": "unknown"}
    with pytest.raises(CommandFailed, match="cannot be read as a PDF"):
        judged(b"abc", tmp_path)
    with pytest.raises(CommandFailed):
        verify_pdf.run(Namespace(file=str(tmp_path / "nowhere.pdf")))
