"""A whole filing stays within its budget: twelve requests, few statements."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests.world import MARITAL, World, a_picture

ANSWERS = {
    "applicant_name": "Nguyễn Thị An",
    "applicant_birth_on-day": "12",
    "applicant_birth_on-month": "5",
    "applicant_birth_on-year": "1990",
    "applicant_id_number": "087 190 000 011",
    "applicant_phone": "0987 654 321",
    "applicant_email": "an@example.vn",
    "applicant_address": "ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",
    "owner_name": "Nguyễn Văn Phúc",
    "owner_birth_on-day": "2",
    "owner_birth_on-month": "11",
    "owner_birth_on-year": "1962",
    "owner_id_number": "087062000118",
    "owner_phone": "0912 345 678",
    "request": "Xác nhận tình trạng hôn nhân",
    "details": "Cần hai bản",
}


class Counted:
    """A browser that counts what it costs the database; savepoints are the test's own."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.requests = 0
        self.statements: list[str] = []

    def count(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """Note one statement."""
        if not sql.startswith(("SAVEPOINT", "RELEASE")):
            self.statements.append(sql)
        return execute(sql, *rest)

    def get(self, address: str) -> str:
        """A page."""
        self.requests += 1
        with connection.execute_wrapper(self.count):
            response = self.client.get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    def post(self, address: str, sent: dict[str, Any], *, status: int = 302) -> str:
        """A press; where it leads."""
        self.requests += 1
        with connection.execute_wrapper(self.count):
            response = self.client.post(address, sent)
        assert response.status_code == status, response.content.decode()
        return response.headers.get("Location", "")


def file(browser: Counted) -> None:
    """From the procedure's page to the look-up."""
    browser.get(f"/dich-vu-cong/{MARITAL}/")
    browser.get(f"/nop-ho-so/{MARITAL}/")
    place = f"/nop-ho-so/{MARITAL}/noi-giai-quyet/"
    sent = dict(re.findall(r'name="(draft|xa|case)" value="([^"]*)"', browser.get(place)))
    section = browser.post(place, sent)
    browser.get(section)
    papers = browser.post(section, ANSWERS)
    browser.get(papers)
    heavy = a_picture().read() + b"\0" * 20_000
    files = [SimpleUploadedFile(name, heavy) for name in ("mot.png", "hai.png")]
    review = browser.post(papers, {"delivery": "counter", "paper-1": files})
    browser.get(review)
    filed = browser.post(review, {"consent": "1"})
    browser.get(filed)
    browser.post("/tra-cuu/", {"code": filed.split("/")[2], "digits": "0118"}, status=200)


def test_a_filing_takes_twelve_requests_and_at_most_fifty_statements(world: World) -> None:
    file(Counted(world.client(world.an)))  # what a process reads once is read
    browser = Counted(world.client(world.an))

    file(browser)

    assert browser.requests == 12
    assert len(browser.statements) <= 50, "\n".join(browser.statements)


@pytest.mark.parametrize("dossiers", [0, 8])
def test_the_pages_of_a_draft_cost_the_same_however_much_was_filed(world: World, dossiers: int) -> None:
    for _filed in range(dossiers):
        world.dossier("file")
    draft = world.draft()
    client = world.client(world.an)
    pages = [f"/ban-nhap/{draft.pk}/{part}/" for part in ("phan/1", "giay-to", "kiem-tra")]
    for page in pages:
        client.get(page)
    browser = Counted(client)

    for page in pages:
        browser.get(page)

    assert len(browser.statements) == 8
