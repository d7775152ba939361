"""Whoever needs a database has one for as long as that takes."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from motcua.config.database import database, is_running
from motcua.config.home import Home

from .watching import has_ended, pid_of, soon

CHECKOUT = Path(__file__).parents[2]
STAY = """
import sys, time
from pathlib import Path
from motcua.config.database import stay_joined
from motcua.config.home import Home
stay_joined(Home(Path(sys.argv[1])))
print("joined", flush=True)
time.sleep(60)
"""
Hold = Callable[[Home], subprocess.Popen[str]]


class TestDatabase:
    def test_stays_for_whoever_came_second(self, home: Home, hold: Hold) -> None:
        second = hold(home)
        with database(home, throwaway=True):
            pid = pid_of(home, "database")

        assert is_running(home)
        assert pid_of(home, "database") == pid
        second.kill()
        assert soon(lambda: has_ended(pid))

    def test_is_down_when_the_last_one_has_left(self, home: Home) -> None:
        with database(home, throwaway=True) as url:
            pid = pid_of(home, "database")
        with database(home, throwaway=True) as again:
            assert again == url  # the port is kept, so that nobody who knows it is led astray
            assert pid_of(home, "database") != pid

        assert has_ended(pid)
        assert not is_running(home)

    def test_uses_the_given_one_and_starts_nothing(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/motcua")

        with database(home) as url:
            assert url == "postgresql://elsewhere/motcua"

        assert not home.path.exists()


def test_who_stays_joined_keeps_it_up_until_their_end(home: Home) -> None:
    with database(home, throwaway=True):
        command = [sys.executable, "-c", STAY, str(home.path)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
        assert child.stdout is not None
        assert child.stdout.readline() == "joined\n"
        pid = pid_of(home, "database")

    assert is_running(home)
    child.kill()
    child.communicate()
    assert soon(lambda: has_ended(pid))
