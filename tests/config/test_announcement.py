"""What is printed once the first page is served."""

from motcua.config.address import Address
from motcua.config.announcement import announcement

ADDRESS = Address(8000, 1, "http://127.0.0.1:8000")


def test_the_address_stands_alone_on_its_line() -> None:
    assert "http://127.0.0.1:8000/" in announcement(ADDRESS, []).splitlines()


def test_nothing_is_said_of_a_demo_where_there_is_none() -> None:
    assert "DEMO" not in announcement(ADDRESS, [])


def test_every_demo_account_has_a_row_with_role_password_and_secret() -> None:
    people: list[dict[str, str | None]] = [
        {"role": "citizen", "login": "087195001234", "password": "mật khẩu", "totp_secret": None, "agency": None},
        {"role": "intake", "login": "chi", "password": "mở cửa", "totp_secret": "ABCDEFGH", "agency": "H20.X30073.TT"},
    ]

    said = announcement(ADDRESS, people)

    assert ["citizen", "087195001234", "mật", "khẩu", "–", "–"] in [line.split() for line in said.splitlines()]
    assert ["intake", "chi", "mở", "cửa", "ABCDEFGH", "H20.X30073.TT"] in [line.split() for line in said.splitlines()]
    assert "motcua demo-code" in said
