"""Pages that lie beside the stories, as they open and as they refuse: judged at both widths."""

import re
from typing import Any

import pytest

from .conftest import DESKTOP, PHONE, Enter
from .house import House
from .people import Officers
from .visitor import Visitor

WIDTHS = [pytest.param((DESKTOP, True), id="1280"), pytest.param((PHONE, True), id="390")]
PUBLIC = (
    "/",
    "/dich-vu-cong/?muc-do=2",
    "/dich-vu-cong/?tu-khoa=khong-co-thu-tuc-nao-nhu-the",
    "/dich-vu-cong/?tu-khoa=khai+sinh&muc-do=4&mien-phi=1&co-quan=b%E1%BB%99",
    "/dich-vu-cong/theo-linh-vuc/",
    "/dich-vu-cong/theo-co-quan/",
    "/dich-vu-cong/theo-viec/",
    "/dich-vu-cong/theo-viec/sinh-con/",
    "/dich-vu-cong/1.001193/?cach=counter",
    "/dich-vu-cong/1.001193/?ban-in=1",
    "/dich-vu-cong/1.001193/?noi=phu+dien",
    "/dich-vu-cong/1.001193/?noi=tinh+tien+giang",
    "/co-quan/",
    "/co-quan/?tu-khoa=cong+an+phu+dien&tinh=82",
    "/co-quan/?tu-khoa=khong-co-co-quan-nhu-the",
    "/co-quan/H20/",
    "/co-quan/H20.X30073.TT/",
    "/du-lieu/",
    "/dich-vu-cong/1.004873/",
    "/dich-vu-cong/1.004873/don-chung/",
    "/nop-ho-so/1.004873/",
    "/dich-vu-cong/1.011606/",
    "/nop-ho-so/1.011606/",
    "/huong-dan/",
    "/kit",
    "/khong-co-trang-nay/",
    "/cong-khai/",
    "/cong-khai/tre-hen/",
    "/cong-khai/dau-vet",
)
EMPTY_FORMS = ("/dang-ky/", "/dang-nhap/", "/quen-mat-khau/", "/tra-cuu/", "/can-bo/dang-nhap/")
OWN = (
    "/tai-khoan/",
    "/tai-khoan/mat-khau/",
    "/tai-khoan/thu-dien-tu/",
    "/ho-so/",
)
OF_A_DOSSIER = ("", "bien-nhan/", "dieu-da-khai/", "ai-da-xem/", "da-nop/")
ALSO = {2: ("rut/",), 5: ("bo-sung/", "bo-sung/1/"), 8: ("nop-lai/", "khieu-nai/")}
AT_THE_DESK = (
    *(
        "/can-bo/",
        "/can-bo/?q=khai",
        "/can-bo/?hang=tre-han",
        "/can-bo/tiep-nhan/",
        "/can-bo/to-khai/",
        "/can-bo/xac-minh/",
    ),
    *("/can-bo/giay-to/", "/can-bo/giay-to/?q=khong-co&year=x"),
)


PATHS = "links => links.map(a => a.pathname)"


@pytest.fixture(scope="module")
def seeded(house: House) -> dict[str, Any]:
    """People and dossiers in every state."""
    return house.seeded()


def press_main(visitor: Visitor) -> None:
    """The first button of the page's own form, with nothing filled in."""
    visitor.page.locator("main form[method=post] button.govuk-button:not([type=button])").first.click()
    visitor.page.wait_for_load_state("load")
    visitor.judge()


@pytest.mark.browser
@pytest.mark.parametrize("window", WIDTHS)
def test_pages_for_everybody(enter: Enter, window: Any) -> None:
    visitor = enter(window)

    for path in PUBLIC:
        visitor.open(path)
    for path in EMPTY_FORMS:
        visitor.open(path)
        press_main(visitor)
        assert visitor.page.locator(".govuk-error-summary").count(), path


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", WIDTHS)
def test_pages_of_a_citizen(enter: Enter, window: Any, seeded: dict[str, Any]) -> None:
    visitor = enter(window)
    person = next(one for one in seeded["people"] if one["role"] == "citizen")
    own = [row for row in seeded["dossiers"] if row["owner_login"] == person["login"]]
    visitor.open("/dang-nhap/")
    visitor.fill({"identifier": person["login"], "password": person["password"]})
    visitor.press("Đăng nhập", role="button")

    for path in OWN:
        visitor.open(path)
    for row in {row["status"]: row for row in own}.values():
        for part in (*(OF_A_DOSSIER if row["status"] == 10 else ("",)), *ALSO.get(row["status"], ())):
            visitor.open(row["path"] + part)
    draft = next(row["path"] for row in own if row["status"] == 0).split("/phan/")[0]
    for part in ("/phan/1/", "/giay-to/", "/kiem-tra/", "/xoa/"):
        visitor.open(draft + part)
        if part in {"/phan/1/", "/kiem-tra/"}:
            press_main(visitor)


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", WIDTHS)
def test_pages_of_an_officer(enter: Enter, window: Any, officers: Officers, seeded: dict[str, Any]) -> None:
    filed = [row for row in seeded["dossiers"] if row["code"]]
    judged = set[tuple[str, ...]]()
    for login in ("chi", "dung", "ha"):
        visitor = enter(window)
        officers.sit_down(visitor, login)
        for path in AT_THE_DESK if login == "chi" else AT_THE_DESK[:2]:
            visitor.open(path)
        for row in filed:
            visitor.page.goto(f"{visitor.url}/can-bo/ho-so/{row['code']}/")
            acts = visitor.page.locator(f'main a[href^="/can-bo/ho-so/{row["code"]}/"]').evaluate_all(PATHS)
            kinds = tuple(act.split("/")[-2] for act in acts if "/tep/" not in act)
            if (shape := (str(row["status"]), *kinds)) not in judged:
                judged.add(shape)
                visitor.judge()
            for act in acts:
                if (kind := (act.split("/")[-2],)) not in judged and "/tep/" not in act:
                    judged.add(kind)
                    visitor.open(act)
                    press_and_stay(visitor, act)
    assert judged >= {(kind,) for kind in ("refuse", "ask_supplement", "extend", "send_back", "thu-tien", "bien-nhan")}


def press_and_stay(visitor: Visitor, act: str) -> None:
    """Where something must be filled in, an empty form is refused and nothing moves."""
    if re.search(r"/(refuse|send_back)/$", act):
        press_main(visitor)
        assert visitor.page.locator(".govuk-error-summary").count(), act
