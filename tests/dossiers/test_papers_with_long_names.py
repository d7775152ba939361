"""Papers with the longest names there are: nothing is cut, and signatures stand beside what is signed."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from motcua.agencies.models import Agency
from motcua.catalogue.queries import VersionPage, version_page
from motcua.documents.models import IssuedPaper
from motcua.documents.rendering import render
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers.every import COMPOSERS
from tests.documents.test_rendering import A_PAPER
from tests.world import BIRTH, MARITAL, MONDAY, World

from .test_papers import LATER, content, drawn, owing
from .test_results import finished

TOOLS = ("pdfinfo", "pdftotext")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
REGISTER = "07"
PERSON = "Nguyễn Phước Bảo Quý Kim Hoàng Thượng Uyển Nhi Công Tằng Tôn Nữ Diễm Quỳnh Hương Giang Trường Nguyệt Ỷ Lan"
PERSON += " Thiên Thư Ngọc"
ADDRESS = (
    "Số nhà 1234/56/78/90 đường Nguyễn Thị Minh Khai nối dài, tổ dân phố số 12, ấp Mỹ Thạnh Đông, khu tái định cư "
    "cụm tuyến dân cư vượt lũ Đốc Binh Kiều, xã Thanh Mỹ, huyện Tháp Mười (cũ), tỉnh Đồng Tháp"
)
AGENCY = (
    "Trung tâm Phục vụ hành chính công và Giải quyết thủ tục hành chính theo cơ chế một cửa liên thông của Ủy ban "
    "nhân dân xã Thanh Mỹ Đốc Binh Kiều"
)
PROCEDURE = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, "
    "chuyển nhượng, thừa kế, tặng cho, góp vốn; chuyển quyền của vợ hoặc chồng thành của chung vợ và chồng; tăng thêm "
    "diện tích do nhận chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất đã có Giấy chứng nhận"
)
SAID = {"06": (PERSON,), REGISTER: (PERSON,), "result": ()}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed, so no paper was looked at: {', '.join(MISSING)}"),
]


def run(*command: str | Path) -> str:
    """What a program says, whether it is content or not."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}\nrc {done.returncode}"


@pytest.fixture
def long_named(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world in which everything is called at length."""

    def named(dossier: Dossier) -> VersionPage:
        return replace(version_page(dossier.version_id), name=PROCEDURE)

    monkeypatch.setattr(Dossier, "procedure", property(named))
    Agency.objects.update(name=AGENCY, address=ADDRESS[:240])
    return world


def made(world: World, kind: str, folder: Path) -> tuple[IssuedPaper, Path]:
    """A paper of that kind about people with the longest names, and where its file lies."""
    if kind == REGISTER:
        dossier = world.dossier("accept")
        day = MONDAY.date()
        paper = actions.owe_register(world.agency("trung_tam_xa"), day, day + timedelta(1), by=world.chi, at=LATER)
    else:
        dossier = finished(world)[0] if kind == "result" else owing(world, kind)
        paper = IssuedPaper.objects.filter(tie__dossier=dossier, kind=kind).latest("id")
    dossier.parties.update(name=PERSON, address=ADDRESS)
    done = actions.draw_paper(paper.pk, at=LATER)
    assert done is not None
    pdf = folder / f"{kind}.pdf"
    pdf.write_bytes(content(done))
    return done, pdf


def read(pdf: Path, *pages: str) -> str:
    """All text in its order, without spaces: a name may be broken anywhere."""
    return "".join(run("pdftotext", "-raw", *pages, pdf, "-").split())


def pages_of(pdf: Path) -> int:
    """How many pages it has."""
    found = re.search(r"Pages: +(\d+)", run("pdfinfo", pdf))
    assert found is not None
    return int(found[1])


def last_words(block: dict[str, Any]) -> str:
    """What the last block of a paper ends with."""
    said = block["rows"][-1][-1] if block["type"] == "rows" else block["text"]
    return "".join(said.split())


@pytest.mark.parametrize("kind", [*COMPOSERS, REGISTER])
def test_long_names_are_whole_and_nobody_signs_an_empty_page(long_named: World, kind: str, tmp_path: Path) -> None:
    paper, pdf = made(long_named, kind, tmp_path)

    text = read(pdf)
    assert all("".join(said.split()) in text for said in SAID.get(kind, (PERSON, PROCEDURE)))
    assert last_words(paper.data["blocks"][-1]) in read(pdf, "-f", str(pages_of(pdf)))


@pytest.mark.parametrize("kind", ["01", "receipt"])
@pytest.mark.parametrize("code", [BIRTH, MARITAL])
def test_the_slips_of_a_usual_dossier_are_one_page(world: World, kind: str, code: str, tmp_path: Path) -> None:
    paper = drawn(world.dossier("accept", code=code), kind)
    pdf = tmp_path / f"usual-{kind}-{code}.pdf"
    pdf.write_bytes(content(paper))

    assert pages_of(pdf) == 1


@pytest.mark.parametrize("letters", [300, 3_000, 9_000])
def test_a_last_paragraph_of_any_length_is_whole(letters: int, tmp_path: Path) -> None:
    said = "Nguyễn Thị Minh Khai " * (letters // 21)
    pdf = tmp_path / "long.pdf"
    pdf.write_bytes(render(A_PAPER | {"blocks": [{"type": "text", "text": said}] * 2}, at=LATER))

    assert read(pdf).count("Nguyễn") == 2 * said.count("Nguyễn")
