"""The page on which an officer records who signed a printed paper."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.documents import letterheads, trying
from motcua.documents.letterheads import Look
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(world: World) -> Dossier:
    now = timezone.now()
    made = letterheads.save(world.agency("trung_tam_xa"), "", Look(by_hand=True), at=now)
    trying.try_out(made.pk, at=now)
    dossier = world.dossier("accept", at=now - timedelta(minutes=10))
    actions.draw_papers_of(dossier.history.get(action="accept").pk, at=now)
    return dossier


def page_of(dossier: Dossier) -> str:
    return reverse("desk:hand_signing", args=[IssuedPaper.objects.get(tie__dossier=dossier, kind="01").token])


def day() -> dict[str, str]:
    today = timezone.localdate()
    return {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}


def test_the_dossier_leads_there_and_then_says_who_signed(world: World, accepted: Dossier) -> None:
    chi, home = world.client(world.chi), reverse("desk:dossier", args=[accepted.code])
    assert "chờ ký tay" in chi.get(home).content.decode()
    assert page_of(accepted) in chi.get(home).content.decode()
    where = page_of(accepted)

    assert chi.post(where, {"signer": "Lê  Thị Chi", **day()}).status_code == 302

    assert "ký tay: Lê Thị Chi" in chi.get(home).content.decode()
    assert chi.post(where, {"signer": "Lê Thị Chi", **day()}).status_code == 302
    assert "Đã ghi người ký: Lê Thị Chi" in chi.post(where, {"signer": "Người Khác", **day()}).content.decode()


def test_what_is_missing_is_told_and_a_stranger_finds_nothing(world: World, accepted: Dossier) -> None:
    where = page_of(accepted)

    assert "Ghi họ tên người ký" in world.client(world.chi).post(where, day()).content.decode()
    assert world.client(world.giang).get(where).status_code == 404
    assert world.client(world.chi).get(reverse("desk:hand_signing", args=["x"])).status_code == 404


def test_the_public_page_says_how_it_is_signed(world: World, accepted: Dossier) -> None:
    paper = IssuedPaper.objects.get(tie__dossier=accepted, kind="01")
    public = reverse("portal:paper", args=[paper.token])
    assert "cơ quan chưa ghi ai ký" in world.client().get(public).content.decode()
    assert "Chờ ký tay" in world.client().get(public).content.decode()

    world.client(world.chi).post(page_of(accepted), {"signer": "Lê Thị Chi", **day()})

    told = world.client().get(public).content.decode()
    assert "ký tay: Lê Thị Chi" in told
    assert "Còn giá trị" in told
