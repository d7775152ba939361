"""The first story: a mother registers a birth from home, the commune resolves it, she holds the result."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import DESKTOP, WINDOWS, Enter, Window
from .house import House
from .papers import BIRTH, a_picture, a_result
from .people import Newcomer, Officers, newcomer, sign_up
from .visitor import Visitor

CODE = re.compile(r"H20\.X30073-\d{6}-\d{4,}")


def find(visitor: Visitor) -> None:
    """Through the tab and the four filters to the procedure in the list."""
    visitor.press("Dịch vụ công trực tuyến")
    for label in ("Cơ quan thực hiện", "Mức độ", "Lĩnh vực", "Từ khóa"):
        assert visitor.page.get_by_label(label, exact=True).count() == 1, label
    visitor.type("Từ khóa", "khai sinh")
    visitor.press("Tìm kiếm")
    row = visitor.page.get_by_role("listitem").filter(has=visitor.page.locator('a[href$="/1.001193/"]')).first
    visitor.press("Chi tiết", within=row)
    for heading in ("Giấy tờ cần có", "Các bước", "Ai được nộp", "Kết quả"):
        assert visitor.page.get_by_role("heading", name=heading, exact=True).count(), heading


def choose_place(visitor: Visitor) -> None:
    """By the name that people still say."""
    visitor.press("Nộp hồ sơ")
    visitor.press("Bắt đầu")
    visitor.type("Xã, phường, đặc khu (tên cũ cũng được)", "phu dien")
    visitor.press("Tìm nơi")
    visitor.press(re.compile("Thanh Mỹ.*Đồng Tháp"), role="link", within=visitor.page.locator("main"))
    visitor.press("Tiếp tục")


def fill_in(visitor: Visitor) -> None:
    """Every part of the real form; one mistake is told, and leaving in the middle loses nothing."""
    visitor.fill({**BIRTH, "requester_residence": ""})
    visitor.page.locator('[name="requester_relation"]').first.wait_for()
    visitor.press("Tiếp tục")
    while "/phan/" in visitor.page.url:
        before = visitor.page.url
        visitor.fill(BIRTH)
        visitor.press("Tiếp tục")
        assert visitor.page.url != before, visitor.page.locator(".govuk-error-summary").all_inner_texts()


def hand_papers_in(visitor: Visitor, folder: Path) -> None:
    """A wrong file is refused in words, the right one is kept."""
    wrong = folder / "giay.txt"
    wrong.write_text("không phải ảnh")
    slot = visitor.page.get_by_label(re.compile("^Tải tệp lên: Giấy chứng sinh")).first
    slot.set_input_files(wrong)
    visitor.press("Tiếp tục")
    assert visitor.page.locator(".govuk-error-summary").count()
    visitor.page.get_by_label(re.compile("^Tải tệp lên: Giấy chứng sinh")).first.set_input_files(a_picture(folder))
    visitor.press("Tiếp tục")


def file(visitor: Visitor) -> str:
    """Review, one answer corrected, filed; going back and pressing again files nothing more."""
    visitor.press(re.compile("^Sửa.*Quê quán"), role="link")
    visitor.fill({"child_home_town": "Xã Thanh Mỹ, tỉnh Đồng Tháp"})
    visitor.press("Tiếp tục")
    visitor.page.get_by_label(re.compile("^Tôi cam đoan")).check()
    visitor.press("Nộp hồ sơ")
    visitor.sees("Nếu hồ sơ hợp lệ: tiếp nhận chậm nhất")
    found = CODE.search(visitor.page.locator("main").inner_text())
    assert found is not None
    return found[0]


def press_again(visitor: Visitor, code: str) -> None:
    """Back to the page before, and the same button once more."""
    visitor.page.go_back()
    again = visitor.page.get_by_role("button", name="Nộp hồ sơ", exact=True)
    if again.count():
        visitor.page.get_by_label(re.compile("^Tôi cam đoan")).check()
        again.click()
        visitor.page.wait_for_load_state("load")
    visitor.open("/ho-so/")
    assert CODE.findall(visitor.page.locator("main").inner_text()) == [code]


def upload(dung: Visitor, folder: Path) -> None:
    """The result is a file of its own."""
    dung.press("Ghi kết quả")
    dung.fill({"number": "15/2026", "dated_on-day": "23", "dated_on-month": "11", "dated_on-year": "2026"})
    dung.page.locator('[name="upload"]').set_input_files(a_result(folder))
    dung.press("Ghi kết quả", role="button")


def fill_template(dung: Visitor) -> None:
    """The result is filled from the answers, looked at, and waits for the person's word."""
    dung.press("Soạn kết quả theo mẫu")
    dung.press("Xem trước")
    assert dung.page.locator(".govuk-error-summary").count(), "what the office has to write is missing"
    dung.fill({"registered_at": "UBND xã Thanh Mỹ", "registered_number": "15", "registered_on": "23/11/2026"})
    dung.press("Xem trước")
    dung.sees("Lâm Gia Hân")
    dung.press("Ghi kết quả này")
    dung.sees("Người nộp đang xem bản nháp")


