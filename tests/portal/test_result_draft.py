"""The draft of a result by its link: read, answered with or without signing in, and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, ResultDraft
from tests.world import BIRTH, World, a_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(world: World) -> Dossier:
    dossier = world.dossier("begin", code=BIRTH, at=timezone.now() - timedelta(minutes=10))
    prepared = actions.Prepared("7", timezone.localdate(), a_picture("kq.png"))
    actions.prepare_result(dossier, prepared, by=world.dung, at=timezone.now())
    return dossier


@pytest.fixture
def draft(dossier: Dossier) -> ResultDraft:
    return dossier.result_drafts.get()


def at(draft: ResultDraft) -> str:
    return reverse("portal:result_draft", args=[draft.token])


def test_whoever_holds_the_link_says_right_and_it_is_told(client: Client, draft: ResultDraft) -> None:
    page = client.get(at(draft))
    assert "Bản nháp này đã đúng chưa?" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"

    client.post(at(draft), {"right": "yes"})

    draft.refresh_from_db()
    assert draft.right is True
    assert "Đã trả lời “Đúng”" in client.get(at(draft)).content.decode()


def test_what_is_wrong_is_marked_and_only_known_marks_are_kept(client: Client, draft: ResultDraft) -> None:
    client.post(at(draft), {"right": "no", "marks": ["number", "forged"], "remark": "Số sai"})

    draft.refresh_from_db()
    assert (draft.right, draft.marks, draft.remark) == (False, ["number"], "Số sai")


@pytest.mark.parametrize(
    ("typed", "told"),
    [({}, "Chọn “Đúng” hoặc “Chưa đúng”"), ({"right": "no"}, "Đánh dấu chỗ chưa đúng, hoặc ghi sai ở đâu")],
)
def test_what_is_missing_is_told(client: Client, draft: ResultDraft, typed: dict[str, str], told: str) -> None:
    answer = client.post(at(draft), typed)

    assert answer.status_code == 422
    assert answer.content.decode().count(told) == 2
    draft.refresh_from_db()
    assert draft.answered_at is None


def test_another_answer_afterwards_is_too_late(client: Client, draft: ResultDraft) -> None:
    client.post(at(draft), {"right": "yes"})

    assert client.post(at(draft), {"right": "yes"}).status_code == 302
    assert client.post(at(draft), {"right": "no", "remark": "Sai"}).status_code == 409


def test_the_file_is_handed_out_while_the_draft_may_be_answered(client: Client, draft: ResultDraft) -> None:
    where = reverse("portal:result_draft_file", args=[draft.token])
    answer = client.get(where)
    assert answer.status_code == 200
    assert answer.getvalue().startswith(b"\x89PNG")

    client.post(at(draft), {"right": "yes"})

    assert client.get(where).status_code == 404


def test_an_unknown_address_is_a_404_and_guessing_is_slowed_down(client: Client) -> None:
    seen = [client.get(f"/nhap/{number:022d}/").status_code for number in range(61)]

    assert seen == [404] * 60 + [429]


def test_the_person_s_own_page_leads_there(world: World, dossier: Dossier, draft: ResultDraft) -> None:
    page = world.client(world.an).get(reverse("portal:dossier", args=[dossier.code])).content.decode()

    assert at(draft) in page


def test_a_remark_that_no_paper_shows_is_told_and_kept(client: Client, draft: ResultDraft) -> None:
    answer = client.post(at(draft), {"right": "no", "remark": "Sai chữ 𒀀"})

    assert answer.status_code == 422
    assert "Ký tự “𒀀” không in được trên giấy" in answer.text
    assert "Sai chữ 𒀀" in answer.text
    assert draft.__class__.objects.get().answered_at is None
