"""Who goes through the journeys: newcomers with numbers of their own, and the officers of the demo."""

import itertools
import os
import re
from dataclasses import dataclass

from motcua.config.demo import PASSWORD

from .house import House
from .visitor import Visitor

numbers = itertools.count(1)


@dataclass(frozen=True)
class Newcomer:
    """Somebody without an account yet."""

    name: str
    id_number: str
    phone: str
    password: str = "ba từ dễ nhớ"

    @property
    def stored_phone(self) -> str:
        """E.164."""
        return f"+84{self.phone[1:]}"


def newcomer(name: str = "Nguyễn Thị Hạnh") -> Newcomer:
    """Numbers that no other test of this run uses, whichever process it runs in."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
    serial = worker * 1000 + next(numbers)
    return Newcomer(name, f"0871930{serial:05}", f"0912{serial:06}")


def sign_up(visitor: Visitor, person: Newcomer, house: House) -> None:
    """From the home page to an account, with the code from the telephone."""
    visitor.open("/")
    visitor.press("Đăng ký")
    visitor.fill(
        {
            "id_number": person.id_number,
            "full_name": person.name,
            "birth_on-day": "12",
            "birth_on-month": "5",
            "birth_on-year": "1993",
            "phone": f"{person.phone[:4]} {person.phone[4:7]} {person.phone[7:]}",
            "password": person.password,
        }
    )
    visitor.press("Đăng ký", role="button")
    visitor.fill({"code": code_in(house.text_of(person.stored_phone, "code"))})
    visitor.press("Xác nhận")


def code_in(text: str) -> str:
    """The six digits of a text."""
    return str(re.findall(r"\b\d{6}\b", text)[0])


class Officers:
    """Signs officers in with password and second factor once; later windows go on with that session.

    A code is good for one sign-in only, so two windows in half a minute cannot both use it.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.cookies: dict[str, list[dict[str, object]]] = {}

    def sit_down(self, visitor: Visitor, login: str) -> None:
        """Show the officer's work on this window."""
        if login in self.cookies:
            visitor.page.context.add_cookies(self.cookies[login])  # type: ignore[arg-type]
            visitor.open("/can-bo/")
            return
        visitor.open("/can-bo/dang-nhap/")
        visitor.fill({"login": login, "password": PASSWORD})
        visitor.press("Đăng nhập", role="button")
        visitor.fill({"code": self.house.code_of(login)})
        visitor.press("Xác nhận")
        self.cookies[login] = visitor.page.context.cookies()  # type: ignore[assignment]
