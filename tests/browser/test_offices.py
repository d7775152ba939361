"""Somebody looks for the right office by the name their commune had; a manager changes what they read."""

from typing import Any

import pytest

from .conftest import CORNERS, PHONE, Enter
from .people import Officers

BIRTH = "/dich-vu-cong/1.001193/"
CENTRE = "Trung tâm Phục vụ hành chính công xã Thanh Mỹ"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_from_an_old_name_to_the_right_office(enter: Enter, scripts: bool) -> None:
    visitor = enter((PHONE, scripts))
    visitor.open(BIRTH)
    visitor.fill({"noi": "xã Phú Điền, huyện Tháp Mười"})
    visitor.press("Xem ai giải quyết")

    visitor.sees("Xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)")
    visitor.sees("Nộp ở quầy nào trong tỉnh, thành phố cũng được")
    card = visitor.page.locator("#noi-tra-loi")
    assert card.get_by_role("link", name="0277 300 0000").get_attribute("href") == "tel:02773000000"
    visitor.press(CENTRE, within=card)

    assert visitor.page.locator("h1").inner_text() == CENTRE
    visitor.sees("Thứ Hai đến thứ Sáu")
    way = visitor.page.get_by_role("link", name="Xem đường đi trên OpenStreetMap")
    assert (way.get_attribute("href") or "").startswith("https://www.openstreetmap.org/")
    visitor.press("Tỉnh Đồng Tháp")
    visitor.sees("Công an xã Tháp Mười")


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_former_province_asks_for_its_commune(enter: Enter, scripts: bool) -> None:
    visitor = enter((PHONE, scripts))
    visitor.open(f"{BIRTH}?cach=counter")
    visitor.fill({"noi": "tinh tien giang"})
    visitor.press("Xem ai giải quyết")

    visitor.sees("Tỉnh Tiền Giang nay thuộc tỉnh Đồng Tháp")
    visitor.page.get_by_label("Xã, phường, đặc khu", exact=True).select_option(label="Xã Tháp Mười")
    visitor.press("Chọn nơi này")
    visitor.sees("Ủy ban nhân dân xã Tháp Mười")
    assert "cach=counter" in visitor.page.url


@pytest.mark.browser
def test_a_place_is_chosen_from_what_is_suggested(enter: Enter) -> None:
    visitor = enter((PHONE, True))
    visitor.open(BIRTH)
    field = visitor.page.locator("#noi")
    field.press_sequentially("phu dien", delay=20)
    option = visitor.page.get_by_role("option", name="xã Thanh Mỹ, tỉnh Đồng Tháp (trước là xã Phú Điền)")
    option.wait_for()
    visitor.judge()
    option.click()
    visitor.page.wait_for_url("**noi=30073**")
    visitor.sees(CENTRE)
    assert field.input_value() == "xã Thanh Mỹ, tỉnh Đồng Tháp"
    visitor.judge()


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_a_manager_changes_what_citizens_read(enter: Enter, window: Any, officers: Officers) -> None:
    room = f"Phòng {id(window) % 1000}"
    manager = enter(window)
    officers.sit_down(manager, "ha")
    manager.press("Quản lý")
    manager.press("địa chỉ, điện thoại, giờ Ủy ban nhân dân xã Thanh Mỹ")
    manager.fill({"room": room, "phone": "gọi quầy"})
    manager.press("Lưu")
    manager.sees("Ghi số điện thoại bằng chữ số")
    assert manager.page.get_by_label("Phòng, tầng").input_value() == room
    manager.fill({"phone": "0277 300 0000"})
    manager.press("Lưu")
    manager.sees("Đã lưu; trang của cơ quan đổi theo ngay")
    manager.press("Ghi giờ mới từ một ngày")
    manager.fill({"since-day": "1", "since-month": "2", "since-year": "2024"})
    manager.press("Lưu giờ mới")
    manager.sees("Giờ mới áp dụng từ hôm nay trở đi")

    reader = enter(window)
    reader.open("/co-quan/H20.X30073/")
    reader.sees(room)
