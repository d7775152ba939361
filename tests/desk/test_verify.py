"""The desk compares a person's card with their account."""

import pytest
from django.test import Client

from motcua.accounts.models import Account, Verification
from tests.accounts.citizens import NUMBER, citizen
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/can-bo/xac-minh/"


@pytest.fixture
def desk(world: World) -> Client:
    return world.client(world.chi)


def confirm(desk: Client, account: Account, **changes: str) -> str:
    told = {"number": NUMBER, "account": str(account.pk), "card_number": NUMBER, "seen": "1"} | changes
    return desk.post(PAGE, {name: value for name, value in told.items() if value}, follow=True).text


@pytest.mark.parametrize("number", ["087 190 001 001", "0987 000 001"])
def test_found_by_id_number_or_phone_masked(desk: Client, number: str) -> None:
    citizen()

    page = desk.post(PAGE, {"number": number}).text

    assert "Lý Văn Sáu" in page
    assert "Sinh ngày 02/11/1990 · ••• ••• ••• 001 · 0987 000 001" in page


def test_the_card_seen_the_account_is_verified_and_the_officer_kept(desk: Client, world: World) -> None:
    account = citizen()

    page = confirm(desk, account)

    assert "Đã xác minh tài khoản của Lý Văn Sáu" in page
    assert Account.objects.get(pk=account.pk).is_verified
    assert Verification.objects.get(account=account).officer == world.chi


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"seen": ""}, "Xem căn cước rồi đánh dấu"),
        ({"card_number": ""}, "Ghi số trên thẻ căn cước"),
        ({"card_number": "087190009999"}, "Số trên thẻ khác số của tài khoản"),
        ({"account": ""}, "Chọn tài khoản của người mang thẻ"),
    ],
)
def test_nothing_is_verified_without_the_whole_look(desk: Client, changes: dict[str, str], words: str) -> None:
    account = citizen()
    told = {"number": NUMBER, "account": str(account.pk), "card_number": NUMBER, "seen": "1"} | changes

    page = desk.post(PAGE, {name: value for name, value in told.items() if value or name == "card_number"}).text

    assert page.count(words) == 2
    assert not Account.objects.get(pk=account.pk).is_verified


def test_a_number_that_is_verified_already_is_refused_in_words(desk: Client, world: World) -> None:
    citizen(verified_by=world.chi)
    squatter = citizen(phone="+84987000002", full_name="Người Khác")

    page = desk.post(PAGE, {"number": NUMBER}).text
    assert "đã xác minh ngày 02/03/2026" in page

    assert "đã thuộc một tài khoản đã xác minh" in confirm(desk, squatter)
    assert not Account.objects.get(pk=squatter.pk).is_verified


def test_only_an_account_of_that_number_can_be_chosen(desk: Client, world: World) -> None:
    citizen()
    other = citizen(id_number="087190004001", phone="+84987000002")

    assert "Chọn một tài khoản trong danh sách" in confirm(desk, other)
    assert "Chọn một tài khoản trong danh sách" in confirm(desk, world.dung)


def test_an_old_card_gets_the_new_number(desk: Client) -> None:
    account = citizen(id_number="341234567")

    confirm(desk, account, number="341234567")

    assert Account.objects.get(pk=account.pk).id_number == NUMBER


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("", "Ghi số định danh hoặc số điện thoại"),
        ("abc", "Số định danh có 12 chữ số"),
        ("087190008888", "Không có tài khoản nào với số này"),
    ],
)
def test_nothing_found_is_said(desk: Client, number: str, words: str) -> None:
    assert words in desk.post(PAGE, {"number": number}).text


def test_an_officers_account_is_not_verified_here(desk: Client, world: World) -> None:
    assert "Không có tài khoản nào" in desk.post(PAGE, {"number": world.dung.id_number}).text


@pytest.mark.parametrize(("who", "status"), [("an", 404), ("dung", 404), ("ha", 404), ("giang", 200)])
def test_only_intake_verifies(world: World, who: str, status: int) -> None:
    assert world.client(getattr(world, who)).get(PAGE).status_code == status
