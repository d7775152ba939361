"""“Tra cứu hồ sơ”: the second key opens, nothing personal shows, guessing is stopped."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from motcua.dossiers.models import Dossier
from tests.world import BIRTH, World

ADDRESS = "/tra-cuu/"


def ask(client: Client, code: str, digits: str, **extra: str) -> tuple[int, str]:
    response = client.post(reverse("portal:lookup"), {"code": code, "digits": digits}, **extra)  # type: ignore[arg-type]
    return response.status_code, response.content.decode()


@pytest.fixture
def dossier(world: World) -> Dossier:
    return world.dossier("accept", code=BIRTH)


def test_the_form_has_its_two_fields(world: World, client: Client) -> None:
    page = client.get(ADDRESS).content.decode()

    assert "Mã hồ sơ" in page
    assert "4 số cuối" in page


@pytest.mark.parametrize("digits", ["0011", "4321"])
def test_id_number_or_phone_opens(dossier: Dossier, client: Client, digits: str) -> None:
    status, page = ask(client, dossier.code or "", digits)

    assert status == 200
    assert "Được tiếp nhận" in page
    assert "Đang chờ cơ quan: UBND xã Thanh Mỹ" in page


def test_a_code_typed_in_small_letters_with_spaces_is_found(dossier: Dossier, client: Client) -> None:
    assert ask(client, f" {(dossier.code or '').lower()} ", "0011")[0] == 200


@pytest.mark.parametrize("between", [" ", "", "–", " - "])
def test_a_code_typed_without_its_hyphens_is_found(dossier: Dossier, client: Client, between: str) -> None:
    assert ask(client, (dossier.code or "").replace("-", between), "0011")[0] == 200


def test_nothing_personal_is_shown(dossier: Dossier, client: Client) -> None:
    page = ask(client, dossier.code or "", "0011")[1]

    for hidden in ("Nguyễn Thị An", "087190000011", "0987654321", "0987 654 321", "khai sinh"):
        assert hidden.lower() not in page.lower()


def test_wrong_and_unknown_read_the_same(dossier: Dossier, client: Client) -> None:
    wrong, unknown = ask(client, dossier.code or "", "9999"), ask(client, "H20.X30073-200101-0001", "9999")

    assert wrong[0] == unknown[0] == 422
    assert "Không thấy hồ sơ với mã và 4 số này" in wrong[1]
    assert "Không thấy hồ sơ với mã và 4 số này" in unknown[1]


def test_a_draft_is_never_found(world: World, client: Client) -> None:
    world.draft(BIRTH)

    assert ask(client, "None", "0011")[0] == 422


@pytest.mark.parametrize(
    ("code", "digits"), [("", "0011"), ("H20", ""), ("H20", "12"), ("H20", "12a4"), ("H20", "١٢٣٤")]
)
def test_what_is_missing_is_said_beside_the_field(world: World, client: Client, code: str, digits: str) -> None:
    status, page = ask(client, code, digits)

    assert status == 422
    assert "Có 1 chỗ cần sửa" in page


def test_five_wrong_tries_then_rest_even_with_the_right_digits(dossier: Dossier, client: Client) -> None:
    for _ in range(5):
        assert "Không thấy" in ask(client, dossier.code or "", "9999")[1]

    assert "Chờ 15 phút" in ask(client, dossier.code or "", "0011")[1]


def test_right_tries_are_not_counted(dossier: Dossier, client: Client) -> None:
    for _ in range(12):
        assert ask(client, dossier.code or "", "0011")[0] == 200


def test_another_address_may_still_ask_until_fifty_a_day(dossier: Dossier, client: Client) -> None:
    for number in range(50):
        ask(client, dossier.code or "", "9999", REMOTE_ADDR=f"10.0.0.{number}")

    assert "nghỉ đến nửa đêm" in ask(client, dossier.code or "", "0011", REMOTE_ADDR="10.0.1.1")[1]


def test_the_answer_takes_few_statements(
    dossier: Dossier, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ask(client, dossier.code or "", "0011")  # a process that has answered once knows the site and the calendars

    with django_assert_max_num_queries(5):
        ask(client, dossier.code or "", "0011")
