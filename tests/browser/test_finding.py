"""People find a procedure by filters, a bare phrase, suggestions; their own case; what a manager wrote."""

from typing import Any

import pytest

from .conftest import CORNERS, PHONE, Enter
from .people import Officers
from .visitor import Visitor

BIRTH = "/dich-vu-cong/1.001193/"


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_by_agency_level_and_field(enter: Enter, window: Any) -> None:
    visitor = enter(window)
    visitor.open("/dich-vu-cong/")
    page = visitor.page
    page.get_by_label("Cơ quan thực hiện").fill("tu phap")
    page.get_by_label("Mức độ").select_option(value="3")
    page.get_by_label("Lĩnh vực").select_option(value="G15-TP07")
    visitor.press("Tìm kiếm")

    visitor.sees("Đăng ký khai sinh")
    assert page.get_by_label("Cơ quan thực hiện").input_value() == "Bộ Tư pháp"
    visitor.press("Bỏ lọc: Mức độ 3")
    assert page.get_by_label("Mức độ").input_value() == ""
    page.go_back()
    assert page.get_by_label("Mức độ").input_value() == "3"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_bare_phrase_lands_on_the_first_screen_of_a_phone(enter: Enter, scripts: bool) -> None:
    visitor = enter((PHONE, scripts))
    visitor.open("/")
    visitor.page.locator("#tu-khoa").fill("de con thi lam giay to gi")
    visitor.press("Tìm kiếm")

    first = visitor.page.locator(".mc-found a").first
    assert first.inner_text() == "Đăng ký khai sinh"
    box = first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    visitor.judge()


@pytest.mark.browser
def test_suggestions_are_walked_with_the_keyboard(enter: Enter) -> None:
    visitor = enter((PHONE, True))
    visitor.open("/")
    field = visitor.page.locator("#tu-khoa")
    field.press_sequentially("khai sin", delay=20)
    options = visitor.page.get_by_role("option")
    options.first.wait_for()
    visitor.judge()
    field.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    field.press("Escape")
    assert not visitor.page.get_by_role("listbox").is_visible()
    field.press("ArrowDown")
    chosen = options.first.inner_text()
    field.press("Enter")
    visitor.page.wait_for_url("**/dich-vu-cong/*/")
    assert visitor.page.locator("h1").inner_text() == chosen


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_ones_own_way_rewrites_the_page(enter: Enter, window: Any) -> None:
    visitor = enter(window)
    visitor.open(BIRTH)
    visitor.page.get_by_label("Qua bưu chính").check()
    visitor.press("Xem giấy tờ, thời hạn, lệ phí")

    assert "cach=post" in visitor.page.url
    visitor.sees("Bản sao chứng thực giấy tờ có ảnh của người nộp")
    visitor.sees("Nộp hồ sơ hôm nay, nếu hợp lệ có kết quả chậm nhất")
    assert not visitor.page.get_by_text("Thẻ căn cước, hộ chiếu hoặc giấy tờ có ảnh còn hạn").count()
    visitor.press("Xem mọi trường hợp")
    visitor.sees("Giấy chứng sinh")


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_a_manager_writes_a_new_version(enter: Enter, window: Any, officers: Officers) -> None:
    code, words = "2.000908", f"Ông bà mang theo thẻ {id(window)}"
    manager: Visitor = enter(window)
    officers.sit_down(manager, "ha")
    manager.open(f"/quan-ly/thu-tuc/{code}/")
    manager.press("Soạn bản mới")
    manager.press("Điều kiện và các bước")
    manager.fill({"conditions": words})
    manager.press("Lưu")
    manager.sees("Khác bản đang có hiệu lực")
    manager.press("Xem thử như người dân sẽ đọc")
    manager.sees("Bản xem thử, chưa công bố")
    manager.press("Trở lại bản đang soạn")
    manager.press("Công bố ngay")
    manager.sees("Ghi văn bản làm căn cứ của bản mới")
    manager.fill({"source": "1/QĐ-UBND"})
    manager.press("Công bố ngay")
    manager.sees("Đã công bố")
    manager.press("So sánh hai bản cạnh nhau")
    manager.sees(words)

    reader = enter(window)
    reader.open(f"/dich-vu-cong/{code}/")
    reader.sees(words)


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_a_manager_states_a_fee_of_their_own_place(enter: Enter, window: Any, officers: Officers) -> None:
    code, basis = "2.000884", "7/2026/NQ-HĐND"
    manager: Visitor = enter(window)
    officers.sit_down(manager, "ha")
    manager.open("/quan-ly/")
    manager.press("quy định riêng Ủy ban nhân dân xã Thanh Mỹ")
    manager.fill({"tu-khoa": "chứng thực chữ ký"})
    manager.press("Tìm")
    manager.page.locator(f"a[href$='/{code}/']").first.click()
    manager.press("Thêm một mục Phí, lệ phí")
    manager.fill({"fees-0-amount": "9.000", "contact": "Gọi bàn chứng thực"})
    manager.press("Lưu, có hiệu lực ngay")
    manager.sees("Ghi số văn bản cho phép quy định riêng")
    manager.fill({"basis": basis})
    manager.press("Lưu, có hiệu lực ngay")
    manager.sees("Đã lưu, có hiệu lực từ bây giờ")

    reader = enter(window)
    reader.open(f"/dich-vu-cong/{code}/")
    reader.sees(basis)
    reader.sees("9.000")
    reader.sees("Gọi bàn chứng thực")

    manager.press("Bỏ quy định riêng, theo danh mục chung")
    manager.sees("Dùng lại")
