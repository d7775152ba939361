"""Homes, users of a database and whole installations for the tests of what starts and stops things."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from motcua.config.home import Home
from tests import environment

CHECKOUT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from motcua.config.database import database
from motcua.config.home import Home
with database(Home(Path(sys.argv[1])), throwaway=True):
    print("up", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home without a database yet, that another user may pass through; its path is long and not ASCII."""
    monkeypatch.delenv("DATABASE_URL")
    return Home(environment.home() / ("nhà riêng của bà Đào " + "x" * 100))


@pytest.fixture
def hold() -> Iterator[Callable[[Home], subprocess.Popen[str]]]:
    """Start another process that uses the database of a home until it is ended."""
    with ExitStack() as ended:

        def start(home: Home) -> subprocess.Popen[str]:
            environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
            command = [sys.executable, "-c", HOLD, str(home.path)]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environ)
            ended.callback(process.communicate)
            ended.callback(process.kill)
            assert process.stdout is not None
            assert process.stdout.readline() == "up\n"
            return process

        yield start
