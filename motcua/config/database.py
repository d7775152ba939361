"""`database()`: the one way to a database, ours or the deployer's, for every command, the supervisor and the tests."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from . import embedded
from .environment import env
from .home import Home
from .identity import DatabaseFailed
from .keeper import try_lock

READY_WITHIN = 60.0
STOPPED_WITHIN = 12.0
# The keepers this process started; they may outlive its use of the database.
_keepers: "list[subprocess.Popen[bytes]]" = []


@contextmanager
def database(home: Home, *, throwaway: bool = False) -> Iterator[str]:
    """The address of a database that runs as long as this block does.

    DATABASE_URL where it is set. Else the embedded one: joined where it runs already, started where it does not,
    and stopped by the last one to leave.

    :raises DatabaseFailed: it does not start.
    """
    if given := env("DATABASE_URL"):
        yield given
        return
    home.create()
    with (home.run / "database.users").open("a+", encoding="ascii") as users:
        fcntl.flock(users, fcntl.LOCK_SH)  # waits while somebody stops it
        try:
            ensure_running(home, throwaway=throwaway)
            yield embedded.url(home)
        finally:
            _leave(home, users)


def stay_joined(home: Home) -> None:
    """Keep the embedded database up until this process ends, however it ends; for the children of a supervisor.

    :raises DatabaseFailed: it is being stopped.
    """
    users = os.open(home.run / "database.users", os.O_RDWR)
    try:
        fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as stopping:
        raise DatabaseFailed("The database is being stopped.") from stopping


def ensure_running(home: Home, *, throwaway: bool = False) -> None:
    """Start a keeper unless one is there; returns when the database accepts connections.

    :raises DatabaseFailed: with what the keeper said.
    """
    _forget_ended()
    deadline = time.monotonic() + READY_WITHIN
    keeper: subprocess.Popen[bytes] | None = None
    while not is_running(home):
        if keeper is None:
            keeper = _start_keeper(home, throwaway=throwaway)
        elif keeper.poll() is not None:
            if keeper.returncode != 0:
                raise DatabaseFailed((home.run / "database.log").read_text(encoding="utf-8", errors="replace").strip())
            keeper = None
        if time.monotonic() > deadline:
            raise DatabaseFailed(f"The database was not ready after {READY_WITHIN:.0f} seconds.")
        time.sleep(0.03)


def is_running(home: Home) -> bool:
    """Whether the embedded database accepts connections under a keeper."""
    return home.pid_file("database").exists() and _kept(home)


def _kept(home: Home) -> bool:
    lock = try_lock(home.run / "keeper.lock", fcntl.LOCK_SH)
    if lock is not None:
        lock.close()
    return lock is None


def _start_keeper(home: Home, *, throwaway: bool) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "motcua.config.keeper", str(home.path), *(["--throwaway"] if throwaway else [])]
    said = home.run / "database.log"
    if said.exists():
        said.replace(said.with_suffix(".log.old"))
    with said.open("wb") as log:
        keeper = subprocess.Popen(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    _keepers.append(keeper)
    return keeper


def _leave(home: Home, users: IO[str]) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return  # others use it still, or its keeper is stopping it already
    if _kept(home):
        os.kill(int(home.pid_file("keeper").read_text()), signal.SIGTERM)
    deadline = time.monotonic() + STOPPED_WITHIN
    while _kept(home) and time.monotonic() < deadline:
        time.sleep(0.02)
    _forget_ended()


def _forget_ended() -> None:
    _keepers[:] = [keeper for keeper in _keepers if keeper.poll() is None]
