"""The second story: her father has no e-mail; the papers go over the counter, a telephone is enough to follow."""

import re
from pathlib import Path

import pytest

from .conftest import WINDOWS, Enter, Window
from .house import House
from .papers import a_picture
from .people import Officers, newcomer
from .test_birth_on_line import CODE, resolve, upload
from .visitor import Visitor


def receive(chi: Visitor, phone: str, folder: Path) -> str:
    """One page, one press: filed and accepted."""
    chi.press("Tiếp nhận tại quầy / qua bưu chính")
    chi.page.get_by_label("Tên hoặc mã thủ tục").fill("khai sinh")
    chi.press("Tìm", role="button", within=chi.page.locator("main"))
    chi.press(re.compile("^Chọn Đăng ký khai sinh$"))
    chi.press("Tiếp nhận", role="button")
    assert chi.page.locator(".govuk-error-summary").count(), "an empty page is received"
    chi.fill(
        {
            "channel": "counter",
            "owner_name": "Lâm Gia Bảo",
            "owner_birth-day": "2",
            "owner_birth-month": "11",
            "owner_birth-year": "2026",
            "owner_without": "Trẻ mới sinh, chưa có số",
            "delivery": "counter",
        }
    )
    if not chi.page.locator('[name="submitter_name"]').is_visible():
        chi.page.get_by_text("Người nộp là người khác").click()
    chi.fill({"submitter_name": "Lâm Văn Phúc", "submitter_phone": phone, "submitter_number": "087060000108"})
    for paper in ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh"):
        chi.page.get_by_label(re.compile(f"^bản chính: {paper}", re.IGNORECASE)).check()
    chi.page.get_by_label(re.compile("^Tải tệp lên: Giấy chứng sinh")).set_input_files(a_picture(folder))
    chi.press("Tiếp nhận", role="button")
    chi.sees("Đã tiếp nhận hồ sơ")
    found = CODE.search(chi.page.locator("main").inner_text())
    assert found is not None
    return found[0]


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", [WINDOWS[0], WINDOWS[-1]])
def test_papers_over_the_counter_are_followed_with_a_telephone(
    house: House, officers: Officers, enter: Enter, window: Window, tmp_path: Path
) -> None:
    father = newcomer("Lâm Văn Phúc")
    chi = enter(window)
    officers.sit_down(chi, "chi")

    code = receive(chi, father.phone, tmp_path)

    text = house.text_of(father.stored_phone, "accept")
    assert code in text
    visitor = enter(window)
    look_up(visitor, code, "0108")
    visitor.sees("Được tiếp nhận")
    assert "Phúc" not in visitor.page.locator("main").inner_text()
    assert "Bảo" not in visitor.page.locator("main").inner_text()

    resolve(officers, enter, window, code, lambda dung: upload(dung, tmp_path), accepted=True)

    assert code in house.text_of(father.stored_phone, "finish")
    look_up(visitor, code, father.phone[-4:])
    visitor.sees("Đã trả kết quả")


def look_up(visitor: Visitor, code: str, digits: str) -> None:
    """From the home page, without signing in."""
    visitor.open("/")
    visitor.press("Tra cứu hồ sơ")
    visitor.type("Mã hồ sơ", code)
    visitor.type("4 số cuối", digits)
    visitor.press("Tra cứu", role="button")


@pytest.mark.browser
def test_a_wrong_guess_is_told_in_words(enter: Enter) -> None:
    visitor = enter()

    look_up(visitor, "H20.X30073-261123-9999", "0000")

    visitor.sees("Không thấy hồ sơ")
