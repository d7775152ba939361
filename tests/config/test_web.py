"""The web server's process."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from .watching import soon

CHECKOUT = Path(__file__).parents[2]


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def web(parent: int, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "motcua.config.web", str(parent), str(port), "1"]
    return subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings"},
        start_new_session=True,
    )


def test_it_does_not_outlive_a_parent_that_is_gone_already(port: int) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()

    process = web(gone.pid, port)

    assert process.wait(20) is not None
    assert soon(lambda: not answers(port))


def test_its_workers_end_with_it_even_when_it_is_killed(port: int) -> None:
    process = web(os.getpid(), port)
    assert soon(lambda: answers(port), within=20)

    process.kill()
    process.wait()

    assert soon(lambda: not answers(port))
