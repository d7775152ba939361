"""Citizens made in one line."""

from datetime import UTC, date, datetime
from typing import Any

from motcua.accounts.models import Account
from motcua.accounts.people import Person, make_citizen

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PHONE = "+84987000001"
NUMBER = "087190001001"
PASSWORD = "ba-từ-dễ-nhớ"


def person(**told: Any) -> Person:
    """What a new citizen tells."""
    usual = Person(id_number=NUMBER, full_name="Lý Văn Sáu", birth_on=date(1990, 11, 2), phone=PHONE, email="")
    return Person(**{**usual, **told})  # type: ignore[typeddict-item]


def citizen(*, password: str = PASSWORD, at: datetime = AT, verified_by: Account | None = None, **told: Any) -> Account:
    """A citizen with an account."""
    return make_citizen(password=password, at=at, verified_by=verified_by, **person(**told))
