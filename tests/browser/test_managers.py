"""A manager gives slip 06 a letterhead that is wrong, two that are right, and uses the first again."""

from typing import Any

import pytest

from .conftest import CORNERS, Enter
from .people import Officers
from .visitor import Visitor


@pytest.mark.browser
@pytest.mark.parametrize("window", CORNERS)
def test_a_letterhead_is_refused_tried_and_used_again(enter: Enter, window: Any, officers: Officers) -> None:
    visitor = enter(window)
    officers.sit_down(visitor, "ha")
    visitor.press("Quản lý")
    visitor.press("Mẫu giấy")
    visitor.sees("chưa đối chiếu với mẫu ban hành")
    visitor.open("/quan-ly/")
    visitor.press("kiểu giấy Ủy ban nhân dân xã Thanh Mỹ")
    visitor.page.get_by_label("Dùng cho loại giấy", exact=True).select_option(value="06")
    visitor.press("Chọn")

    visitor.fill({"parent": "Giữ nguyên", "paragraph": "Đúng\nXem {ma_so}"})
    visitor.press("Lưu và thử")
    visitor.sees("Dòng 2: không có chỗ tên {ma_so}")
    assert visitor.page.locator('[name="parent"]').input_value() == "Giữ nguyên"

    for heading in ("UBND một", "UBND hai"):
        visitor.fill({"parent": "", "heading": heading, "paragraph": "Hỏi về {ma_ho_so} ở quầy."})
        visitor.press("Lưu và thử")
        tried(visitor)
    visitor.page.get_by_role("button", name="Dùng lại bản này").last.click()
    tried(visitor)
    assert visitor.page.locator('[name="heading"]').input_value() == "UBND một"
    visitor.sees("được dùng")
    assert visitor.page.get_by_role("link", name="Bản thử dài nhất").count() >= 2
    visitor.fill({"code": "H20.X30073-991231-0001"})
    visitor.press("Xem thử")
    visitor.sees("Không có giấy nào của hồ sơ này")
    visitor.press("Ai đã đổi gì")
    visitor.sees("Lưu kiểu giấy của cơ quan")


def tried(visitor: Visitor) -> None:
    """The page waits by itself; without scripts a link asks again."""
    for _ in range(100):
        if not visitor.page.locator("main").get_by_role("link", name="Xem lại").count():
            break
        visitor.page.wait_for_timeout(300)
        if not visitor.scripts:
            visitor.page.locator("main").get_by_role("link", name="Xem lại").click()
    visitor.page.reload()  # the form shows what is in force since
    visitor.judge()
