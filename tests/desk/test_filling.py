"""A result from a template at the desk: what was declared stands there, the office's part is written and looked at."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Result
from tests.world import BIRTH, World

pytestmark = pytest.mark.django_db
OWN = {
    "registered_at": "UBND xã Thanh Mỹ",
    "registered_number": "15, quyển 01/2026",
    "registered_on": "02/11/2026",
    "note": "",
}


@pytest.fixture
def dossier(world: World) -> Dossier:
    return world.dossier("begin", code=BIRTH, at=timezone.now() - timedelta(minutes=10))


def at(dossier: Dossier, action: str = "fill_result") -> str:
    return reverse("desk:act", args=[dossier.code, action])


def test_the_button_stands_first_where_the_procedure_has_a_template(world: World, dossier: Dossier) -> None:
    page = world.client(world.dung).get(reverse("desk:dossier", args=[dossier.code])).content.decode()

    assert page.index("Soạn kết quả theo mẫu") < page.index("Ghi kết quả")


def test_it_is_looked_at_before_it_is_kept(world: World, dossier: Dossier) -> None:
    dung = world.client(world.dung)
    asked = dung.get(at(dossier)).content.decode()
    assert "chưa đối chiếu với mẫu ban hành" in asked
    assert 'name="name"' not in asked

    look = dung.post(at(dossier), {**OWN, "look": "1"})

    shown = look.content.decode()
    assert look.status_code == 200
    assert "Giấy sẽ ghi như thế này" in shown
    assert "UBND xã Thanh Mỹ" in shown
    assert not Result.objects.filter(dossier=dossier).exists()

    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))
    assert dung.post(at(dossier), {**sent, "send": "1"}).status_code == 302
    result = Result.objects.get(dossier=dossier)
    assert result.template == "birth_extract"
    assert result.values["registered_number"] == "15, quyển 01/2026"
    assert result.values["name"]


def test_what_is_missing_or_cannot_be_printed_is_told_beside_its_field(world: World, dossier: Dossier) -> None:
    dung = world.client(world.dung)

    answer = dung.post(at(dossier), {**OWN, "registered_number": "", "note": "chữ \U00012000"})

    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Ghi: số, quyển số" in said
    assert "không in được trên giấy" in said
    assert "UBND xã Thanh Mỹ" in said


def test_a_locked_value_cannot_be_changed_by_a_forged_form(world: World, dossier: Dossier) -> None:
    world.client(world.dung).post(at(dossier), {**OWN, "name": "Người Khác"})

    assert Result.objects.get(dossier=dossier).values["name"] != "Người Khác"


def test_what_the_person_called_wrong_is_open_and_says_so(world: World, dossier: Dossier) -> None:
    dung = world.client(world.dung)
    dung.post(at(dossier), OWN)
    draft = dossier.result_drafts.get()
    wrong = actions.DraftAnswer(right=False, marks=("name",), remark="Thiếu chữ đệm")
    actions.answer_draft(draft, wrong, by=None, at=timezone.now())

    page = dung.get(at(dossier)).content.decode()
    assert 'name="name"' in page
    assert "Người nộp báo chỗ này chưa đúng" in page
    assert "Thiếu chữ đệm" in page
    assert dung.post(at(dossier), OWN | {"name": draft.rows[0][2]}).status_code == 422
    dung.post(at(dossier), OWN | {"name": "Nguyễn Ngọc Minh Anh"})

    assert dossier.result_drafts.count() == 2


def test_a_procedure_without_a_template_offers_none(world: World) -> None:
    other = world.dossier("begin", at=timezone.now() - timedelta(minutes=10))
    dung: Client = world.client(world.dung)

    assert dung.get(at(other)).status_code == 409
    assert dung.post(at(other), OWN).status_code == 422
