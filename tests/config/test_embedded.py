"""The embedded PostgreSQL, started as whoever runs the tests."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.config import embedded
from motcua.config.database import database, is_running
from motcua.config.embedded import DatabaseFailed, Server
from motcua.config.home import Home
from tests import environment

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
CHECKOUT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from motcua.config.database import database
from motcua.config.home import Home
with database(Home(Path(sys.argv[1])), throwaway=True):
    print("up", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home that another user may pass through."""
    monkeypatch.delenv("DATABASE_URL")
    return Home(environment.home() / ("nhà riêng của bà Đào " + "x" * 100))


def soon(fact: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not fact() and time.monotonic() < deadline:
        time.sleep(0.05)
    return fact()


def holder(home: Home) -> subprocess.Popen[str]:
    """Another process that uses the database until it is ended."""
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home.path)], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environ
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def database_pid(home: Home) -> int:
    return int(home.pid_file("database").read_text())


def has_ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


class TestDatabase:
    def test_gives_the_application_a_role_without_power_and_a_database_of_its_own(self, home: Home) -> None:
        with database(home, throwaway=False) as url, psycopg.connect(url, autocommit=True) as connection:
            rights = connection.execute(
                "select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user"
            ).fetchone()
            owner = connection.execute(
                "select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()"
            )
            locale = connection.execute(
                "select datlocprovider, datlocale from pg_database where datname = current_database()"
            )

            assert rights == (False, False, False)
            assert owner.fetchone() == (True,)
            assert locale.fetchone() == ("b", "PG_UNICODE_FAST")
            for extension in ("unaccent", "pg_trgm", "btree_gin"):
                connection.execute(f"create extension {extension}")

    def test_asks_for_the_password(self, home: Home) -> None:
        with database(home, throwaway=True) as url, pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url.replace(home.secret("database"), "wrong"))

    def test_writes_no_values_of_a_failed_statement_to_its_log(self, home: Home) -> None:
        with database(home, throwaway=True) as url, psycopg.connect(url, autocommit=True) as connection:
            connection.execute("create table people (number text primary key)")
            connection.execute("insert into people values ('001099012345')")
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute("insert into people values ('001099012345')")
            logs = (home.pg / "log").glob("*.log")

            written = "".join(log.read_text() for log in logs)

        assert "duplicate key" in written
        assert "001099012345" not in written

    def test_stays_for_whoever_came_second(self, home: Home) -> None:
        second = holder(home)
        try:
            with database(home, throwaway=True):
                pid = database_pid(home)

            assert is_running(home)
            assert database_pid(home) == pid
        finally:
            second.kill()
            second.communicate()
        assert soon(lambda: has_ended(pid))

    def test_is_down_when_the_last_one_has_left(self, home: Home) -> None:
        with database(home, throwaway=True) as url:
            pid = database_pid(home)
        with database(home, throwaway=True) as again:
            assert again == url  # the port is kept, so that nobody who knows it is led astray
            assert database_pid(home) != pid

        assert has_ended(pid)
        assert not is_running(home)

    def test_ends_with_a_user_who_was_killed(self, home: Home) -> None:
        user = holder(home)
        pid = database_pid(home)

        user.kill()
        user.communicate()

        assert soon(lambda: has_ended(pid) and not is_running(home))

    def test_comes_back_with_its_data_after_it_was_killed(self, home: Home) -> None:
        with database(home) as url:
            with psycopg.connect(url) as connection:
                connection.execute("create table kept as select 1 as one")
            killed = database_pid(home)
            os.kill(killed, signal.SIGKILL)

            assert soon(lambda: is_running(home) and database_pid(home) != killed)
            with psycopg.connect(url) as connection:
                assert connection.execute("select one from kept").fetchone() == (1,)

    def test_uses_the_given_one_and_starts_nothing(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/motcua")

        with database(home) as url:
            assert url == "postgresql://elsewhere/motcua"

        assert not home.path.exists()


class TestServer:
    @pytest.fixture
    def server(self, home: Home) -> Iterator[Server]:
        home.create()
        server = Server(home, throwaway=True)
        yield server
        server.stop()

    def test_starts_where_a_first_start_was_broken_off(self, home: Home, server: Server) -> None:
        (home.path / "pg.new").mkdir()
        (home.path / "pg.new" / "half").write_text("a cluster that was never finished")

        server.start()

        assert server.alive()
        assert not (home.path / "pg.new").exists()

    def test_takes_another_port_when_its_own_is_taken(self, home: Home, server: Server) -> None:
        server.start()
        server.stop()
        with socket.create_server(("127.0.0.1", server.port)):
            first = server.port

            server.start()

            assert server.port != first
            assert embedded.last_port(home) == server.port

    @as_root
    def test_runs_as_nobody_when_root_starts_it(self, server: Server) -> None:
        server.start()

        assert server.process is not None
        assert rights(server.process.pid) == {"Uid": "65534", "CapEff": "0000000000000000"}

    @as_root
    def test_runs_without_rights_where_nobody_cannot_enter(self, tmp_path: Path) -> None:
        closed = Home(tmp_path / "closed" / "home")
        closed.path.parent.mkdir(mode=0o700)
        closed.create()
        server = Server(closed, throwaway=True)
        if subprocess.run(["unshare", "--user", "true"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
            with pytest.raises(DatabaseFailed, match="Start as an ordinary user"):
                server.start()
            return

        server.start()

        assert server.process is not None
        assert rights(server.process.pid)["CapEff"] == "0000000000000000"
        server.stop()


def rights(pid: int) -> dict[str, str]:
    lines = (line.split() for line in Path("/proc", str(pid), "status").read_text().splitlines())
    return {words[0].rstrip(":"): words[1] for words in lines if words and words[0] in ("Uid:", "CapEff:")}
