"""A process that is tied ends with its parent."""

import subprocess
import sys
from pathlib import Path

from .watching import has_ended, soon

CHECKOUT = Path(__file__).parents[2]
TIED = "import os, sys, time; from motcua.config.leash import tie; tie(int(sys.argv[1])); time.sleep(60)"
PARENT = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1], str(os.getpid())], start_new_session=True)
print(child.pid, flush=True)
time.sleep(60)
"""


def test_it_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, TIED], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())

        parent.kill()

        assert soon(lambda: has_ended(child), within=5)


def test_it_ends_at_once_where_its_parent_had_gone_before() -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)

    ended = subprocess.run([sys.executable, "-c", TIED, gone.stdout.strip()], check=False, cwd=CHECKOUT, timeout=10)

    assert ended.returncode != 0
