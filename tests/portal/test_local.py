"""What a commune states for itself, met on the way of a dossier: page, draft, review, counter."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.accounts.queries import held
from motcua.catalogue.local import stating
from motcua.catalogue.local.overlay import NOTHING, LocalFee, LocalPaper, LocalTime, Overlay, Standing
from motcua.catalogue.models import Procedure
from motcua.catalogue.queries import in_force_at
from motcua.common import kept
from motcua.desk.choosing import choose, counter_of
from motcua.dossiers import actions
from motcua.dossiers.actions import Blocked
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from tests.world import MARITAL, MONDAY, World

OURS = Overlay(
    times=(LocalTime(amount=1, unit="working_day", text="Xã hứa một ngày làm việc"),),
    fees=(LocalFee(kind="le_phi", amount=7000),),
    papers=(LocalPaper(name="Giấy xác nhận của tổ dân phố", copies=1),),
)
CLOSED = Overlay(offered=False, why_not="Nộp ở xã Tháp Mười")


def state(world: World, overlay: Overlay, *, after: int = 0) -> None:
    stated = Standing(overlay, "12/2026/NQ-HĐND", after)
    procedure = Procedure.objects.get(code=MARITAL)
    stating.state(procedure, world.agency(), stated, by=world.ha, at=MONDAY + timedelta(seconds=after))
    kept.forget()


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def begin(an: Client, world: World) -> Dossier:
    case = world.page().cases[0].id
    an.post(f"/nop-ho-so/{MARITAL}/noi-giai-quyet/", {"xa": "30073", "case": str(case)})
    return Dossier.objects.get()


def test_a_draft_begins_under_what_holds_at_its_place(world: World, an: Client) -> None:
    state(world, OURS)
    draft = begin(an, world)
    here = in_force_at(MARITAL, world.agency().pk)
    assert here is not None
    assert (draft.version_id, draft.term_amount, draft.term_unit) == (here.id, 1, "working_day")
    assert "Giấy xác nhận của tổ dân phố" in an.get(f"/ban-nhap/{draft.pk}/giay-to/").text
    assert "7.000" in an.get(f"/ban-nhap/{draft.pk}/kiem-tra/").text


def test_a_draft_from_before_is_told_and_a_dossier_keeps_its_own(world: World, an: Client) -> None:
    filed, draft = world.dossier("file"), world.draft()
    state(world, OURS)
    with pytest.raises(Blocked, match="vừa đổi"):
        actions.file(draft, by=world.an, at=MONDAY + timedelta(minutes=5))
    shown = an.get(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").text
    assert "Giấy xác nhận của tổ dân phố" in shown
    assert "Xã hứa một ngày làm việc" in shown
    here = in_force_at(MARITAL, world.agency().pk)
    assert here is not None
    an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/", {"version": str(here.id)})
    assert an.post(f"/ban-nhap/{draft.pk}/kiem-tra/", {"consent": "1"}).status_code == 302
    renewed = Dossier.objects.get(pk=draft.pk)
    assert (renewed.status, renewed.term_amount) == (Status.FILED, 1)
    filed.refresh_from_db()
    assert filed.version_id != renewed.version_id
    state(world, NOTHING, after=1)
    kept_own = Dossier.objects.get(pk=draft.pk)
    assert kept_own.procedure.cases[0].papers[-1].name == "Giấy xác nhận của tổ dân phố"


def test_where_it_is_not_done_nobody_begins_and_the_page_says_where(world: World, an: Client) -> None:
    draft = world.draft()
    state(world, CLOSED)
    page = an.get(f"/dich-vu-cong/{MARITAL}/").text
    assert "chưa nhận hồ sơ của thủ tục này: Nộp ở xã Tháp Mười" in page
    assert f'href="/nop-ho-so/{MARITAL}/"' not in page
    assert "Nộp ở xã Tháp Mười" in an.get(f"/nop-ho-so/{MARITAL}/noi-giai-quyet/?xa=30073").text
    answer = an.post(f"/nop-ho-so/{MARITAL}/noi-giai-quyet/", {"xa": "30073", "case": str(world.page().cases[0].id)})
    assert "Nộp ở xã Tháp Mười" in answer.text
    assert Dossier.objects.count() == 1
    assert an.post(f"/ban-nhap/{draft.pk}/kiem-tra/", {"consent": "1"}).status_code == 422


def test_the_counter_reads_what_holds_there(world: World) -> None:
    state(world, OURS)
    counter = counter_of(held(world.chi, timezone.localdate()))
    chosen = choose({"procedure": MARITAL}, counter)
    assert chosen.page is not None
    assert chosen.page.cases[0].papers[-1].name == "Giấy xác nhận của tổ dân phố"
    neighbour = counter_of(held(world.giang, timezone.localdate()))
    other = choose({"procedure": MARITAL}, neighbour)
    assert other.page is not None
    assert other.page.local is None
