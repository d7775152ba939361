"""The worklist as the officer sees it."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers.queries.worklist import PAGE
from tests.world import BIRTH, MARITAL, MONDAY, World

from .conftest import page

HOME = "/can-bo/"
OWNER = "Trần Thị Bình An"  # as the example of the general application names them


def test_the_bar_names_the_officer_and_the_main_role(chi: Client, ha: Client) -> None:
    assert "Lê Thị Chi · tiếp nhận" in page(chi, HOME)
    assert "Võ Thị Hà · lãnh đạo duyệt" in page(ha, HOME)


def test_an_empty_desk_says_what_will_be_here(chi: Client) -> None:
    said = page(chi, HOME)

    assert "Việc của tôi" in said
    assert "Không còn hồ sơ nào chờ" in said


def test_the_columns_stand_in_their_order_and_leave_out_the_own_agency(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())
    said = page(chi, HOME)

    assert "Còn lại Mã hồ sơ Thủ tục Chủ hồ sơ Nộp Trạng thái Việc" in said
    assert dossier.code is not None
    assert dossier.code.rpartition("X30073-")[2] in said
    assert dossier.code not in re.sub(r'href="[^"]*"', "", said)
    assert f"{OWNER} Trên mạng Mới đăng ký Tiếp nhận" in said


@pytest.mark.parametrize(
    ("last", "who", "queue"),
    [
        ("file", "chi", "can-tiep-nhan"),
        ("accept", "dung", "can-xu-ly"),
        ("begin", "dung", "can-xu-ly"),
        ("hand_over", "ha", "cho-duyet"),
        ("finish", "chi", "cho-tra"),
    ],
)
def test_each_step_lies_in_the_queue_of_who_does_it_and_of_nobody_else(
    world: World, last: str, who: str, queue: str
) -> None:
    world.dossier(last, at=timezone.now())

    for name in ("chi", "dung", "ha", "giang"):
        said = page(world.client(world.people[name]), HOME)
        assert (OWNER in said) == (name == who), name
    assert OWNER in page(world.client(world.people[who]), f"{HOME}?hang={queue}")


def test_the_tiles_are_those_of_the_roles_held(chi: Client, dung: Client, ha: Client) -> None:
    assert "0 Tất cả 0 Cần tiếp nhận 0 Sắp đến hạn 0 Trễ hạn 0 Vừa có trả lời 0 Chờ công dân 0 Chờ trả" in page(
        chi, HOME
    )
    assert "0 Tất cả 0 Sắp đến hạn 0 Trễ hạn 0 Vừa có trả lời 0 Cần xử lý" in page(dung, HOME)
    assert "0 Tất cả 0 Sắp đến hạn 0 Trễ hạn 0 Vừa có trả lời 0 Chờ duyệt" in page(ha, HOME)


def test_every_count_opens_its_list(world: World, chi: Client) -> None:
    world.dossier("file", at=MONDAY)
    html = chi.get(HOME).content.decode()
    tiles = re.findall(r'href="(/can-bo/\?hang=[a-z-]+)"[^>]*><span class="desk-tile__count">(\d+)<', html)

    assert len(tiles) == 7
    for address, count in tiles:
        rows = chi.get(address).content.decode().count('<th scope="row"')
        assert rows == int(count), address


def test_what_is_late_says_so_and_stands_on_top(world: World, chi: Client) -> None:
    world.dossier("file", at=timezone.now())
    world.dossier("file", code=BIRTH, at=MONDAY)
    said = page(chi, HOME)

    assert said.index("trễ ") < said.index("Đăng ký khai sinh") < said.index("8 giờ")
    assert "Đăng ký khai sinh" in page(chi, f"{HOME}?hang=tre-han")


def test_the_list_costs_the_same_for_one_row_and_for_twenty(world: World, chi: Client) -> None:
    world.dossier("file", at=timezone.now())
    page(chi, HOME)
    with CaptureQueriesContext(connection) as one:
        page(chi, HOME)
    for _number in range(PAGE - 1):
        world.dossier("file", at=timezone.now())
    with CaptureQueriesContext(connection) as many:
        html = chi.get(HOME).content.decode()

    assert html.count('<th scope="row"') == PAGE
    assert len(many) == len(one)
    assert len(many) <= 6


def test_pages_follow_each_other_without_gap_or_double(world: World, chi: Client) -> None:
    codes = {str(world.dossier("file", at=timezone.now()).code) for _number in range(PAGE + 3)}
    first = chi.get(HOME).content.decode()
    found = re.search(r'rel="next" href="([^"]+)"', first)
    assert found is not None
    second = chi.get(found[1].replace("&amp;", "&")).content.decode()
    shown = [re.findall(r'desk-nowrap"><a [^>]*href="/can-bo/ho-so/([^/]+)/"', html) for html in (first, second)]

    assert [len(codes) for codes in shown] == [PAGE, 3]
    assert set(shown[0]) | set(shown[1]) == codes
    assert "Về đầu danh sách" in second


@pytest.mark.parametrize("address", ["?hang=khong-co", "?sau=0_nonsense", "?sau=x", "?hang=tre-han&sau=1_2026-01-01_x"])
def test_an_address_that_nobody_gave_opens_the_list(chi: Client, address: str) -> None:
    assert "Việc của tôi" in page(chi, HOME + address)


@pytest.mark.parametrize("typed", ["tran thi binh", "Bình An", "087190000011", "0987 654 321", "0001"])
def test_a_search_finds_by_name_number_phone_and_end_of_code(world: World, chi: Client, typed: str) -> None:
    world.dossier("file", at=timezone.now())

    assert f"{OWNER} Trên mạng" in page(chi, f"{HOME}?q={typed.replace(' ', '+')}")


@pytest.mark.parametrize("typed", ["Bùi Thị", "08719000001", "09876", "0002", "an", "%25"])
def test_a_search_for_a_part_of_a_number_or_somebody_else_finds_nothing(world: World, chi: Client, typed: str) -> None:
    world.dossier("file", at=timezone.now())

    assert "Không thấy hồ sơ nào" in page(chi, f"{HOME}?q={typed}")


def test_a_search_never_leaves_the_own_desk(world: World, giang: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())

    for typed in ("tran thi binh", str(dossier.code), "087190000011"):
        assert "Không thấy hồ sơ nào" in page(giang, f"{HOME}?q={typed.replace(' ', '+')}")


def test_an_officer_who_is_a_party_finds_the_dossier_in_no_queue(world: World) -> None:
    dossier = world.dossier("file", at=timezone.now())
    dossier.parties.filter(role="owner").update(id_number=world.chi.id_number)

    assert "Không còn hồ sơ nào chờ" in page(world.client(world.chi), HOME)


def test_only_who_receives_is_offered_the_counter_and_the_verifying(chi: Client, dung: Client) -> None:
    assert "Xác minh tài khoản" in page(chi, HOME)
    assert "Xác minh tài khoản" not in page(dung, HOME)
    assert "Tiếp nhận tại quầy / qua bưu chính" in page(chi, HOME)
    assert "Tiếp nhận tại quầy / qua bưu chính" not in page(dung, HOME)
    assert dung.get(reverse("desk:receive")).status_code == 404


def test_a_procedure_with_the_general_form_lies_in_the_list_too(world: World, chi: Client) -> None:
    world.dossier("file", code=MARITAL, at=timezone.now())

    assert world.page(MARITAL).name in page(chi, HOME)
