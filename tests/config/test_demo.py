"""The demo's people are made once, each role a row."""

from motcua.accounts.models import Account, Role
from motcua.agencies.starter import load_units
from motcua.config import demo


def test_a_second_time_nothing_is_made_and_the_same_is_said(db: None) -> None:
    load_units()
    first = demo.ensure_people()
    made = Account.objects.count()

    assert demo.ensure_people() == first
    assert Account.objects.count() == made == len(demo.CITIZENS) + len(demo.OFFICERS)


def test_there_is_a_stranger_and_an_officer_of_another_agency(db: None) -> None:
    load_units()
    rows = demo.ensure_people()

    assert [row["role"] for row in rows].count("citizen") >= 2
    assert {row["role"] for row in rows} <= {"citizen", *Role}
    assert len({row["agency"] for row in rows if row["role"] == Role.INTAKE}) >= 2
    assert all(bool(row["totp_secret"]) == (row["role"] != "citizen") for row in rows)
