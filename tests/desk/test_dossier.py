"""One dossier as an officer reads it, its files, its receipt."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Look, LookKind
from tests.world import BIRTH, World

from .conftest import page

FILLED = re.compile(r'class="govuk-button"[^>]*>([^<]+)<')


def address(dossier: Dossier, name: str = "dossier", *more: object) -> str:
    return reverse(f"desk:{name}", args=[dossier.code, *more])


def test_the_page_shows_what_an_officer_decides_by(world: World, chi: Client) -> None:
    dossier = world.dossier("file", code=BIRTH, at=timezone.now())
    said = page(chi, address(dossier))

    assert str(dossier.code) in said
    assert "Mới đăng ký" in said
    assert "để tiếp nhận" in said
    assert "Vì sao là hạn này?" in said
    assert "Điều đã khai" in said
    assert "giay-to.png" in said
    assert "chưa quét vi-rút" in said
    assert "087 190 000 011" in said
    assert "Nộp trên mạng" in said


def test_the_likely_action_is_filled_and_refusing_is_a_link_at_the_end(world: World, chi: Client) -> None:
    html = chi.get(address(world.dossier("file", at=timezone.now()))).content.decode()

    assert html.count('class="govuk-button"') == 1
    assert html.index(">Tiếp nhận</button>") < html.index(">Từ chối</a>")


@pytest.mark.parametrize(
    ("last", "who", "filled"),
    [
        ("file", "chi", "Tiếp nhận"),
        ("accept", "dung", "Bắt đầu xử lý"),
        ("begin", "dung", "Ghi kết quả"),
        ("hand_over", "ha", "Duyệt, kết thúc"),
        ("finish", "chi", "Trả kết quả"),
    ],
)
def test_each_action_is_offered_to_its_role_alone(world: World, last: str, who: str, filled: str) -> None:
    dossier = world.dossier(last, at=timezone.now())
    if last == "finish":
        world.settle_fees(dossier, timezone.now())

    for name in ("chi", "dung", "ha"):
        html = world.client(world.people[name]).get(address(dossier)).content.decode()
        assert FILLED.findall(html) == ([filled] if name == who else []), name


def test_a_handler_with_a_result_hands_over(world: World, dung: Client) -> None:
    dossier = world.dossier("hand_over", at=timezone.now())
    actions.send_back(dossier, by=world.ha, at=timezone.now(), reason="Xem lại ngày")
    html = dung.get(address(dossier)).content.decode()

    assert html.index(">Chuyển bước</a>") < html.index(">Ghi kết quả</a>")


def test_each_opening_leaves_a_look(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    page(chi, address(dossier))

    look = Look.objects.get(dossier=dossier)
    assert (look.account, look.kind) == (world.chi, LookKind.OFFICER_READ)


def test_a_file_leaves_as_a_download_with_a_look(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    attachment = dossier.attachments.all()[0]
    response = chi.get(address(dossier, "file", attachment.file_id))

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert b"".join(response).startswith(b"\x89PNG")
    assert Look.objects.get(dossier=dossier).file_id == attachment.file_id


def test_a_file_of_another_dossier_is_not_there(world: World, chi: Client) -> None:
    dossier, other = world.dossier("file", at=timezone.now()), world.dossier("file", at=timezone.now())

    assert chi.get(address(dossier, "file", other.attachments.all()[0].file_id)).status_code == 404


def test_an_officer_who_is_a_party_reads_but_does_nothing(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    dossier.parties.filter(role="submitter").update(id_number=world.chi.id_number)

    html = chi.get(address(dossier)).content.decode()
    assert "desk-acts" not in html
    assert chi.post(address(dossier, "act", "accept")).status_code == 409


def test_the_receipt_lists_the_papers_and_the_promise(world: World, chi: Client) -> None:
    dossier = world.dossier("accept", at=timezone.now())
    said = page(chi, address(dossier, "receipt"))

    assert "Biên nhận nộp hồ sơ" in said
    assert "Có kết quả chậm nhất" in said
    assert "1 tệp" in said
    assert "02773 000 000" in said or "0277 300 0000" in said
