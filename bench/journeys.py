"""What is measured, as people do it."""

import re
import struct
import zlib
from typing import Any

from .browser import Browser, Page, Unexpected

PROCEDURE = "1.004873"
SEARCH = "/dich-vu-cong/?tu-khoa=khai+sinh"
DETAIL = f"/dich-vu-cong/{PROCEDURE}/"
CODE = re.compile(r"/ho-so/([^/]+)/da-nop/")
ANSWERS = {  # twelve, with name, birth, number and phone, which the account gives
    "applicant_email": "an@example.vn",
    "applicant_address": "Ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",
    "owner_name": "Nguyễn Văn Phúc",
    "owner_birth_on-day": "2",
    "owner_birth_on-month": "11",
    "owner_birth_on-year": "1962",
    "owner_id_number": "087062000118",
    "owner_phone": "0912 345 678",
    "request": "Xác nhận tình trạng hôn nhân",
    "details": "Cần hai bản để mua đất ở xã bên; đã ly hôn năm 2019, có bản án kèm theo.",
}


def picture(seed: int, size: int = 20_000) -> bytes:
    """A PNG of about `size` bytes that does not compress: noise, the same for the same seed."""
    side, state, rows = 81, seed or 1, bytearray()
    for _ in range(side):
        rows.append(0)
        for _ in range(side * 3):
            state = (state * 1103515245 + 12345) % 2**31
            rows.append(state >> 16 & 255)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(rows)))
    return png + _chunk(b"IEND", b"") + b"\0" * max(0, size - len(png) - 12)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def sign_in(browser: Browser, person: dict[str, Any]) -> None:
    """Before anything is measured."""
    form = browser.get("/dang-nhap/").form("/dang-nhap/")
    browser.send(form, {"identifier": person["login"], "password": person["password"]})


def sit_down(browser: Browser, officer: dict[str, Any], code: str) -> None:
    """The officer at the counter, before anything is measured; the code of the moment is the second factor."""
    form = browser.get("/can-bo/dang-nhap/").form("/dang-nhap/")
    page = browser.send(form, {"login": officer["login"], "password": officer["password"]})
    browser.send(page.form("/can-bo/"), {"code": code})


def accept(browser: Browser, code: str) -> None:
    """Open a dossier at the desk and accept it."""
    address = f"/can-bo/ho-so/{code}/"
    told = browser.send(browser.get(address).form("/accept/"), {})
    if "Đã tiếp nhận" not in told.body.decode():
        raise Unexpected(f"{code} was not accepted at {told.address}")


def file(browser: Browser, pictures: tuple[bytes, bytes]) -> str:
    """Procedure, place, general application, two files, review, submit, confirmation, look-up; returns the code."""
    browser.get(DETAIL)
    place = browser.get(f"/nop-ho-so/{PROCEDURE}/noi-giai-quyet/")
    section = browser.send(place.form("/noi-giai-quyet/"), {})
    papers = browser.send(section.form("/phan/"), ANSWERS)
    form = papers.form("/giay-to/")
    slots = [form.files[0], form.files[-1]]
    uploads = [
        (slot, f"giay-to-{n}.png", content) for n, (slot, content) in enumerate(zip(slots, pictures, strict=True))
    ]
    review = browser.send(form, {"delivery": "counter"}, uploads)
    filed = browser.send(review.form("/kiem-tra/"), {"consent": "1"})
    found = CODE.search(filed.address)
    if found is None:
        raise Unexpected(f"filed, but at {filed.address}")
    look_up(browser, found[1])
    return found[1]


def look_up(browser: Browser, code: str) -> Page:
    """The two fields of “Tra cứu hồ sơ”."""
    form = browser.get("/tra-cuu/").form("/tra-cuu/")
    page = browser.send(form, {"code": code, "digits": ANSWERS["owner_id_number"][-4:]})
    if code not in page.body.decode():
        raise Unexpected(f"{code} was not found")
    return page


def floor(browser: Browser, requests: int) -> None:
    """As many requests as a filing has, of which one writes."""
    for _ in range(requests - 1):
        browser.get("/bench/bare/")
    browser.get("/bench/write/")
