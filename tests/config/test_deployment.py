"""What is filled in for the deployer."""

from pathlib import Path

import pytest

from motcua.config.address import Address
from motcua.config.deployment import complete_environment
from motcua.config.environment import env
from motcua.config.home import Home

LOCAL = Address(8000, 1, "http://127.0.0.1:8000")
WORLD = Address(8000, 1, "https://motcua.example.vn")
EMBEDDED = "postgresql://motcua:secret@127.0.0.1:5/motcua"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of an installation for which nothing was said yet."""
    for name in ("DATABASE_URL", "DATABASE_EMBEDDED", "DEMO", "PORT", "PUBLIC_URL", "SECRET_KEY"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    found = Home(tmp_path)
    found.create()
    return found


def test_it_is_a_demo_on_the_embedded_database_of_this_machine(home: Home) -> None:
    complete_environment(home, LOCAL, EMBEDDED)

    assert (env("DEMO"), env("DATABASE_EMBEDDED"), env("DATABASE_URL")) == ("1", "1", EMBEDDED)


def test_it_is_no_demo_where_the_world_can_reach_it(home: Home) -> None:
    complete_environment(home, WORLD, EMBEDDED)

    assert env("DEMO") == "0"


def test_it_is_no_demo_on_a_database_of_the_deployer(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/motcua")

    complete_environment(home, LOCAL, "postgresql://elsewhere/motcua")

    assert (env("DEMO"), env("DATABASE_EMBEDDED")) == ("0", "0")


def test_what_was_given_stays(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "0")
    monkeypatch.setenv("SECRET_KEY", "given")

    complete_environment(home, LOCAL, EMBEDDED)

    assert (env("DEMO"), env("SECRET_KEY")) == ("0", "given")
    assert not (home.secrets / "django").exists()


def test_the_key_is_made_once_and_kept(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    complete_environment(home, LOCAL, EMBEDDED)
    first = env("SECRET_KEY")
    monkeypatch.setenv("SECRET_KEY", "")

    complete_environment(home, LOCAL, EMBEDDED)

    assert env("SECRET_KEY") == first == home.secret("django")
