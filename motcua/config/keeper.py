"""The process that keeps the embedded database running for as long as anybody uses it.

Every user holds a shared lock on `run/database.users`; the kernel lets go of it when the user ends, even by kill -9.
So the last one out is noticed whatever happened, and two commands at once never stop each other's database.
"""

import fcntl
import os
import signal
import sys
import time
from pathlib import Path
from typing import IO

from .embedded import Server
from .home import Home
from .identity import DatabaseFailed

LOOK_EVERY = 0.1


class Stopped(Exception):
    """Somebody asks us to stop the database now."""


def try_lock(path: Path, kind: int) -> IO[str] | None:
    """The opened and locked file, or nothing where another process holds the lock."""
    file = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def keep(home: Home, *, throwaway: bool) -> int:
    """Run the database until its last user has gone; 0 also where another keeper is there already."""
    life = try_lock(home.run / "keeper.lock", fcntl.LOCK_EX)
    if life is None:
        return 0
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _raise_stopped)
    server = Server(home, throwaway)
    home.pid_file("database").unlink(missing_ok=True)
    home.pid_file("keeper").write_text(str(os.getpid()))
    try:
        server.start()
        while (alone := try_lock(home.run / "database.users", fcntl.LOCK_EX)) is None:
            if not server.alive():
                server.start()
            time.sleep(LOOK_EVERY)
    except Stopped:
        alone = None
    except DatabaseFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        server.stop()
        home.pid_file("keeper").unlink(missing_ok=True)
    for lock in (alone, life):  # held to the end: who comes now waits until the database is down
        if lock is not None:
            lock.close()
    return 0


def _raise_stopped(*_: object) -> None:
    raise Stopped


if __name__ == "__main__":
    sys.exit(keep(Home(Path(sys.argv[1])), throwaway="--throwaway" in sys.argv))
