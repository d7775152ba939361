"""Processor time of a process and all below it, from the scheduler's own count (Linux)."""

from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")


class NotMeasurable(Exception):
    """This system does not tell; on Linux it does."""


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text().split(" (", 1)
        except OSError:  # it ended while we looked
            continue
        found.setdefault(int(rest.rpartition(") ")[2].split()[1]), []).append(int(pid))
    return found


def tree(root: int) -> Iterator[int]:
    """The process and everything that descends from it."""
    children, waiting = _children(), [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting += children.get(pid, [])


def milliseconds(root: int) -> float:
    """Time on a processor so far, of every thread of `root` and of what descends from it.

    :raises NotMeasurable: the system has no schedstat.
    """
    if not (PROC / "self/schedstat").exists():
        raise NotMeasurable("there is no /proc/*/schedstat here: run this on Linux")
    total = 0
    for pid in tree(root):
        for stat in PROC.glob(f"{pid}/task/*/schedstat"):
            try:
                total += int(stat.read_text().split()[0])
            except OSError:  # the thread ended while we looked
                continue
    return total / 1e6
