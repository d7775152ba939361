"""Waiting for facts about processes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from motcua.config.home import Home


def soon(fact: Callable[[], object], *, within: float = 10.0) -> bool:
    """Whether it becomes true within so many seconds."""
    deadline = time.monotonic() + within
    while not fact():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def pid_of(home: Home, name: str) -> int:
    """The pid that stands in the home."""
    return int(home.pid_file(name).read_text())


def has_ended(pid: int) -> bool:
    """Whether no process has that pid, or only one that waits to be buried."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path("/proc", str(pid), "stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def running_on(home: Home) -> list[str]:
    """Processes that know the home by argument or environment (Linux), else those with a pid file."""
    if not Path("/proc/self/environ").exists():
        return [path.name for path in home.run.glob("*.pid") if not has_ended(int(path.read_text()))]
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            known = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            if str(home.path).encode() in known and int(process.name) != os.getpid():
                found.append(known.replace(b"\0", b" ").decode(errors="replace")[:80])
        except OSError:
            continue
    return found
