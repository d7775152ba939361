"""The fourth story: a slip from the counter, its code scanned on a telephone, and a newer slip in its place."""

import re
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .conftest import DESKTOP, PHONE, Enter
from .house import House
from .people import Officers, newcomer
from .test_birth_at_the_counter import receive
from .visitor import Visitor

SLIP = re.compile(r"^Giấy tiếp nhận hồ sơ và hẹn trả kết quả số \d+.TNHT$")


def wait_for_slip(chi: Visitor, code: str) -> float:
    """Seconds from the press to the printed slip: the page is looked at again, as its script does."""
    pressed = time.monotonic()
    for _ in range(200):
        if chi.page.get_by_role("link", name=SLIP).count():
            return time.monotonic() - pressed
        chi.page.wait_for_timeout(100)
        chi.open(f"/can-bo/ho-so/{code}/")
    raise AssertionError("slip 01 was not drawn")


def address_on(chi: Visitor, folder: Path) -> str:
    """What the slip's code says: read from its picture where there is a reader, else as the register has it."""
    with chi.page.expect_download() as download:
        chi.page.get_by_role("link", name=SLIP).first.click()
    chi.press(re.compile("^trong sổ.*Giấy tiếp nhận"))
    told = chi.page.get_by_role("link", name=re.compile("kiem-tra")).inner_text()
    if shutil.which("pdftoppm") and shutil.which("zbarimg"):
        picture = folder / "slip"
        subprocess.run(["pdftoppm", "-r", "150", "-png", str(download.value.path()), str(picture)], check=True)
        pages = [str(path) for path in sorted(folder.glob("slip*.png"))]
        read = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True, check=True)
        assert read.stdout.split() == [told]
    return urlsplit(told).path


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_a_slip_is_checked_with_a_telephone_and_an_old_one_says_so(
    house: House, officers: Officers, enter: Enter, tmp_path: Path
) -> None:
    chi, stranger = enter((DESKTOP, True)), enter((PHONE, True))
    officers.sit_down(chi, "chi")
    code = receive(chi, newcomer("Lâm Văn Phúc").phone, tmp_path)
    print(f"slip 01 after {wait_for_slip(chi, code):.1f} s")  # noqa: T201 - a figure of the run, no limit
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
