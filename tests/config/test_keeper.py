"""The keeper notices who has gone and what has died."""

import os
import signal
import subprocess
from collections.abc import Callable

import psycopg

from motcua.config.database import database, is_running
from motcua.config.home import Home

from .watching import has_ended, pid_of, soon

Hold = Callable[[Home], subprocess.Popen[str]]


def test_it_stops_the_database_of_a_user_who_was_killed(home: Home, hold: Hold) -> None:
    user = hold(home)
    pid = pid_of(home, "database")

    user.kill()

    assert soon(lambda: has_ended(pid) and not is_running(home))


def test_it_starts_a_killed_database_again_with_its_data(home: Home) -> None:
    with database(home) as url:
        with psycopg.connect(url) as connection:
            connection.execute("create table kept as select 1 as one")
        killed = pid_of(home, "database")
        os.kill(killed, signal.SIGKILL)

        assert soon(lambda: is_running(home) and pid_of(home, "database") != killed)
        with psycopg.connect(url) as connection:
            assert connection.execute("select one from kept").fetchone() == (1,)


def test_a_killed_keeper_leaves_no_database_behind(home: Home, hold: Hold) -> None:
    hold(home)
    pid = pid_of(home, "database")

    os.kill(pid_of(home, "keeper"), signal.SIGKILL)

    assert soon(lambda: has_ended(pid))
    with database(home, throwaway=True):
        assert pid_of(home, "database") != pid
