"""The case chooser, the promise of today, what goes along, the share link."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from motcua.catalogue import content
from motcua.catalogue.publishing import publish
from motcua.dossiers import promises
from tests.catalogue.making import IMPORTED, NOON, channel, fee, paper, said
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LIST = "/dich-vu-cong/"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main>")[0]).split())


@pytest.fixture
def cases() -> None:
    first = content.Case(
        name="Lần đầu",
        channels=(channel("online", 3, fees=(fee(0),)), channel("counter", 5, fees=(fee(8000, per="bản"),))),
        papers=(paper("Tờ khai mới"), paper("Thẻ cũ", channels=("counter",))),
    )
    again = content.Case(name="Cấp lại", channels=(channel("counter", 2),), papers=(paper("Đơn báo mất"),))
    publish("1.000001", said(cases=(first, again), body="ubnd_xa"), origin="imported", at=NOON)


def test_without_a_choice_every_case_can_be_read(client: Client, world: World, cases: None) -> None:
    told = text_of(client.get(f"{LIST}1.000001/").text)

    assert "Xem đúng trường hợp của ông/bà" in told
    for words in ("Tờ khai mới", "Thẻ cũ", "Đơn báo mất"):
        assert words in told
    assert "Nộp hồ sơ hôm nay" not in told


def test_a_choice_rewrites_papers_time_and_money(client: Client, world: World, cases: None) -> None:
    told = text_of(client.get(f"{LIST}1.000001/", {"truong-hop": "1", "cach": "counter"}).text)

    assert "Thời hạn 5 ngày làm việc Lệ phí Lệ phí: 8.000 đ mỗi bản Giấy tờ 2 loại phải nộp" in told
    assert "Thẻ cũ" in told
    assert "Đơn báo mất" not in told
    assert "Trên mạng 3 ngày" not in told

    online = text_of(client.get(f"{LIST}1.000001/", {"truong-hop": "1", "cach": "online"}).text)
    assert "Giấy tờ 1 loại phải nộp" in online
    assert "Thẻ cũ" not in online


@pytest.mark.parametrize("query", ["truong-hop=9", "truong-hop=x&cach=counter", "cach=;", "truong-hop=2&cach=online"])
def test_a_choice_that_is_none_is_no_failure(query: str, client: Client, world: World, cases: None) -> None:
    assert client.get(f"{LIST}1.000001/?{query}").status_code == 200


def test_today_promises_what_filing_would_promise(
    client: Client, world: World, cases: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    draft = world.draft()
    kept = promises.promise(draft, MONDAY)
    told = promises.before_filing(
        draft.receiving, draft.resolving, amount=draft.term_amount, unit=draft.term_unit, at=MONDAY
    )

    page = text_of(client.get(f"{LIST}1.000001/", {"truong-hop": "1", "cach": "online"}).text)

    assert told == kept
    assert "Nộp hồ sơ hôm nay, nếu hợp lệ có kết quả chậm nhất" in page


def test_nothing_is_promised_where_the_source_is_silent(client: Client, world: World) -> None:
    silent = content.Case(channels=(content.Channel(channel="counter", amount=None, unit=""),))
    publish("1.000002", said(cases=(silent,), body="ubnd_xa"), origin="imported", at=NOON)

    told = text_of(client.get(f"{LIST}1.000002/").text)

    assert "Thời hạn Theo văn bản" in told
    assert "Nộp hồ sơ hôm nay" not in told


def test_who_sets_a_fee_and_who_is_exempt_are_told(client: Client, world: World) -> None:
    owed = fee(None, set_by="province", exempt="người thuộc hộ nghèo")
    case = content.Case(channels=(channel(fees=(owed,)),))
    publish("1.000003", said(cases=(case,), sources=IMPORTED), origin="imported", at=NOON)

    told = text_of(client.get(f"{LIST}1.000003/").text)

    assert "Lệ phí: theo nghị quyết của Hội đồng nhân dân tỉnh. Miễn, giảm: người thuộc hộ nghèo" in told


def test_what_goes_along_leads_there(client: Client, world: World, cases: None) -> None:
    publish("1.000004", said(name="Việc khác", related=("1.000001", "9.999999")), origin="imported", at=NOON)

    page = client.get(f"{LIST}1.000004/").text

    assert "Thường làm cùng" in page
    assert f'href="{LIST}1.000001/">Cấp giấy xác nhận</a>' in page


def test_the_stable_address_stands_there_with_its_picture(client: Client, world: World, cases: None) -> None:
    page = client.get(f"{LIST}1.000001/").text
    picture = client.get(f"{LIST}1.000001/qr.svg")

    assert f"{LIST}1.000001/</a>" in page
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert client.get(f"{LIST}9.999999/qr.svg").status_code == 404


def test_the_page_to_print_opens_everything(client: Client, world: World, cases: None) -> None:
    folded = client.get(f"{LIST}1.000001/").text
    opened = client.get(f"{LIST}1.000001/", {"ban-in": "1"}).text.partition("<main")[2].partition("</main>")[0]

    assert '<details class="govuk-details">' in folded
    assert '<details class="govuk-details">' not in opened
    assert "In lúc" in opened


def test_a_promise_counts_from_the_end_of_the_desks_check(world: World) -> None:
    draft = world.draft()
    friday = datetime(2026, 3, 6, 16, 30, tzinfo=HANOI)

    found = promises.before_filing(draft.receiving, draft.resolving, amount=1, unit="working_day", at=friday)

    assert found.accept_by > friday
    assert found.result_by is not None
    assert found.result_by > found.accept_by
