"""Tools that know nothing of us agree on every kind of paper: longest names, as shipped and with a letterhead."""

import shutil
import subprocess
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from motcua.accounts.models import Account
from motcua.catalogue import blanks
from motcua.config.demo_files import picture
from motcua.documents import drawing, letterheads, storing, trying
from motcua.documents.kinds import KINDS
from motcua.documents.letterheads import Look
from motcua.documents.models import IssuedPaper, StoredFile
from motcua.dossiers import actions
from tests.dossiers.test_papers import slip
from tests.dossiers.test_results import finished
from tests.world import BIRTH, MONDAY, World

TOOLS = ("qpdf", "pdffonts", "pdfinfo", "pdftotext", "pdftoppm", "pdfsig", "mutool", "zbarimg")
NAME = "Nguyễn Phước Bảo Quý Kim Hoàng Thượng Uyển Nhi Quỳnh Hương Thị Ngọc Đường Nghiêng Khuỷu"
LATER = MONDAY + timedelta(hours=3)
SIGNED = {"filled": 0, "blank": 0, "03": 2, "04": 2, "05": 2, "result": 2}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}: poppler-utils qpdf mupdf-tools zbar-tools"
    ),
]


def said(*command: str | Path, may_fail: bool = False) -> str:
    """What a tool prints; it fails where the tool does."""
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=not may_fail).stdout


def dressed(world: World) -> None:
    """Every agency of the commune has a logo, long lines and a paragraph of its own."""
    for kind in ("ubnd_xa", "trung_tam_xa"):
        logo = storing.keep(picture(1), name="logo.png", content_type="image/png", at=MONDAY)
        look = Look(
            heading="Ủy ban nhân dân xã " + NAME[:60],
            parent="Ủy ban nhân dân tỉnh " + NAME[:60],
            signer_title="TM. Ủy ban nhân dân, Chủ tịch",
            paragraph="Hỏi về hồ sơ {ma_ho_so} của {chu_ho_so} ở quầy 1.",
            logo=logo,
        )
        trying.try_out(letterheads.save(world.agency(kind), "", look, at=MONDAY).pk, at=MONDAY)


def drawn(world: World, kind: str) -> tuple[StoredFile, IssuedPaper | None]:
    """A paper of that kind, and its row where it has one."""
    if kind == "blank":
        form = world.page(BIRTH).form_version_id
        assert form is not None
        blanks.draw_blank(form, at=LATER)
        found = blanks.blank_of(form)
        assert found is not None
        return found, None
    if kind == "07":
        world.dossier("finish").parties.update(name=NAME)
        owed = actions.owe_register(world.agency(), MONDAY.date(), LATER.date(), by=world.ha, at=LATER)
        actions.draw_paper(owed.pk, at=LATER)
    elif kind == "result":
        _dossier, line = finished(world)
        actions.draw_papers_of(line.pk, at=LATER)
    else:
        slip(world, kind)
    paper = IssuedPaper.objects.select_related("file").filter(kind=kind).latest("id")
    assert paper.file is not None
    return paper.file, paper


@pytest.mark.parametrize("letterhead", [False, True])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_tool_reads_every_kind(world: World, tmp_path: Path, kind: str, letterhead: bool) -> None:
    Account.objects.filter(pk=world.an.pk).update(full_name=NAME)
    world.an.refresh_from_db()
    if letterhead:
        dressed(world)
    file, paper = drawn(world, kind)
    path = tmp_path / "paper.pdf"
    with storing.open_file(file) as opened:
        path.write_bytes(opened.read())

    said("qpdf", "--check", path)
    info = said("pdfinfo", path)
    assert "Tagged:          yes" in info
    fonts = said("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    text = said("pdftotext", "-raw", path, "-")  # in the order of the content, not of the lines across
    assert text == unicodedata.normalize("NFC", text)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text.splitlines()
    if kind not in {"blank", "result"}:  # the extract is about a child
        assert NAME in " ".join(text.split())
    said("mutool", "draw", "-o", tmp_path / "mu.png", "-r", "50", path)
    said("pdftoppm", "-r", "150", "-png", path, tmp_path / "page")
    pages = sorted(tmp_path.glob("page*.png"))
    if paper is not None:
        assert said("zbarimg", "-q", "--raw", *pages, may_fail=True).split() == [drawing.address_of(paper)]
    signed = SIGNED.get(kind, 1)
    assert said("pdfsig", path, may_fail=True).count("Signature is Valid") == signed
    altered = bytearray(path.read_bytes())
    altered[len(altered) // 3] ^= 1
    path.write_bytes(altered)
    assert "Signature is Valid" not in said("pdfsig", path, may_fail=True)