def say_right(visitor: Visitor, house: House, mother: Newcomer) -> None:
    """By the link in the SMS, without signing in."""
    found = re.search(r"/nhap/\w+/", house.text_of(mother.stored_phone, "draft_shown"))
    assert found is not None
    visitor.open(found[0])
    visitor.sees("Lâm Gia Hân")
    visitor.press("Gửi trả lời")
    assert visitor.page.locator(".govuk-error-summary").count(), "nothing was chosen"
    visitor.fill({"right": "yes"})
    visitor.press("Gửi trả lời")
    visitor.sees("Đã trả lời “Đúng”")


def once_signed(chi: Visitor, code: str) -> None:
    """The dossier's page as soon as its answer is signed: a matter of the job that draws it."""
    for _ in range(100):
        chi.open(f"/can-bo/ho-so/{code}/")
        if "chờ ký" not in chi.page.locator("main").inner_text():
            return
        chi.page.wait_for_timeout(200)
    raise AssertionError("the result was not signed")


def resolve(
    officers: Officers,
    enter: Enter,
    window: Window,
    code: str,
    prepare: Callable[[Visitor], None],
    *,
    accepted: bool = False,
) -> None:
    """Chi accepts, Dũng prepares the result and hands over, Hà agrees, Chi hands it out."""
    chi, dung, ha = enter(window), enter(window), enter(window)
    officers.sit_down(chi, "chi")
    chi.open(f"/can-bo/ho-so/{code}/")
    if not accepted:
        chi.press("Tiếp nhận")
    officers.sit_down(dung, "dung")
    dung.open(f"/can-bo/ho-so/{code}/")
    dung.press("Bắt đầu xử lý")
    prepare(dung)
    dung.open(f"/can-bo/ho-so/{code}/")
    dung.press("Chuyển bước")
    dung.press("Chuyển bước", role="button")
    officers.sit_down(ha, "ha")
    ha.open(f"/can-bo/ho-so/{code}/")
    ha.press("Duyệt, kết thúc")
    ha.press("Duyệt, kết thúc", role="button")
    once_signed(chi, code)
    chi.press("Trả kết quả")
    chi.press("Trả kết quả", role="button")
    assert chi.page.locator(".govuk-error-summary").count(), "handed out to nobody"
    chi.fill({"collector": "Nguyễn Thị Hạnh", "collector_id": "087193000001"})
    chi.page.locator('[name="originals_seen"]').check()
    chi.press("Trả kết quả", role="button")


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", WINDOWS)
def test_a_birth_registered_from_home_ends_in_her_hand(
    house: House, officers: Officers, enter: Enter, window: Window, tmp_path: Path
) -> None:
    mother = newcomer()
    visitor = enter(window)

    sign_up(visitor, mother, house)
    find(visitor)
    choose_place(visitor)
    fill_in(visitor)
    hand_papers_in(visitor, tmp_path)
    code = file(visitor)
    press_again(visitor, code)

    assert code in house.text_of(mother.stored_phone, "file")
    visitor.open(f"/ho-so/{code}/")
    visitor.sees("Đang chờ cơ quan")

    def prepare(dung: Visitor) -> None:
        fill_template(dung)
        say_right(enter(window), house, mother)

    resolve(officers, enter, window, code, prepare)

    for kind in ("accept", "finish"):
        text = house.text_of(mother.stored_phone, kind)
        assert code in text
        assert text.isascii()
        assert len(text) <= 160
    visitor.open(f"/ho-so/{code}/")
    visitor.sees("Đã trả kết quả")
    with visitor.page.expect_download() as download:
        visitor.control("Tải kết quả").click()
    drawn = download.value.path()
    assert drawn.read_bytes().startswith(b"%PDF")
    told = json.loads(house.say("verify-pdf", str(drawn), "--json"))
    assert [(one["intact"], one["trusted"]) for one in told["signatures"]] == [(True, True)] * 2
    assert (told["issued_here"], told["state"]) == (True, "valid")
    visitor.open(f"/ho-so/{code}/ai-da-xem/")
    visitor.sees("Lê Thị Chi")


@pytest.mark.browser
def test_a_refusal_says_why_and_what_to_do(house: House, officers: Officers, enter: Enter, tmp_path: Path) -> None:
    father = newcomer("Trần Văn Nam")
    visitor, chi = enter(), enter()
    sign_up(visitor, father, house)
    find(visitor)
    choose_place(visitor)
    fill_in(visitor)
    hand_papers_in(visitor, tmp_path)
    code = file(visitor)

    officers.sit_down(chi, "chi")
    chi.open(f"/can-bo/ho-so/{code}/")
    chi.press("Từ chối")
    chi.press("Từ chối", role="button")
    assert chi.page.locator(".govuk-error-summary").count()
    chi.fill(
        {"reason": "Ảnh thiếu trang sau. Chụp cả hai mặt rồi nộp lại", "ground": "Luật Hộ tịch 60/2014/QH13, điều 16"}
    )
    chi.press("Từ chối", role="button")

    assert code in house.text_of(father.stored_phone, "refuse")
    visitor.open(f"/ho-so/{code}/")
    visitor.sees("Ảnh thiếu trang sau")


def test_windows_are_the_ones_promised() -> None:
    assert DESKTOP["width"] == 1280
    assert len(WINDOWS) == 4
