"""“Đăng ký”: what a person reads on the way to an account."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from motcua.accounts.models import Account, PhoneCode
from motcua.notifications.models import Message
from tests.accounts.citizens import NUMBER, PASSWORD, PHONE, citizen
from tests.accounts.telephone import last_code, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
PAGE, CODE = "/dang-ky/", "/dang-ky/ma/"


def told(**changes: str) -> dict[str, str]:
    return {
        "id_number": "087 190 001 001",
        "full_name": "Lý Văn Sáu",
        "birth_on-day": "2",
        "birth_on-month": "11",
        "birth_on-year": "1990",
        "phone": "0987 000 001",
        "password": PASSWORD,
        "email": "",
    } | changes


def page_at(client: Client, address: str) -> str:
    """The page without what differs every time."""
    text = client.get(address).text
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_from_the_questions_to_being_signed_in(client: Client) -> None:
    answer = client.post(PAGE, told())
    assert answer.headers["Location"] == CODE
    page = client.get(CODE).text
    assert "Đã gửi mã đến số điện thoại 0987 000 001" in page

    answer = client.post(CODE, {"code": last_code(PHONE)})

    assert answer.headers["Location"] == "/ho-so/"
    account = Account.objects.get(id_number=NUMBER)
    assert (account.full_name, account.birth_on.isoformat() if account.birth_on else "") == ("Lý Văn Sáu", "1990-11-02")
    assert "Lý Văn Sáu" in client.get("/tai-khoan/").text
    assert "Chưa xác minh" in client.get("/tai-khoan/").text


def test_the_labels_are_the_ones_people_know(client: Client) -> None:
    page = client.get(PAGE).text

    for label in ("Số định danh (CCCD)", "Họ và tên", "Ngày sinh", "Số điện thoại", "Mật khẩu", "Thư điện tử"):
        assert re.search(rf">\s*{re.escape(label)}\s*<", page), label


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id_number": ""}, "Ghi số định danh"),
        ({"id_number": "0871900010"}, "Số định danh có 12 chữ số; ông/bà ghi 10 số"),
        ({"full_name": " "}, "Ghi họ và tên"),
        ({"full_name": "0987000001"}, "Họ và tên chỉ có chữ"),
        ({"full_name": "Lý 𒀀"}, "Ký tự “𒀀” không in được trên giấy"),
        ({"birth_on-day": "", "birth_on-month": "", "birth_on-year": ""}, "Ghi ngày sinh"),
        ({"birth_on-day": "31", "birth_on-month": "2"}, "Tháng 2 năm 1990 chỉ có 28 ngày"),
        ({"birth_on-year": "2990"}, "Ngày sinh phải là hôm nay hoặc trước hôm nay"),
        ({"birth_on-year": "1790"}, "Năm sinh 1790 đã quá xa"),
        ({"phone": "0277 3000 000"}, "Số điện thoại di động có 10 chữ số, bắt đầu bằng 0"),
        ({"password": "ngắn"}, "Mật khẩu cần ít nhất 10 ký tự"),
        ({"password": NUMBER}, "Mật khẩu không được là số định danh"),
        ({"email": "sau.example.vn"}, "Địa chỉ thư điện tử thiếu dấu @"),
        ({"email": "sau@"}, "Địa chỉ thư điện tử chưa đúng"),
    ],
)
def test_what_is_wrong_is_said_twice_and_nothing_is_lost(client: Client, changes: dict[str, str], words: str) -> None:
    page = client.post(PAGE, told(**changes)).text

    assert page.count(words) == 2
    assert "Có 1 chỗ cần sửa" in page
    assert ("Lý Văn Sáu" in page) is ("full_name" not in changes)
    assert PASSWORD not in page
    assert not PhoneCode.objects.exists()


def test_the_same_answer_whatever_a_number_is_known_for(client: Client) -> None:
    """New, already there, and five on the phone: one status, one page, one SMS each."""
    answers, pages = [], []
    for state in ("new", "known", "full"):
        if state == "known":
            citizen()
        if state == "full":
            Account.objects.filter(id_number=NUMBER).update(id_number="087190004000")
            for n in range(1, 5):
                citizen(id_number=f"08719000400{n}")
        browser = Client()
        answer = browser.post(PAGE, told())
        answers.append((answer.status_code, answer.headers["Location"], sorted(answer.cookies)))
        pages.append(page_at(browser, answer.headers["Location"]))
        pages.append(re.sub(r'value="[^"]{64}"', "", browser.post(CODE, {"code": "000000"}).text))

    assert answers[0] == answers[1] == answers[2]
    assert pages[0] == pages[2] == pages[4]
    assert pages[1] == pages[3] == pages[5]
    assert texts(PHONE) == 3


def test_a_wrong_code_is_refused_in_words(client: Client) -> None:
    client.post(PAGE, told())
    wrong = f"{(int(last_code(PHONE)) + 1) % 10**6:06}"

    assert "Mã chưa đúng. Xem lại 6 số trong tin nhắn mới nhất" in client.post(CODE, {"code": wrong}).text
    assert "Ghi mã 6 số" in client.post(CODE, {"code": ""}).text
    assert not Account.objects.filter(id_number=NUMBER).exists()


def test_another_code_three_times_and_then_a_wait(client: Client) -> None:
    client.post(PAGE, told())
    for _ in range(2):
        assert client.post(CODE, {"again": "1"}).status_code == 302

    answer = client.post(CODE, {"again": "1"})

    assert answer.status_code == 429
    assert re.search(r"Đã gửi 3 mã trong 10 phút. Chờ đến \d\d:\d\d rồi bấm lại", answer.text)
    assert texts(PHONE) == 3
    assert client.post(CODE, {"code": last_code(PHONE)}).headers["Location"] == "/ho-so/"


def test_asking_too_often_is_a_page_in_words() -> None:
    for n in range(3):
        Client().post(PAGE, told(id_number=f"08719000500{n}"))

    answer = Client().post(PAGE, told())

    assert answer.status_code == 429
    assert "Thử quá nhiều lần" in answer.text
    assert int(answer.headers["Retry-After"]) > 0


def test_the_code_page_without_a_sign_up_leads_to_the_questions(client: Client) -> None:
    assert client.get(CODE).headers["Location"] == PAGE
    assert client.post(CODE, {"code": "123456"}).headers["Location"] == PAGE


def test_pressing_confirm_twice_makes_one_account(client: Client) -> None:
    client.post(PAGE, told())
    code, before = last_code(PHONE), client.cookies["sessionid"].value
    client.post(CODE, {"code": code})

    other = Client()
    other.cookies["sessionid"] = before
    assert other.post(CODE, {"code": code}).headers["Location"] == PAGE
    assert Account.objects.filter(id_number=NUMBER).count() == 1


def test_an_old_card_is_told_that_it_expired_and_asked_for_twelve_digits(client: Client) -> None:
    client.post(PAGE, told(id_number="341 234 567"))
    expired = "Chứng minh nhân dân 9 số đã hết giá trị từ 31/12/2024"
    assert expired in client.get(CODE).text

    answer = client.post(CODE, {"code": last_code(PHONE)})

    assert answer.headers["Location"] == "/tai-khoan/"
    assert expired in client.get("/tai-khoan/").text


def test_an_address_gets_its_link(client: Client) -> None:
    client.post(PAGE, told(email="sau@example.vn"))
    client.post(CODE, {"code": last_code(PHONE)})

    mail = Message.objects.get(channel="email")
    assert mail.address == "sau@example.vn"
    assert re.search(r"http://127\.0\.0\.1:\d+/thu-dien-tu/\S+/", mail.text)


def test_one_comes_back_to_the_page_one_wanted(client: Client) -> None:
    page = client.get(PAGE, {"next": "/nop-ho-so/1.001193/"}).text
    assert 'name="next" value="/nop-ho-so/1.001193/"' in page
    client.post(PAGE, told(next="/nop-ho-so/1.001193/"))

    assert client.post(CODE, {"code": last_code(PHONE)}).headers["Location"] == "/nop-ho-so/1.001193/"


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("SITE_INDEPENDENT", True, "Đây là cổng độc lập, không phải Cổng Dịch vụ công quốc gia"),
        ("SITE_INDEPENDENT", False, "Đây là cổng của cơ quan nhà nước, do "),
        ("DEMO", True, "DEMO: chỉ để thử"),
    ],
)
def test_the_page_says_whose_portal_it_is(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, setting: str, value: Any, words: str
) -> None:
    monkeypatch.setattr("motcua.config.site.known", {})
    setattr(settings, setting, value)

    assert words in client.get(PAGE).text
