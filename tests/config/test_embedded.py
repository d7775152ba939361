"""The embedded PostgreSQL, started as whoever runs the tests."""

import socket
from collections.abc import Iterator

import psycopg
import pytest

from motcua.config import embedded
from motcua.config.database import database
from motcua.config.embedded import Server
from motcua.config.home import Home
from motcua.config.identity import DatabaseFailed


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
        written = (home.run / "database.log").read_text()

        assert "duplicate key" in written
        assert "001099012345" not in written


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

    def test_says_where_to_read_why_it_does_not_start(
        self, home: Home, server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        server.start()
        server.stop()
        (home.pg / "postgresql.conf").write_text("no_such_setting = on\n")
        monkeypatch.setattr(embedded, "START_WITHIN", 0)

        with pytest.raises(DatabaseFailed, match=r"database\.log"):
            server.start()

        assert "no_such_setting" in capfd.readouterr().err

    def test_takes_another_port_when_its_own_is_taken(self, home: Home, server: Server) -> None:
        server.start()
        server.stop()
        with socket.create_server(("127.0.0.1", server.port)):
            first = server.port

            server.start()

            assert server.port != first
            assert embedded.last_port(home) == server.port
