"""The fourth story: a slip from the counter, its code scanned on a telephone, and a newer slip in its place."""

import re
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request

from .conftest import DESKTOP, PHONE, Enter
from .house import House
from .people import Officers, newcomer, sign_up
from .test_birth_at_the_counter import receive
from .test_presses_and_weight import search
from .visitor import Visitor

READER = all(map(shutil.which, ("pdftoppm", "zbarimg")))
SLIP = re.compile(r"^Giấy tiếp nhận hồ sơ và hẹn trả kết quả số \d+.TNHT$")


def presses_of(visitor: Visitor) -> list[float]:
    """The moments at which this visitor sends something from now on."""
    sent = list[float]()

    def listen(request: Request) -> None:
        if request.method == "POST":
            sent.append(time.monotonic())

    visitor.page.on("request", listen)
    return sent


def wait_for_slip(chi: Visitor, code: str, pressed: float) -> float:
    """Seconds from the press to the printed slip: the page is looked at again, as its script does."""
    for _ in range(200):
        if chi.page.get_by_role("link", name=SLIP).count():
            return time.monotonic() - pressed
        chi.page.wait_for_timeout(100)
        chi.open(f"/can-bo/ho-so/{code}/")
    raise AssertionError("slip 01 was not drawn")


def code_in(pdf: Path, folder: Path) -> str:
    """What the code on a paper says, read from its picture."""
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(pdf), str(folder / pdf.name)], check=True)
    pages = [str(path) for path in sorted(folder.glob(f"{pdf.name}*.png"))]
    return subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True, check=True).stdout.strip()


def address_on(chi: Visitor, folder: Path) -> str:
    """What the slip's code says: read from its picture where there is a reader, else as the register has it."""
    with chi.page.expect_download() as download:
        chi.page.get_by_role("link", name=SLIP).first.click()
    chi.press(re.compile(r"^trong sổ ?: Giấy tiếp nhận"))
    told = chi.page.get_by_role("link", name=re.compile("kiem-tra")).inner_text()
    if READER:
        assert code_in(Path(download.value.path()), folder) == told
    return urlsplit(told).path


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_a_slip_is_checked_with_a_telephone_and_an_old_one_says_so(
    house: House, officers: Officers, enter: Enter, tmp_path: Path
) -> None:
    chi, stranger = enter((DESKTOP, True)), enter((PHONE, True))
    officers.sit_down(chi, "chi")
    presses = presses_of(chi)
    code = receive(chi, newcomer("Lâm Văn Phúc").phone, tmp_path)
    print(f"slip 01 after {wait_for_slip(chi, code, presses[-1]):.1f} s")  # noqa: T201 - a figure of the run, no limit
    path = address_on(chi, tmp_path)

    stranger.open(path)
    stranger.sees("Còn giá trị")
    stranger.sees(f"kết thúc bằng {code[-2:]}")

    chi.press("Phát hành lại")
    chi.press("Phát hành lại", role="button")
    assert chi.page.locator(".govuk-error-summary").count(), "a paper is not replaced without a reason"
    chi.fill({"reason": "Ghi nhầm số bản chính đã nhận"})
    chi.press("Phát hành lại", role="button")
    for _ in range(200):
        stranger.open(path)
        if "Đã được thay" in stranger.page.locator("main").inner_text():
            break
        stranger.page.wait_for_timeout(100)
    stranger.sees("Đã được thay")


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_the_slip_of_an_undone_acceptance_says_that_it_was_taken_back(
    house: House, officers: Officers, enter: Enter, tmp_path: Path
) -> None:
    chi, ha, stranger = enter((DESKTOP, True)), enter((DESKTOP, True)), enter((PHONE, True))
    officers.sit_down(chi, "chi")
    presses = presses_of(chi)
    code = receive(chi, newcomer("Lâm Văn Phúc").phone, tmp_path)
    wait_for_slip(chi, code, presses[-1])
    path = address_on(chi, tmp_path)

    officers.sit_down(ha, "ha")
    ha.open(f"/can-bo/ho-so/{code}/undo_accept/")
    ha.fill({"reason": "Nhận nhầm hồ sơ của xã khác"})
    ha.press("Hủy tiếp nhận", role="button")

    stranger.open(path)
    stranger.sees("Đã thu hồi")
    stranger.sees("Giấy không có giá trị")


def printed(visitor: Visitor, press: str, folder: Path) -> str:
    """The path in the code of the form that was printed by this press."""
    visitor.press(press)
    link = visitor.page.locator("#issued").get_by_role("link")
    link.first.wait_for()
    with visitor.page.expect_download() as download:
        link.first.click()
    return urlsplit(code_in(Path(download.value.path()), folder)).path


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.skipif(not READER, reason="pdftoppm and zbarimg are not both there: no code was read")
def test_the_first_of_two_prints_of_a_form_says_that_another_took_its_place(
    house: House, enter: Enter, tmp_path: Path
) -> None:
    visitor, stranger = enter((PHONE, True)), enter((PHONE, True))
    sign_up(visitor, newcomer(), house)
    search(visitor, "khai sinh")
    visitor.press("Nộp hồ sơ", within=visitor.page.locator("main"))
    visitor.press("Bắt đầu")
    visitor.press("Tiếp tục")
    visitor.open(urlsplit(visitor.page.url).path.split("/phan/")[0] + "/to-khai/")

    first = printed(visitor, "Làm tệp PDF để in", tmp_path)
    second = printed(visitor, "Vẽ lại theo điều đã khai", tmp_path)

    assert first != second
    for path, said in ((first, "Đã được thay"), (second, "Tờ khai chưa nộp")):
        stranger.open(path)
        stranger.sees(said)
