"""Children of the supervisor."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from motcua.config import children
from motcua.config.children import Child
from motcua.config.home import Home

from .watching import has_ended, pid_of, soon

SLEEP = "import time; time.sleep(60)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
)
WITH_CHILD = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', sys.argv[1]]); time.sleep(60)"


@pytest.fixture
def place(tmp_path: Path) -> Home:
    found = Home(tmp_path)
    found.create()
    return found


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.1)


def child_of(place: Home, *program: str) -> Iterator[Child]:
    child = Child("worker", [sys.executable, "-c", *program], place, pause=0.05)
    child.look_after()
    yield child
    child.end(0)


@pytest.fixture
def sleeper(place: Home) -> Iterator[Child]:
    yield from child_of(place, SLEEP)


@pytest.fixture
def stubborn(place: Home) -> Iterator[Child]:
    yield from child_of(place, STUBBORN)


@pytest.fixture
def parent(place: Home) -> Iterator[Child]:
    yield from child_of(
        place, WITH_CHILD, f"import os; open({str(place.path / 'child')!r}, 'w').write(str(os.getpid())); {SLEEP}"
    )


def looking_after(child: Child, fact: Callable[[], bool]) -> Callable[[], bool]:
    """The fact, asked for after one more look at the child, as the supervisor looks."""

    def look() -> bool:
        child.look_after()
        return fact()

    return look


def test_a_dead_child_is_started_again_after_a_pause(sleeper: Child, place: Home) -> None:
    killed = pid_of(place, "worker")
    os.kill(killed, signal.SIGKILL)

    assert soon(looking_after(sleeper, lambda: pid_of(place, "worker") != killed))
    assert sleeper.deaths == 1


def test_a_child_that_keeps_dying_rests_longer_each_time(place: Home) -> None:
    child = Child("worker", [sys.executable, "-c", ""], place, pause=0.05)

    assert soon(looking_after(child, lambda: child.deaths == 2))
    assert child.pause == pytest.approx(0.2)
    assert child.not_before > time.monotonic()


def test_what_a_dead_child_left_behind_is_killed(parent: Child, place: Home) -> None:
    left = place.path / "child"
    assert soon(lambda: left.exists() and left.read_text())

    os.kill(pid_of(place, "worker"), signal.SIGKILL)

    assert soon(looking_after(parent, lambda: has_ended(int(left.read_text()))))


def test_a_child_that_does_not_listen_is_killed_at_the_deadline(stubborn: Child, place: Home) -> None:
    pid = pid_of(place, "worker")
    stubborn.ask_to_end()

    stubborn.end(time.monotonic() + 0.2)

    assert has_ended(pid)
    assert not place.pid_file("worker").exists()
