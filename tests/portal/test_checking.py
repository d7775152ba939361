"""Anybody checks a paper: what it is worth, nothing personal, the same 404 for whatever is no address."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.catalogue import blanks
from motcua.documents import issuing, storing
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.eforms.models import FormVersion
from motcua.portal import middleware
from tests.world import BIRTH, MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(world: World) -> Dossier:
    dossier = world.dossier("accept")
    for tie in dossier.papers.all():
        actions.draw_paper(tie.paper_id, at=MONDAY)
    return dossier


def kind_of(client: Client, address: str) -> str:
    """The type of the file behind an address."""
    answer = client.get(address)
    answer.getvalue()  # reads it to its end, which closes it
    return answer["Content-Type"]


def slip(dossier: Dossier) -> IssuedPaper:
    return IssuedPaper.objects.select_related("file").get(tie__dossier=dossier, kind="01")


def test_a_valid_paper_says_so_and_names_nobody(client: Client, accepted: Dossier) -> None:
    page = client.get(f"/kiem-tra/{slip(accepted).token}/").text

    assert "Còn giá trị" in page
    assert accepted.code is not None
    assert f"kết thúc bằng {accepted.code[-2:]}" in page
    assert accepted.code not in page
    assert not any(party.name in page for party in accepted.parties.all())
    assert "Mở hồ sơ" not in page


def test_an_officer_finds_the_dossier_on_the_same_page(world: World, accepted: Dossier) -> None:
    assert f"/can-bo/ho-so/{accepted.code}/" in world.client(world.chi).get(f"/kiem-tra/{slip(accepted).token}/").text


def test_a_revoked_paper_says_so_at_once(client: Client, accepted: Dossier) -> None:
    issuing.revoke(slip(accepted), at=MONDAY + timedelta(hours=1), why="Ghi nhầm ngày hẹn")

    page = client.get(f"/kiem-tra/{slip(accepted).token}/").text
    assert "Đã thu hồi" in page
    assert "Ghi nhầm ngày hẹn" in page


def test_a_print_of_a_draft_is_no_dossier(client: Client, world: World) -> None:
    paper = actions.print_form(world.draft(), by=world.an, at=MONDAY)
    actions.draw_paper(paper.pk, at=MONDAY)

    assert "Tờ khai chưa nộp" in client.get(f"/kiem-tra/{paper.token}/").text


def test_unknown_malformed_and_internal_addresses_get_the_same_answer(client: Client, world: World) -> None:
    internal = IssuedPaper.objects.get(tie__dossier=world.dossier("finish"), kind="06").token
    tokens = ("x" * 32, "x", internal)
    answers = {token: client.get(f"/kiem-tra/{token}/") for token in tokens}

    assert {answer.status_code for answer in answers.values()} == {404}
    assert len({answer.text.replace(f"kiem-tra/{token}/", "") for token, answer in answers.items()}) == 1


def test_guessing_is_slowed_down_and_a_right_address_is_not(
    client: Client, accepted: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "WRONG", 2)
    token = slip(accepted).token
    assert [client.get(f"/kiem-tra/{token}/").status_code for _ in range(4)] == [200] * 4

    assert [client.get("/kiem-tra/khong-co/").status_code for _ in range(3)] == [404, 404, 429]


def test_a_file_is_compared_by_its_bytes_and_forgotten(client: Client, accepted: Dossier) -> None:
    paper = slip(accepted)
    assert paper.file is not None
    with storing.open_file(paper.file) as opened:
        content = opened.read()

    same = client.post("/kiem-tra/", {"file": SimpleUploadedFile("ten-khac.pdf", content)})
    other = client.post("/kiem-tra/", {"file": SimpleUploadedFile("x.pdf", content[:-1])})
    none = client.post("/kiem-tra/")
    assert "Còn giá trị" in same.text
    assert "Không có ở đây" in other.text
    assert none.status_code == 422
    assert "Chọn tệp PDF cần kiểm tra" in none.text


def test_the_owner_fetches_a_slip_and_the_control_slip_is_not_theirs(world: World) -> None:
    dossier = world.dossier("finish")
    for tie in dossier.papers.all():
        actions.draw_paper(tie.paper_id, at=MONDAY)
    control = IssuedPaper.objects.get(tie__dossier=dossier, kind="06")

    mine = world.client(world.an)
    assert kind_of(mine, f"/ho-so/{dossier.code}/tep/{slip(dossier).file_id}/") == "application/pdf"
    assert mine.get(f"/ho-so/{dossier.code}/tep/{control.file_id}/").status_code == 404
    assert (
        kind_of(world.client(world.dung), f"/can-bo/ho-so/{dossier.code}/tep/{control.file_id}/") == "application/pdf"
    )


def test_the_blank_form_of_a_procedure_is_there_once_it_is_drawn(client: Client, world: World) -> None:
    assert client.get(f"/dich-vu-cong/{BIRTH}/mau-to-khai/").status_code == 202
    for pk in FormVersion.objects.values_list("pk", flat=True):
        blanks.draw_blank(pk, at=MONDAY)
    assert kind_of(client, f"/dich-vu-cong/{BIRTH}/mau-to-khai/") == "application/pdf"
