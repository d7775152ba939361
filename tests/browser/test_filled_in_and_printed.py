"""The story of level 2: the blank form is printed, or filled in on a telephone; the counter types nothing again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import DESKTOP, PHONE, Enter, Window
from .house import House
from .pdf_words import words_of
from .people import Newcomer, Officers, newcomer, sign_up
from .test_birth_on_line import CODE
from .visitor import Visitor

POOR = "1.011607"  # level 2: at the counter and by post
ANSWERS = {
    "applicant_address": "Ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",
    "request": "Công nhận hộ cận nghèo",
    "details": "Nhà có bốn người, hai người đang đi học.",
}
TYPED = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b")
WINDOWS = [pytest.param((PHONE, True), id="390"), pytest.param((PHONE, False), id="390-without-scripts")]


def says(pdf: Path, *expected: str) -> None:
    """Whether the paper says all of it; where its lines break is its own matter.

    :raises AssertionError: it does not.
    """
    text = words_of(pdf)
    missing = [words for words in expected if "".join(words.split()) not in text]
    assert not missing, (missing, text)


def downloaded(page: Page, name: str | re.Pattern[str]) -> Path:
    """The file behind the first link of that name that can be seen."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).locator("visible=true").first.click()
    return Path(download.value.path())


def find(visitor: Visitor) -> None:
    """From the home page to the procedure."""
    visitor.open("/")
    visitor.press("Dịch vụ công trực tuyến")
    visitor.type("Từ khóa", "công nhận hộ nghèo")
    visitor.press("Tìm kiếm")
    row = visitor.page.get_by_role("listitem").filter(has=visitor.page.locator(f'a[href$="/{POOR}/"]')).first
    visitor.press("Chi tiết", within=row)


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_blank_form_is_had_by_whoever_asks(enter: Enter, window: Window) -> None:
    visitor = enter(window)
    find(visitor)
    visitor.sees("Mức độ 2 · tải mẫu, nộp giấy")

    says(
        downloaded(visitor.page, "Tải mẫu tờ khai để điền tay (PDF)"),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ĐƠN ĐỀ NGHỊ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "Họ và tên",
        "Tôi cam đoan lời khai là đúng",
    )


def fill_in(visitor: Visitor, house: House, person: Newcomer) -> None:
    """A stranger signs up on the way, leaves something out, and is told."""
    sign_up(visitor, person, house)
    find(visitor)
    visitor.press("Điền trên máy rồi in")
    visitor.sees("Thủ tục này không nộp trên mạng")
    visitor.press("Bắt đầu")
    visitor.sees("Mang tờ khai đến đâu?")
    visitor.press("Tiếp tục")
    visitor.fill(ANSWERS | {"request": ""})
    visitor.press("Tiếp tục")
    assert visitor.page.locator(".govuk-error-summary").count(), "an empty question is passed over"
    visitor.press("Lưu và làm sau")
    visitor.sees("Bản nháp")
    visitor.press(re.compile("^Công nhận hộ nghèo"), role="link")
    while "/phan/" in visitor.page.url:
        before = visitor.page.url
        visitor.fill(ANSWERS)
        visitor.press("Tiếp tục")
        assert visitor.page.url != before, visitor.page.locator(".govuk-error-summary").all_inner_texts()


def print_out(visitor: Visitor) -> Path:
    """The review, no button that files, and the sheet as soon as its job has drawn it."""
    visitor.sees("Kiểm tra lại trước khi in")
    assert not visitor.page.get_by_role("button", name="Nộp hồ sơ", exact=True).count()
    visitor.press("Làm tệp PDF để in")
    for _ in range(100):
        if visitor.page.get_by_role("link", name="Tờ khai", exact=True).count():
            break
        visitor.page.wait_for_timeout(200)
        visitor.page.reload()
    visitor.judge()
    return downloaded(visitor.page, "Tờ khai")


def code_on(visitor: Visitor, sheet: Path, person: Newcomer) -> str:
    """What the person is told, and what stands on the sheet."""
    for words in ("Trung tâm Phục vụ hành chính công xã Thanh Mỹ", "Giờ nhận:", "Giấy đề nghị rà soát hộ nghèo"):
        visitor.sees(words)
    found = TYPED.search(visitor.page.locator("main").inner_text())
    assert found is not None
    says(sheet, found[0], person.name, ANSWERS["request"], "Tờ khai chưa nộp", "Nộp tờ khai này ở đâu", "/kiem-tra/")
    visitor.open("/ho-so/")
    visitor.sees("Đã in, mang đến quầy")
    return found[0]


def receive(chi: Visitor, typed: str) -> str:
    """The code, one look, one press, and what only the counter knows."""
    chi.press("Tiếp nhận tại quầy / qua bưu chính")
    chi.type("Mã trên tờ khai in sẵn", "AAAA-AAAA-AAAA")
    chi.press("Mở tờ khai")
    assert chi.page.locator(".govuk-error-summary").count(), "a wrong code leads somewhere"
    chi.type("Mã trên tờ khai in sẵn", typed)
    chi.press("Mở tờ khai")
    chi.sees(ANSWERS["request"])
    chi.press("Tiếp nhận theo tờ khai này")
    chi.page.get_by_label(re.compile("^bản chính: Giấy đề nghị", re.IGNORECASE)).check()
    chi.fill({"term_amount": "15", "term_unit": "ngày làm việc", "term_ground": "Quyết định 24/2021/QĐ-TTg"})
    chi.press("Tiếp nhận", role="button")
    chi.sees("Đã tiếp nhận hồ sơ")
    found = CODE.search(chi.page.locator("main").inner_text())
    assert found is not None
    return found[0]


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", WINDOWS)
def test_filled_in_on_a_telephone_and_received_from_paper(
    house: House, officers: Officers, enter: Enter, window: Window
) -> None:
    person = newcomer("Nguyễn Thị Hạnh")
    visitor = enter(window)
    fill_in(visitor, house, person)
    typed = code_on(visitor, print_out(visitor), person)
    chi = enter((DESKTOP, window[1]))
    officers.sit_down(chi, "chi")

    code = receive(chi, typed)

    assert code in house.text_of(person.stored_phone, "accept")
    chi.sees(person.name)
    visitor.open("/ho-so/")
    visitor.sees(code)
    assert "Đã in, mang đến quầy" not in visitor.page.locator("main").inner_text()
    visitor.press(re.compile("^Công nhận hộ nghèo"), role="link")
    visitor.sees("Được tiếp nhận")
