"""`motcua run`: one parent that starts database, web server and worker, keeps them running and stops them in order."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import IO, Any

from .address import Address
from .announcement import announcement
from .children import Child
from .database import database, ensure_running, is_running
from .deployment import complete_environment
from .environment import env
from .home import Home
from .keeper import try_lock

LOOK_EVERY = 0.1
FIRST_PAGE_WITHIN = 60.0
STOP_WITHIN = 6.0
TOO_MANY_DEATHS = 3


class Refused(Exception):
    """Nothing was started and nothing touched; the message says why."""


class Supervisor:
    """What runs under one home."""

    def __init__(self, home: Home, address: Address, *, with_parent: bool = False) -> None:
        self.home = home
        self.address = address
        self.parent = os.getppid() if with_parent else None
        self.embedded = not env("DATABASE_URL")
        self.stopping = False

    def run(self) -> int:
        """Serve until asked to stop; 0 unless something could not be started.

        :raises Refused: another one holds the home or the port.
        """
        with _claim(self.home, self.address):
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup is meant
                    signal.signal(number, self._ask_to_stop)
            with database(self.home) as url:
                complete_environment(self.home, self.address, url)
                prepared = self._prepare()
                served = prepared is not None and self._serve(prepared)
        return 0 if served or self.stopping else 1

    def _ask_to_stop(self, *_: object) -> None:
        self.stopping = True

    def _asked_to_stop(self) -> bool:
        if self.parent is not None and os.getppid() != self.parent:
            self.stopping = True
        return self.stopping

    def _prepare(self) -> list[dict[str, Any]] | None:
        """Migrate, load the catalogue, make demo people: in a process of its own, so that this one stays small."""
        with tempfile.TemporaryFile() as said:
            command = _command("prepare", "--json")
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, start_new_session=True)
            while process.poll() is None:
                if self._asked_to_stop():
                    process.terminate()
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(STOP_WITHIN)
                    process.kill()
                time.sleep(LOOK_EVERY)
            said.seek(0)
            return list(json.load(said)["people"]) if process.returncode == 0 else None

    def _serve(self, people: list[dict[str, Any]]) -> bool:
        me, port, workers = map(str, (os.getpid(), self.address.port, self.address.workers))
        web = [sys.executable, "-m", "motcua.config.web", me, port, workers]
        children = [Child("web", web, self.home), Child("worker", _command("worker"), self.home)]
        try:
            if not self._first_page(children[0]):
                return False
            self._look_after(children)
            print(announcement(self.address, people), flush=True)
            while not self._asked_to_stop():
                self._look_after(children)
            return True
        finally:
            deadline = time.monotonic() + STOP_WITHIN
            for child in children:
                child.ask_to_end()
            for child in children:
                child.end(deadline)

    def _first_page(self, web: Child) -> bool:
        deadline = time.monotonic() + FIRST_PAGE_WITHIN
        while not self._asked_to_stop():
            status = self.address.first_page()
            if status == HTTPStatus.OK:
                return True
            if status is not None or time.monotonic() > deadline or web.deaths >= TOO_MANY_DEATHS:
                print(f"There is no first page ({status or 'no answer'}); the reason stands above.", file=sys.stderr)
                return False
            self._look_after([web])
        return False

    def _look_after(self, children: list[Child]) -> None:
        if self.embedded and not is_running(self.home):
            ensure_running(self.home)
        for child in children:
            child.look_after()
        time.sleep(LOOK_EVERY)


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "motcua.config.cli", *words, "--tied-to", str(os.getpid())]


@contextmanager
def _claim(home: Home, address: Address) -> Iterator[None]:
    """Hold home and port, or say who does; a refusal leaves no trace, not even an empty folder."""
    lock = _lock(home) if home.lock.exists() else None
    if not address.is_free():
        raise Refused(
            f"Port {address.port} on 127.0.0.1 is taken by another program. "
            "Stop it, or choose another port: PORT=8001 make run"
        )
    home.create()
    with lock or _lock(home) as held:
        held.truncate(0)
        held.write(f"{os.getpid()} {address.public}/")
        held.flush()
        yield


def _lock(home: Home) -> IO[str]:
    lock = try_lock(home.lock, fcntl.LOCK_EX)
    if lock is None:
        pid, _, url = home.lock.read_text(encoding="utf-8").partition(" ")
        raise Refused(
            f"Một Cửa already runs on {home.path}: {url} (process {pid}). Stop it first, or choose another MOTCUA_HOME."
        )
    return lock
