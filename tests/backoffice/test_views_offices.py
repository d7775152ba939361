"""A manager keeps an office: what citizens read changes at once, who changed what is written, nothing typed is lost."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.agencies.models import Agency, WorkingHours
from motcua.deadlines import STANDARD_WORKING
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
TYPED = {"address": "Ấp 3, xã Thanh Mỹ", "room": "Phòng 5", "phone": "0277 300 1111", "point": "10.523611, 105.842500"}


@pytest.fixture
def manager(world: World) -> Client:
    held(world, "ubnd_xa", subtree=True)
    return world.client(world.ha)


def held(world: World, kind: str, *, subtree: bool) -> None:
    RoleHeld.objects.create(
        account=world.ha, role=Role.MANAGER, agency=world.agency(kind), subtree=subtree, valid_from=BEGINNING.date()
    )


def page(agency: Agency, name: str = "office") -> str:
    return reverse(f"backoffice:{name}", args=[agency.pk])


def from_day(on: date) -> dict[str, str]:
    return {"since-day": str(on.day), "since-month": str(on.month), "since-year": str(on.year)}


def test_what_is_saved_is_what_the_public_reads_and_is_written_down(
    world: World, manager: Client, client: Client
) -> None:
    centre = world.agency("trung_tam_xa")
    client.get("/co-quan/H20.X30073.TT/")
    tag = client.get("/co-quan/H20.X30073.TT/").headers["ETag"]

    answer = manager.post(page(centre), TYPED)

    assert (answer.status_code, answer.headers["Location"]) == (302, page(centre))
    public = client.get("/co-quan/H20.X30073.TT/", headers={"if-none-match": tag})
    assert public.status_code == 200
    assert "Ấp 3, xã Thanh Mỹ" in public.text
    assert 'href="tel:02773001111"' in public.text
    assert "mlat=10.523611" in public.text
    change = Change.objects.get(word="office_saved")
    assert (change.account, change.subject, change.agency) == (world.ha, centre.pk, centre)
    assert ["phone", "02773000000", "02773001111"] in change.facts["changed"]
    shown = manager.get(page(centre)).text
    assert "Đã lưu; trang của cơ quan đổi theo ngay" in shown
    assert "Điện thoại: 02773000000 → 02773001111" in shown
    assert "Võ Thị Hà" in shown


def test_saving_what_was_there_writes_nothing_down(world: World, manager: Client) -> None:
    centre = world.agency("trung_tam_xa")
    manager.post(page(centre), TYPED)
    manager.post(page(centre), TYPED)

    assert Change.objects.filter(word="office_saved").count() == 1


def test_a_mistake_is_said_beside_its_field_and_the_rest_stays_typed(world: World, manager: Client) -> None:
    answer = manager.post(page(world.agency("trung_tam_xa")), TYPED | {"phone": "gọi anh Ba"})

    assert answer.status_code == 422
    assert "Ghi số điện thoại bằng chữ số" in answer.text
    assert 'value="gọi anh Ba"' in answer.text
    assert 'value="Ấp 3, xã Thanh Mỹ"' in answer.text
    assert not Change.objects.exists()


def test_other_hours_follow_from_a_day_and_the_rules_stay(world: World, manager: Client, client: Client) -> None:
    centre, today = world.agency("trung_tam_xa"), timezone.localdate()
    before = WorkingHours.objects.create(
        agency=centre,
        valid_from=date(2026, 1, 1),
        working=STANDARD_WORKING,
        reception={},
        rules={"same_day_until": 600},
    )

    answer = manager.post(
        page(centre, "office_hours"), from_day(today) | {"working_1": "8h-12h", "reception_6": "07:00–11:30"}
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, page(centre))
    rows = list(WorkingHours.objects.filter(agency=centre).order_by("valid_from"))
    assert rows[-2] == before
    assert (rows[-1].valid_from, rows[-1].working, rows[-1].rules) == (
        today,
        {"1": [["08:00", "12:00"]]},
        {"same_day_until": 600},
    )
    assert "Thứ Hai: 08:00–12:00; thứ Bảy: 07:00–11:30" in client.get("/co-quan/H20.X30073.TT/").text.replace(
        "\u2060", ""
    )
    shown = manager.get(page(centre)).text
    assert "Ghi giờ mới của cơ quan" in shown
    assert f"Từ {today:%d/%m/%Y}" in shown


def test_hours_of_a_later_day_wait_for_it(world: World, manager: Client, client: Client) -> None:
    centre, later = world.agency("trung_tam_xa"), timezone.localdate() + timedelta(days=40)

    manager.post(page(centre, "office_hours"), from_day(later) | {"working_1": "8h-12h"})

    assert "08:00" not in client.get("/co-quan/H20.X30073.TT/").text
    assert f"Từ {later:%d/%m/%Y}: Thứ Hai: 08:00" in manager.get(page(centre, "office_hours")).text
    again = manager.post(page(centre, "office_hours"), from_day(later) | {"working_1": "9h-12h"})
    assert again.status_code == 422
    assert "Đã ghi giờ áp dụng từ ngày này" in again.text
    assert re.search(r'name="working_1"[^>]*value="9h-12h"', again.text)


def test_only_who_manages_the_office_finds_it(world: World) -> None:
    held(world, "ubnd_xa", subtree=False)
    client = world.client(world.ha)

    assert client.get(page(world.agency("ubnd_xa"))).status_code == 200
    for other in (world.agency("trung_tam_xa"), world.agency("cong_an_xa"), world.agency("ubnd_xa", "30037")):
        for name in ("office", "office_hours"):
            assert client.get(page(other, name)).status_code == 404
            assert client.post(page(other, name), TYPED).status_code == 404
    assert world.client(world.chi).get(page(world.agency("ubnd_xa"))).status_code == 404
