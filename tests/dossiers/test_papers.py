"""Papers follow from the history: numbered with it, drawn once, told with their hash, void when it is undone."""

import io
from datetime import timedelta

import pytest
from django.db import transaction
from pyhanko.pdf_utils.reader import PdfFileReader

from motcua.documents import drawing, storing
from motcua.documents.models import IssuedPaper, PaperState
from motcua.documents.signing.keys import demo_keys
from motcua.documents.signing.verifying import signatures_of
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import ItemKind
from tests.world import MARITAL, MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)
ITEMS = [actions.Item(ItemKind.OTHER, "Ảnh chụp #1 $x$ @y \\ 😀", "Ảnh mờ", "Luật Hộ tịch, điều 16")]
GROUND = "Luật Hộ tịch 60/2014/QH13, điều 16"


def drawn(dossier: Dossier, kind: str) -> IssuedPaper:
    for paper in IssuedPaper.objects.filter(tie__dossier=dossier, file=None).order_by("id"):
        actions.draw_paper(paper.pk, at=LATER)
    return IssuedPaper.objects.select_related("file").filter(tie__dossier=dossier, kind=kind).latest("id")


def content(paper: IssuedPaper) -> bytes:
    assert paper.file is not None
    with storing.open_file(paper.file) as opened:
        return opened.read()


def owing(world: World, kind: str) -> Dossier:
    """A dossier that owes a paper of that kind."""
    match kind:
        case "receipt" | "filled":
            dossier = world.dossier("file")
        case "01":
            dossier = world.dossier("accept")
        case "02":
            dossier = world.dossier("file")
            actions.ask_supplement(dossier, ITEMS, by=world.chi, at=LATER)
        case "03":
            dossier = world.dossier("file")
            actions.refuse(dossier, by=world.chi, at=LATER, reason="Thiếu trang sau", ground=GROUND)
        case "04":
            dossier = world.dossier("begin", code=MARITAL)
            actions.extend(dossier, by=world.ha, at=LATER, days=2, reason="Cần hỏi nơi cư trú cũ")
        case "05":
            dossier = world.dossier("begin", code=MARITAL)
            actions.stop(dossier, by=world.ha, at=LATER, reason="Người nộp đã mất", ground=GROUND)
        case _:
            dossier = world.dossier("finish")
    return dossier


def slip(world: World, kind: str) -> IssuedPaper:
    return drawn(owing(world, kind), kind)


@pytest.mark.parametrize("kind", ["receipt", "filled", "01", "02", "03", "04", "05", "06"])
def test_every_kind_is_drawn_tagged_and_signed(world: World, kind: str) -> None:
    paper = slip(world, kind)

    pdf = content(paper)
    reader = PdfFileReader(io.BytesIO(pdf))
    found = signatures_of(pdf, demo_keys())
    assert reader.root["/Lang"] == "vi-VN" or reader.root["/Lang"] == "vi"
    assert reader.root["/MarkInfo"]["/Marked"]
    assert len(found) == {"filled": 0, "03": 2, "04": 2, "05": 2}.get(kind, 1)
    assert all(one.intact and one.trusted for one in found)
    assert not found or found[-1].covers_whole_document
    assert paper.state is PaperState.VALID


def test_one_changed_byte_is_seen(world: World) -> None:
    pdf = bytearray(content(slip(world, "01")))
    pdf[len(pdf) // 3] ^= 1

    assert not any(one.intact for one in signatures_of(bytes(pdf), demo_keys()))


def test_a_paper_is_drawn_once_and_told_with_its_hash(world: World) -> None:
    dossier = world.dossier("accept")
    paper = drawn(dossier, "01")

    assert actions.draw_paper(paper.pk, at=LATER) is None
    told = [line.facts for line in dossier.history.filter(action="paper_issued") if line.facts["kind"] == "01"]
    assert paper.file is not None
    assert [facts["sha256"] for facts in told] == [paper.file.sha256]


def test_numbers_follow_each_other_and_a_rollback_leaves_no_gap(world: World) -> None:
    first = drawn(world.dossier("accept"), "01")
    with transaction.atomic():
        world.dossier("accept")
        transaction.set_rollback(True)
    second = drawn(world.dossier("accept"), "01")

    assert (first.number, second.number) == (1, 2)


def test_an_undone_acceptance_takes_its_slip_out_of_force(world: World) -> None:
    dossier = world.dossier("accept")
    paper = drawn(dossier, "01")

    actions.undo_accept(dossier, by=world.ha, at=LATER, reason="Nhận nhầm")

    paper.refresh_from_db()
    assert paper.state is PaperState.REVOKED
    assert dossier.history.filter(action="paper_revoked").count() == 1


def test_a_missing_key_leaves_the_paper_waiting_and_says_so(world: World, settings: object, tmp_path: object) -> None:
    settings.SIGNING_KEYS = str(tmp_path)  # type: ignore[attr-defined]

    paper = slip(world, "01")

    assert paper.state is PaperState.OWED
    assert paper.waits_for.startswith("Chưa có khóa ký số của ")


def test_a_print_of_a_draft_says_that_it_is_not_filed_and_follows_the_one_before(world: World) -> None:
    draft = world.draft()
    first = actions.print_form(draft, by=world.an, at=MONDAY)
    second = actions.print_form(draft, by=world.an, at=MONDAY)
    drawn(draft, "filled")

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state is PaperState.SUPERSEDED
    assert {"type": "note", "text": "Tờ khai chưa nộp."} in second.data["blocks"]
    assert second.data["qr"] == drawing.address_of(second)
