"""A manager gives an agency its letterhead: tried by a job, previewed with a real dossier, refused beside the field."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.models import Role, RoleHeld
from motcua.config.demo_files import picture
from motcua.documents.models import Letterhead, LetterheadState
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Look
from motcua.reactions import papers
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
Said = Callable[..., str]
WIDE = b"\0\0\0\rIHDR" + (25_000).to_bytes(4) + (10).to_bytes(4) + b"\1\0\0\0\0"


@pytest.fixture
def manager(world: World) -> Client:
    give(world, "ubnd_xa")
    return world.client(world.ha)


def give(world: World, kind: str, *, subtree: bool = False) -> None:
    RoleHeld.objects.create(
        account=world.ha, role=Role.MANAGER, agency=world.agency(kind), subtree=subtree, valid_from=BEGINNING.date()
    )


def page_of(world: World, kind: str = "ubnd_xa", paper: str = "") -> str:
    return reverse("backoffice:letterhead", args=[world.agency(kind).pk]) + (f"?loai={paper}" if paper else "")


def tried() -> Letterhead:
    """The job of the newest version, run."""
    made = Letterhead.objects.latest("made_at")
    papers.try_letterhead(str(made.pk), timezone.now())
    made.refresh_from_db()
    return made


def stopped(world: World) -> Dossier:
    """A dossier whose slip 05 is drawn."""
    now = timezone.now()
    dossier = world.dossier("begin", at=now - timedelta(minutes=20))
    line = actions.stop(dossier, by=world.ha, at=now, reason="Người nộp đã mất", ground="Luật Hộ tịch")
    actions.draw_papers_of(line.pk, at=now)
    return dossier


def test_a_version_is_saved_tried_and_comes_into_force(world: World, manager: Client) -> None:
    logo = SimpleUploadedFile("logo.png", picture(1))
    said = {"heading": "UBND XÃ THANH MỸ", "paragraph": "Hỏi về {ma_ho_so} ở quầy 1.", "logo": logo}

    assert manager.post(page_of(world), said).status_code == 302
    waiting = manager.get(page_of(world)).content.decode()
    assert "đang thử" in waiting
    assert 'data-module="mc-awaited"' in waiting

    assert tried().state == LetterheadState.IN_FORCE
    shown = manager.get(page_of(world)).content.decode()
    assert "được dùng" in shown
    assert "Võ Thị Hà" in shown
    assert "Lưu kiểu giấy của cơ quan" in manager.get(reverse("backoffice:changes")).content.decode()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"paragraph": "Đúng\r\nXem {ma_so}"}, "Dòng 2: không có chỗ tên {ma_so}"),
        ({"heading": "𒀀"}, "không in được trên giấy"),
        ({"signer_title": "x" * 81}, "80"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_kept(
    world: World, manager: Client, said: dict[str, str], told: str
) -> None:
    answer = manager.post(page_of(world), {"parent": "Giữ nguyên", **said})

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "Giữ nguyên" in answer.content.decode()
    assert not Letterhead.objects.exists()


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (SimpleUploadedFile("logo.pdf", b"%PDF-1.7 x"), "Biểu trưng là ảnh PNG hoặc JPEG"),
        (SimpleUploadedFile("logo.png", b"\x89PNG\r\n\x1a\n" + b"0" * 200_001), "tối đa 200 kB"),
        (SimpleUploadedFile("logo.png", b"\x89PNG\r\n\x1a\n" + WIDE), "tối đa 4000 điểm"),
        (SimpleUploadedFile("logo.txt", b"chao"), "Chỉ nhận PDF, JPEG, PNG"),
    ],
)
def test_a_logo_is_a_small_picture(world: World, manager: Client, logo: SimpleUploadedFile, told: str) -> None:
    logo.seek(0)

    assert told in manager.post(page_of(world), {"logo": logo}).content.decode()


def test_the_logo_stays_until_it_is_dropped(world: World, manager: Client) -> None:
    manager.post(page_of(world), {"logo": SimpleUploadedFile("logo.png", picture(1))})
    first = tried()
    manager.post(page_of(world), {"heading": "Mới"})
    assert tried().logo == first.logo

    manager.post(page_of(world), {"heading": "Mới", "drop_logo": "on"})

    assert tried().logo is None


def test_another_agency_is_not_there_and_a_subtree_is(world: World, manager: Client) -> None:
    assert manager.get(page_of(world, "trung_tam_xa")).status_code == 404
    assert world.client(world.dung).get(page_of(world)).status_code == 404
    RoleHeld.objects.filter(role=Role.MANAGER).delete()
    parent = world.agency().parent
    assert parent is not None
    RoleHeld.objects.create(
        account=world.ha, role=Role.MANAGER, agency=parent, subtree=True, valid_from=BEGINNING.date()
    )

    assert manager.get(page_of(world)).status_code == 200
    assert world.agency().name in manager.get(reverse("backoffice:home")).content.decode()


def test_a_real_dossier_is_previewed_and_that_leaves_a_look(world: World, manager: Client) -> None:
    dossier, now = stopped(world), timezone.now()
    manager.post(page_of(world), {"heading": "UBND MỚI"})
    made = tried()
    where = reverse("backoffice:preview", args=[world.agency().pk])

    unknown = manager.post(where, {"version": "1", "code": "H20.X30073-991231-0001"})
    assert unknown.status_code == 422
    assert "Không có giấy nào của hồ sơ này" in unknown.content.decode()
    assert "H20.X30073-991231-0001" in unknown.content.decode()
    made.refresh_from_db()
    assert made.preview_of is None
    manager.post(where, {"version": "1", "code": dossier.code})
    papers.preview(str(made.pk), now)
    papers.preview(str(made.pk), now)

    made.refresh_from_db()
    assert made.preview is not None
    answer = manager.get(reverse("backoffice:file", args=[world.agency().pk, made.preview.pk]))
    assert answer.getvalue().startswith(b"%PDF")
    assert Look.objects.filter(dossier=dossier, account=world.ha).count() == 2


def test_a_version_before_can_be_previewed_and_a_refused_one_cannot(world: World, manager: Client) -> None:
    for heading in ("Một", "Hai", "Ủy ban nhân dân xã " * 8):
        manager.post(page_of(world), {"heading": heading})
        tried()
    where = reverse("backoffice:preview", args=[world.agency().pk])
    dossier = stopped(world)

    shown = manager.get(page_of(world)).content.decode()
    assert '<option value="1"' in shown
    assert '<option value="3"' not in shown
    refused = manager.post(where, {"version": "3", "code": dossier.code})
    assert refused.status_code == 422
    assert "Chọn một bản trong danh sách" in refused.content.decode()

    manager.post(where, {"version": "1", "code": dossier.code})

    assert [one.number for one in Letterhead.objects.exclude(preview_of=None)] == [1]


def test_an_earlier_version_is_used_again_as_a_new_one(world: World, manager: Client) -> None:
    where = reverse("backoffice:again", args=[world.agency().pk])
    manager.post(page_of(world), {"heading": "Một", "by_hand": "on"})
    first = tried()
    assert "Dùng lại bản này" not in manager.get(page_of(world)).content.decode()
    manager.post(page_of(world), {"heading": "Hai"})
    tried()
    assert "Dùng lại bản này" in manager.get(page_of(world)).content.decode()

    assert manager.post(where, {"number": str(first.number)}).status_code == 302

    third = tried()
    assert (third.number, third.heading, third.by_hand, third.state) == (3, "Một", True, LetterheadState.IN_FORCE)
    assert "Bản 3" in manager.get(reverse("backoffice:changes")).content.decode()
    assert manager.post(where, {"number": "9"}).status_code == 404
    other = reverse("backoffice:again", args=[world.agency("trung_tam_xa").pk])
    assert manager.post(other, {"number": "1"}).status_code == 404


def test_without_a_script_a_link_asks_again_while_it_is_tried(world: World, manager: Client) -> None:
    manager.post(page_of(world), {"heading": "Một"})
    assert "Xem lại" in manager.get(page_of(world)).content.decode()

    tried()

    assert "Xem lại" not in manager.get(page_of(world)).content.decode()


def test_papers_bear_the_letterhead_in_force(world: World, manager: Client) -> None:
    manager.post(page_of(world), {"heading": "UBND MỚI", "signer_title": "CHỦ TỊCH", "paragraph": "Mã {ma_ho_so}."})
    made = tried()

    dossier = stopped(world)

    data = dossier.papers.get(paper__kind="05").paper.data
    assert (data["agency"], data["letterhead"]) == ("UBND MỚI", str(made.pk))
    assert data["signatures"][-1]["title"] == "CHỦ TỊCH"
    assert data["blocks"][-1]["text"] == f"Mã {dossier.code}."
