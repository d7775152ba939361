"""The database of a home, for a command that turned out to need it."""

import os
from pathlib import Path

import pytest

from motcua.config import agency_calendars


@pytest.mark.django_db(transaction=True)
def test_the_block_has_a_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = dict(os.environ)
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path / "home"))
    with agency_calendars.opened():
        assert os.environ["DATABASE_URL"]
    os.environ.clear()
    os.environ.update(before)
