"""`make run` as a person and a service manager know it: started, stopped, killed, started twice."""

import functools
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from motcua.config.home import Home
from motcua.config.leash import death_signal_setter
from tests import environment

from .watching import has_ended, pid_of, running_on, soon

CHECKOUT = Path(__file__).parents[2]
MOTCUA = str(CHECKOUT / ".venv" / "bin" / "motcua")
NAMES = ("web", "worker", "database")
STOPPED_WITHIN = 10.0
SECOND_START_WITHIN = 8.0

Start = Callable[[], subprocess.Popen[str]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page(environ: dict[str, str]) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{environ['PORT']}/", timeout=10) as answer:
        return int(answer.status)


def said_by(environ: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MOTCUA, *words], env=environ, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def have_ended(pids: list[int]) -> bool:
    return all(map(has_ended, pids))


@pytest.fixture(scope="module")
def home() -> Home:
    return Home(environment.home() / "nhà")


@pytest.fixture(scope="module")
def environ(home: Home) -> dict[str, str]:
    """The environment of one installation that has been started before."""
    found = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    found |= {"MOTCUA_HOME": str(home.path), "PORT": str(free_port()), "DEMO": "1", "WEB_WORKERS": "1"}
    first = said_by(found, "prepare")
    assert first.returncode == 0, first.stderr
    return found


@pytest.fixture
def start(environ: dict[str, str], home: Home, tmp_path: Path) -> Iterator[Start]:
    """Start it by make, in a process group of its own, and wait for its address."""
    log = tmp_path / "log"
    with ExitStack() as ended:

        def run() -> subprocess.Popen[str]:
            with log.open("w") as out:
                process = subprocess.Popen(
                    ["make", "--no-print-directory", "run"],
                    cwd=CHECKOUT, env=environ, stdout=out, stderr=out, text=True, start_new_session=True,
                    preexec_fn=death_signal_setter(signal.SIGTERM),  # noqa: PLW1509  nothing outlives a broken suite
                )  # fmt: skip
            ended.callback(process.wait, 30)
            ended.callback(process.terminate)
            address = f"http://127.0.0.1:{environ['PORT']}/"
            served = soon(lambda: address in log.read_text().splitlines() or process.poll() is not None, within=60)
            assert served, log.read_text()
            assert process.poll() is None, log.read_text()
            return process

        yield run
    assert soon(lambda: not running_on(home))


def test_sigterm_to_make_alone_stops_everything_in_time(start: Start, home: Home, environ: dict[str, str]) -> None:
    process = start()
    pids = [pid_of(home, name) for name in NAMES]
    assert page(environ) == 200

    began = time.monotonic()
    process.terminate()
    process.wait(STOPPED_WITHIN)

    assert soon(lambda: all(map(has_ended, pids)), within=STOPPED_WITHIN - (time.monotonic() - began))
    assert not [name for name in NAMES if home.pid_file(name).exists()]
    assert "database system is shut down" in (home.run / "database.log").read_text()


def test_ctrl_c_stops_everything_and_the_next_start_is_quick(start: Start, home: Home, environ: dict[str, str]) -> None:
    took = []
    for _ in range(3):  # the machine may be busy with other tests: the quickest counts
        began = time.monotonic()
        process = start()
        took.append(time.monotonic() - began)
        assert page(environ) == 200
        pids = [pid_of(home, name) for name in NAMES]
        os.killpg(process.pid, signal.SIGINT)
        process.wait(STOPPED_WITHIN)
        assert soon(functools.partial(have_ended, pids))
        if took[-1] < SECOND_START_WITHIN:
            break

    assert min(took) < SECOND_START_WITHIN


@pytest.mark.parametrize("victim", ["make", "motcua"])
def test_nothing_is_left_when_a_parent_is_killed(start: Start, home: Home, victim: str) -> None:
    process = start()
    parent = process.pid if victim == "make" else int(home.lock.read_text().split()[0])

    os.kill(parent, signal.SIGKILL)

    assert soon(lambda: not running_on(home))


def test_what_dies_is_started_again(start: Start, home: Home, environ: dict[str, str]) -> None:
    start()
    for name in NAMES:
        killed = pid_of(home, name)
        os.kill(killed, signal.SIGKILL)
        assert soon(functools.partial(is_another, home, name, killed))

    assert soon(lambda: page_or_none(environ) == 200)


def is_another(home: Home, name: str, before: int) -> bool:
    return home.pid_file(name).exists() and pid_of(home, name) != before


def page_or_none(environ: dict[str, str]) -> int | None:
    try:
        return page(environ)
    except OSError:
        return None


def test_a_second_start_says_so_and_touches_nothing(start: Start, home: Home, environ: dict[str, str]) -> None:
    start()
    pids = [pid_of(home, name) for name in NAMES]
    elsewhere = home.path.with_name("elsewhere")

    same_home = said_by(environ, "run")
    same_port = said_by(environ | {"MOTCUA_HOME": str(elsewhere)}, "run")

    assert same_home.returncode != 0
    assert "already runs" in same_home.stderr
    assert same_port.returncode != 0
    assert f"Port {environ['PORT']} on 127.0.0.1 is taken" in same_port.stderr
    assert not elsewhere.exists()
    assert [pid_of(home, name) for name in NAMES] == pids
    assert page(environ) == 200


def test_a_command_works_beside_it_and_leaves_the_database_up(
    start: Start, home: Home, environ: dict[str, str]
) -> None:
    start()
    pid = pid_of(home, "database")

    answer = said_by(environ, "migrate", "--json")

    assert (answer.returncode, json.loads(answer.stdout)) == (0, {"applied": 0})
    assert pid_of(home, "database") == pid
    assert page(environ) == 200
