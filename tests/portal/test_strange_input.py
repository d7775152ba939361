"""What no page of ours sends is refused in words, and never fails."""

import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from motcua.accounts.models import Account
from motcua.common.ids import new_id
from motcua.dossiers.actions import Blocked, discard
from motcua.dossiers.models import Dossier
from tests.accounts.citizens import NUMBER, PASSWORD, citizen
from tests.world import BIRTH, MARITAL, World

pytestmark = pytest.mark.django_db
PLACE = f"/nop-ho-so/{MARITAL}/noi-giai-quyet/"


@pytest.mark.parametrize(
    "address",
    [
        "/dich-vu-cong/%00/",
        f"/nop-ho-so/{BIRTH}%00/",
        "/ho-so/%00/",
        "/ho-so/%00/tep/01890a5d-ac96-774b-bcce-b302099a8057/",
        f"{PLACE}?tinh=%00",
        "/dich-vu-cong/?tu-khoa=a%00b",
    ],
)
def test_an_address_with_nul_is_not_there(world: World, address: str) -> None:
    assert world.client(world.an).get(address).status_code == 404


@pytest.mark.parametrize(("code", "digits"), [("H20\0", "1234"), ("H20", "12\0"), ("H20", "١٢٣٤")])
def test_a_look_up_that_nobody_can_have_typed_finds_nothing(
    client: Client, world: World, code: str, digits: str
) -> None:
    assert client.post("/tra-cuu/", {"code": code, "digits": digits}).status_code == 422


@pytest.mark.parametrize("wanted", ["abc", "set_language", "../x", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_to_a_path_of_ours_only(client: Client, world: World, wanted: str) -> None:
    citizen()

    answer = client.post("/dang-nhap/", {"identifier": NUMBER, "password": PASSWORD, "next": wanted})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/ho-so/")


def test_an_unreadable_referer_is_passed_over(client: Client, world: World) -> None:
    answer = client.post("/tai-khoan/", headers={"referer": "http://["})

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/dang-nhap/?next=%2Ftai-khoan%2F")


def test_another_host_is_refused_on_a_page(client: Client, world: World) -> None:
    answer = client.get("/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "evil.example" not in answer.text


def test_a_session_cookie_that_the_database_cannot_hold_is_nobodys(client: Client, world: World) -> None:
    answer = client.get("/tai-khoan/", headers={"cookie": r'sessionid="\000\000\000\000\000\000\000\000\000"'})

    assert answer.status_code == 302


def test_an_address_of_mail_longer_than_the_law_of_mail_is_refused(world: World) -> None:
    answer = world.client(world.an).post("/tai-khoan/thu-dien-tu/", {"email": "a" * 250 + "@example.vn"})

    assert "Ghi ngắn hơn, tối đa 254 ký tự" in answer.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("birth_on-day", "9" * 5000),
        ("full_name", "\u0344" * 119 + "a"),
        ("full_name", "\ufb2c" * 119),
        ("full_name", "Mở evil.vn"),
        ("full_name", "Lê <b>"),
        ("full_name", "- - -"),
    ],
)
def test_signing_up_refuses_what_is_no_name_and_no_day(client: Client, world: World, field: str, typed: str) -> None:
    told = {"id_number": NUMBER, "full_name": "Lê An", "phone": "0987000001", "password": PASSWORD}
    born = {"birth_on-day": "1", "birth_on-month": "1", "birth_on-year": "1990"}

    answer = client.post("/dang-ky/", told | born | {field: typed})

    assert answer.status_code == 200
    assert "govuk-error-message" in answer.text


def test_the_longest_name_in_capitals_has_a_key(world: World) -> None:
    account = citizen(full_name="Á" * 59 + " " + "Á" * 60)

    assert Account.objects.get(pk=account.pk).sort_key == account.sort_key


def test_one_address_may_not_try_a_few_digits_at_every_code(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.portal.views.lookup.WRONG_PER_ADDRESS_OVER_ALL", 2)

    for number in range(3):
        page = client.post("/tra-cuu/", {"code": f"H20-261123-{number}", "digits": "1234"}).text

    assert "Thử sai quá nhiều lần" in page


def test_behind_the_proxy_a_look_up_counts_who_stands_before_it(
    client: Client, world: World, settings: Settings
) -> None:
    settings.SECURE = True
    dossier = world.dossier("accept", code=BIRTH)
    wrong, right = ({"code": dossier.code, "digits": digits} for digits in ("9999", "0011"))
    for _try in range(6):
        client.post("/tra-cuu/", wrong, headers={"x-forwarded-for": "192.0.2.1"})

    answer = client.post("/tra-cuu/", right, headers={"x-forwarded-for": "192.0.2.2"})

    assert answer.status_code == 200


def test_a_version_that_ended_while_it_was_remembered_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client = world.client(world.an)
    case = re.search(r'name="case" value="([^"]*)"', client.get(PLACE).text)
    assert case

    def ended(*_start: object, **_told: object) -> None:
        raise Blocked(["Thủ tục này vừa đổi"])

    monkeypatch.setattr("motcua.dossiers.actions.start_draft", ended)
    answer = client.post(PLACE, {"case": case[1], "draft": str(new_id())})

    assert answer.status_code == 422
    assert "Thủ tục này vừa đổi" in answer.text


def test_a_draft_thrown_away_between_two_steps_of_a_press_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = world.draft(MARITAL)

    def thrown_away(dossier: Dossier, *, by: Account, at: datetime) -> None:
        discard(Dossier.objects.get(pk=dossier.pk), by=by, at=at)
        discard(dossier, by=by, at=at)

    monkeypatch.setattr("motcua.dossiers.actions.discard", thrown_away)

    assert world.client(world.an).post(f"/ban-nhap/{draft.pk}/xoa/").status_code == 409
