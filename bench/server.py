"""The server that is measured: the production stack on a home that vanishes, with the floor beside the product."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.config.database import database
from motcua.config.home import Home

ROOT = Path(__file__).resolve().parents[1]
READY_WITHIN = 60.0


class NotReady(Exception):
    """The server gave no first page."""


@dataclass(frozen=True)
class Running:
    """A server under way: its port, its demo people, and the processes whose time counts."""

    port: int
    people: list[dict[str, Any]]
    web: int
    home: Home
    environment: dict[str, str]

    @property
    def database(self) -> int:
        """The database's first process."""
        return int(self.home.pid_file("database").read_text())

    def say(self, module: str, *words: str) -> Any:
        """What a module of the installation answers, as JSON."""
        return _say(self.environment, module, *words)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(home: Home, port: int, url: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    return ours | {
        "MOTCUA_HOME": str(home.path),
        "PORT": str(port),
        "DATABASE_URL": url,
        "DATABASE_EMBEDDED": "1",
        "SECRET_KEY": home.secret("django"),
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def running() -> Iterator[Running]:
    """Start it, and take it away without a trace.

    :raises NotReady: with what it said.
    """
    os.environ.pop("DATABASE_URL", None)  # the time of a database elsewhere could not be read
    folder = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
    folder.chmod(0o711)
    home, port = Home(folder), _free_port()
    try:
        home.create()
        with database(home) as url:
            environment = _environment(home, port, url)
            people = _say(environment, "motcua.config.cli", "prepare", "--json")["people"]
            with _web(environment, port) as pid:
                yield Running(port, people, pid, home, environment)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _say(environment: dict[str, str], module: str, *words: str) -> Any:
    command = [sys.executable, "-m", module, *words]
    return json.loads(subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


@contextmanager
def _web(environment: dict[str, str], port: int) -> Iterator[int]:
    command = [sys.executable, "-m", "motcua.config.web", str(os.getpid()), str(port), "1"]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True)
    try:
        deadline = time.monotonic() + READY_WITHIN
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise NotReady("the web server gave no first page; what it said stands above")
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
